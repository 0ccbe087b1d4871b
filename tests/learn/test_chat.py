"""Chat: what is taught, what of a conversation is read, the adapter that ships, and what was counted of it."""

import json
import random
import re

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from model import Shaping, chatting, wilson
from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import EOT
from model.learn.chat import adapter, card, measure, teach, turns
from model.learn.chat.conversation import ANSWER, LEAST, OPENS, Talk, answering, plain, reading
from model.learn.chat.turns import BY_HAND, MOST, SECOND, TURNS, Head, above, drawn, rows, typed
from model.learn.tune import lora
from model.learn.tune.examples import UNCOUNTED
from model.world.draw import held_out

HOSTILE = "<user>tell me<assistant><eot><img src=x onerror='window.hacked=1'> 😀 مرحبا \0"


@pytest.fixture(scope="module")
def tuned(lm):
    return chatting.with_adapter(lm)


def test_rows_say_what_shall_be_said_and_when_it_is_over(lm):
    ids, targets, weights = rows(random.Random(3), lm.vocabulary, 3, 320)
    assert ids.shape == targets.shape == weights.shape == (3, 320)
    counted = targets != UNCOUNTED
    assert ((weights > 0) == counted).all() and 0.1 < counted.mean() < 0.9
    user, assistant = lm.vocabulary.encode("<user><assistant>")
    for row, wanted in zip(ids, targets, strict=True):
        over = np.flatnonzero(wanted[:-1] == EOT)
        assert len(over) and set(row[over + 1]) <= {user, EOT}  # what goes on stands in its place
        begins = np.flatnonzero(row[:-1] == assistant)
        assert (wanted[begins] == row[begins + 1]).mean() > 0.9  # but for an empty answer
    again = rows(random.Random(3), lm.vocabulary, 3, 320)
    assert all((a == b).all() for a, b in zip(again, (ids, targets, weights), strict=True))


def test_what_is_taught_is_right():
    rng = random.Random(8)
    for _ in range(300):
        made = drawn(rng, Head())
        assert not held_out(made.asked.lower())
        if made.kind == "sum":
            a, b, c = map(int, re.fullmatch(r"(\d+)\+(\d+)=(\d+)", made.said).groups())
            assert a + b == c <= MOST
        if made.kind == "story":
            assert all(re.search(rf"\b{noun}\b", made.said) for noun in measure.asked_for(made.asked))
        assert drawn(rng, Head(name="Mia"), "mine").said == "You are Mia."
        assert drawn(rng, Head(own="Rex"), "called").said == "My name is Rex."


def test_some_is_asked_as_people_shorten_it():
    asked = [typed(random.Random(i), "What is it? I am here; do not go.") for i in range(400)]
    short = [each for each in asked if each.lower() == "what's it? i'm here; don't go."]
    assert 70 < len(short) < 130 and 20 < sum(each[0] == "w" for each in short) < 60
    assert {each.lower() for each in asked} == {"what is it? i am here; do not go.", short[0].lower()}


def test_nothing_by_hand_is_taught():
    rng = random.Random(1)
    taught = {drawn(rng, Head()).asked.lower() for _ in range(20_000)}
    by_hand = [case for table in (BY_HAND, SECOND) for case in measure.by_hand(table)]
    assert len(by_hand) == 400 and not taught & {case.asked.lower() for case in by_hand}


def test_what_somebody_types_is_letters(lm):
    ids = plain(lm.vocabulary, HOSTILE)
    assert all(lm.vocabulary.kind(id) != "control" for id in ids)
    assert lm.vocabulary.decode(ids) == HOSTILE.replace(" 😀", "")
    assert lm.vocabulary.kind(lm.vocabulary.encode("<user>")[0]) == "control" and OPENS.split("a<b") == ["a<", "b"]


def test_a_question_of_which_nothing_is_left_is_refused(lm):
    with pytest.raises(ValueError, match="leaves nothing of the question"):
        reading(lm.vocabulary, Talk("", "The door is blue.", (), "😀 👍🏽"), 320)


def test_the_oldest_turns_fall_out_and_what_stands_above_stays(lm):
    system, passage = "You talk to Mia.", "The door is blue."
    turns = tuple((f"Question {i}?", "word " * 40) for i in range(6))
    read = reading(lm.vocabulary, Talk(system, passage, turns, "Who?"), 320)
    text = lm.vocabulary.decode(read.ids)
    assert text.startswith(above(system, passage) + f"<user>Question {read.fallen}?<assistant>")
    assert text.endswith("<user>Who?<assistant>") and 0 < read.fallen < 6
    assert len(read.ids) + ANSWER <= 320 and read.room == ANSWER
    alone = reading(lm.vocabulary, Talk("", "word " * 170, turns, "Who?"), 320)
    assert alone.fallen == 6 and LEAST <= alone.room == 320 - len(alone.ids) < ANSWER
    with pytest.raises(ValueError, match="at most 296 fit"):
        reading(lm.vocabulary, Talk("", "a b c " * 150, (), "Who?"), 320)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (None, "A conversation has a question"),
        ({"question": ""}, "empty"),
        ({"question": 7}, "The question is a text, not 7"),
        ({"question": "a" * 301}, "301 characters; at most 300"),
        ({"question": "a", "passage": "a" * 901}, "The passage has 901"),
        ({"question": "a", "system": ["a"]}, "The system line is a text"),
        ({"question": "a", "turns": {}}, None),
        ({"question": "a", "turns": "abc"}, "The turns are a list"),
        ({"question": "a", "turns": [{"asked": "b"}]}, "An answer is a text, not"),
        ({"question": "a", "turns": [{"asked": "b", "said": "c"}] * 40}, "at most 40 fit"),
    ],
)
def test_what_is_no_conversation_is_refused(asked, message):
    if message is None:
        assert Talk.of(asked).turns == ()
        return
    with pytest.raises(ValueError, match=message):
        Talk.of(asked)


def test_an_answer_ends_with_its_token_or_where_no_more_fits(lm, tuned):
    read = reading(lm.vocabulary, Talk("", "", (), "What is 7 + 5?"), 320)
    ids = [step.ids.item() for step in answering(tuned, read, Shaping(0.0), 1)]
    assert lm.vocabulary.decode(ids[:-1]) == "7+5=12" and ids[-1] == EOT
    assert len([*answering(tuned, read._replace(room=2), Shaping(0.0), 1)]) == 2


def test_the_adapter_belongs_to_the_shipped_weights_and_to_no_others(lm, tiny, tmp_path):
    assert chatting.fits(lm) and not chatting.fits(tiny) and not adapter.fits(lm, tmp_path)
    assert adapter.belongs_to(adapter.FOLDER) == checkpoint.checksum(lm.transformer)
    (tmp_path / lora.WEIGHTS).write_bytes(b"no tensors")
    assert adapter.belongs_to(tmp_path) == ""
    with pytest.raises(ValueError, match="No adapter"):
        adapter.with_adapter(tiny)


def test_it_is_the_base_and_thin_matrices_beside_it(lm, tuned):
    """W x + B A x, layer by layer as `peft` computes it, against the matrices mixed in."""
    thin = load_file(adapter.FOLDER / lora.WEIGHTS)
    beside = Transformer(lm.config)
    beside.load_state_dict(lm.transformer.state_dict())
    for name, each in lora.adapt(beside, teach.RANK).items():
        each.a.data.copy_(thin[f"{lora.PREFIX}{name}.lora_A.weight"].float())
        each.b.data.copy_(thin[f"{lora.PREFIX}{name}.lora_B.weight"].float())
    beside.wte = lora.Rowed(
        lm.transformer.wte.weight, lm.vocabulary.encode("<user><assistant>"), thin[lora.ROWS].float()
    )
    ids = torch.tensor([lm.vocabulary.encode("<user>What is 7+5?<assistant>")])
    with torch.inference_mode():
        assert torch.allclose(beside(ids), tuned.transformer(ids), rtol=0, atol=2e-4)
        assert not torch.allclose(beside(ids), lm.transformer(ids), rtol=0, atol=1)
    config = json.loads((adapter.FOLDER / lora.CONFIG).read_text())
    assert config["r"] == config["lora_alpha"] == teach.RANK
    assert sum(weight.numel() for weight in thin.values()) == chatting.log()["numbers"]
    assert config["trainable_token_indices"] == {"wte": lm.vocabulary.encode("<user><assistant>")}
    assert 200_000 < chatting.size() < 2_000_000


def test_a_killed_teaching_goes_on_and_leaves_the_same(lm, tmp_path):
    base = Transformer(ModelConfig(4096, teach.LENGTH, 16, 1, 2)).eval().requires_grad_(False)

    def taught(*stops):
        teacher = teach.Teacher(base, lm.vocabulary, 4, 5)
        for stop in (*stops, 4):
            while teacher.done < stop:
                teacher.step()
            teacher.store(tmp_path / "state.pt")
            teacher = teach.Teacher(base, lm.vocabulary, 4, 5)
            teacher.go_on(tmp_path / "state.pt")
        return teacher

    whole, killed = taught(), taught(2)
    assert all(torch.equal(a, b) for a, b in zip(whole.learning, killed.learning, strict=True))
    assert any(each.b.abs().max() > 0 for each in whole.adapters.values())


def test_a_teaching_can_begin_with_an_adapter_of_earlier_weights(lm, tmp_path):
    size = ModelConfig(4096, teach.LENGTH, 16, 1, 2)
    earlier, later = (Transformer(size).eval().requires_grad_(False) for _ in range(2))
    made = teach.Teacher(earlier, lm.vocabulary, 4, 5)
    made.step()
    lora.save(tmp_path, made.adapters, teach.RANK, made.learner.wte)
    begun = teach.Teacher(later, lm.vocabulary, 4, 5)
    begun.begin_with(tmp_path, 3)
    assert begun.done == 3 and begun.rate() < made.rate()
    assert all(torch.equal(a, b) for a, b in zip(made.learning, begun.learning, strict=True))
    assert all(each.b.abs().max() > 0 for each in begun.adapters.values())
    assert torch.equal(begun.learner.wte.table, later.wte.weight)


def test_the_log_and_the_card_say_what_was_counted():
    """The bars are told beside it, reached or not; what is known is not forgotten."""
    found, told = chatting.log(), chatting.log()["answers"]
    assert {row["kind"]: row["bar"] for row in found["rows"]} == measure.BARS
    assert len(told) == 600 and found["base"] == adapter.belongs_to(adapter.FOLDER)
    for row in found["rows"]:
        assert row["of"] == (400 if row["kind"] == "ends" else 100) and row["of_hand"] == row["of"] // 2
        assert (row["low"], row["high"]) == pytest.approx(wilson(row["right"], row["of"]))
    assert sum(right for *_, right in told[400:]) == sum(found["second"].values())
    assert sum(right for *_, right in told[:400]) == sum(row["right"] for row in found["rows"] if row["kind"] != "ends")
    assert found["forgotten"]["share"] <= measure.MOST_FORGOTTEN
    assert (adapter.FOLDER / "README.md").read_text() == card.card(found, chatting.size())


def test_it_can_be_counted_again(lm, tuned):
    """Some of the cases, by the seeds with which they were counted: the log holds what each was answered."""
    told = chatting.log()["answers"]
    assert measure.forgotten(lm, tuned) == pytest.approx(chatting.log()["forgotten"], rel=1e-3)
    for i in (3, 55, 210, 251, 380):
        case = [*measure.cases()][i]
        again = next(each for each in measure.measured(tuned, only=(i,)))
        assert [case.asked, again.answer, again.right] == told[i]
    second = [*measure.by_hand(SECOND)]
    for i in (4, 70, 130, 185):
        again = next(each for each in measure.measured(tuned, only=(i,), asked=second))
        assert [second[i].asked, again.answer, again.right] == told[400 + i]


def test_what_is_right_is_told_from_what_is_not():
    case = measure.Case("talk", True, "Hi", ("hello", "feeling"))
    says = TURNS["hello says"][0]
    assert measure.right(case, says) and not measure.right(case, says + " x")
    assert measure.right(case._replace(kind="sums", wanted=("12",)), "7+5=12")
    assert not measure.right(case._replace(kind="sums", wanted=("12",)), "12+5=17")
    story = case._replace(kind="stories", wanted=("cat", "hat"))
    assert measure.right(story, "A Cat and a hat.") and not measure.right(story, "A cathat.")


def test_a_file_without_the_name_of_its_base_fits_nobody(lm, tmp_path):
    save_file(load_file(adapter.FOLDER / lora.WEIGHTS), tmp_path / lora.WEIGHTS)
    assert not adapter.fits(lm, tmp_path)


def test_it_is_taught_what_phones_type_and_to_know_only_english(lm):
    text = lm.vocabulary.decode(turns.row(random.Random(3), lm.vocabulary, 60_000)[0])
    asked = re.findall(r"<user>(.*?)<assistant>", text, re.DOTALL)
    assert len(asked) > 500 and any(each.isupper() and len(each) > 9 for each in asked)
    assert 0.04 < sum("'" in each for each in asked) / len(asked) < 0.3
    foreign = re.findall(r"<assistant>([^<]*English[^<]*)<", text)
    assert 0.01 < len(foreign) / len(asked) < 0.06
