"""Write: each token comes with the die that it was rolled with; stopping changes nothing; another face can be taken."""

import json
import re

import numpy as np
import pytest
import torch

from components.tabs.write import rolling as write
from components.tabs.write.rolling import MOST, token
from components.tabs.write.tab import found
from model import Shaping, count_words, words_asked
from model.core.generate import thrown
from model.core.sampling import shape

SIDE = {"temperature": 0.2, "second": False, "changes": []}
TEXT, WARM = "Once upon a time a girl", Shaping(0.8, 40, 0.95)


class Stub:
    """A view whose controls are as they are."""

    def asked(self, scene):
        return {"temperature": 0.8, "top_k": 40, "top_p": 0.95, "seed": 5, **scene}


def run(lm, **asked):
    wanted = {"run": 9, "ids": [], "steps": 20, "taken": None} | asked
    answers = list(write.writing(lm, Stub(), {"text": TEXT}, wanted))
    assert all(answer["run"] == 9 for answer in answers) and [a["over"] for a in answers].count(True) == 1
    assert answers[-1]["over"]
    json.dumps(answers)
    return answers, [made for answer in answers for made in answer["tokens"]]


def test_each_token_has_the_die_of_a_fresh_pass(lm):
    _, made = run(lm)
    ids = lm.encode(TEXT)
    for each in made[:12]:
        scores = torch.tensor(lm.trace_ids(ids).logits[-1])[None]
        die = shape(scores, WARM)[0].numpy()
        assert each["p"] == pytest.approx(die[each["id"]], abs=1e-4)
        assert [face["p"] for face in each["others"]] == pytest.approx(
            np.sort(die)[::-1][: len(each["others"])], abs=1e-4
        )
        assert each["ends"] == pytest.approx(die[[*lm.vocabulary.ends]].sum(), abs=1e-4)
        assert each["piece"] == lm.vocabulary.piece(each["id"])
        ids.append(each["id"])


def test_it_is_the_text_of_the_generator_and_the_same_again(lm):
    _, made = run(lm)
    plain = [int(step.ids) for step in lm.generate(lm.encode(TEXT), 20, WARM, 5)]
    assert [each["id"] for each in made] == plain[: len(made)]
    assert run(lm)[1] == made


def test_stopping_and_going_on_rolls_the_same(lm):
    _, whole = run(lm, steps=20)
    _, first = run(lm, steps=7)
    answers, rest = run(lm, ids=[each["id"] for each in first], steps=13)
    assert answers[0]["first"] == 7
    assert [each["id"] for each in first + rest] == [each["id"] for each in whole]


def test_throws_of_a_seed_can_be_passed_over():
    whole = torch.Generator().manual_seed(3)
    alone = [torch.rand(1, generator=whole).item() for _ in range(300)]
    assert all(torch.rand(1, generator=thrown(3, k)).item() == alone[k] for k in (0, 1, 15, 16, 17, 64, 299))


def test_a_face_that_is_taken_stands_first_with_its_own_chance(lm):
    _, made = run(lm)
    at = next(i for i, each in enumerate(made) if i >= 3 and len(each["others"]) > 1)
    other = next(face for face in made[at]["others"] if face["id"] != made[at]["id"])
    before = [each["id"] for each in made[:at]]
    answers, branch = run(lm, ids=before, taken=other["id"])
    assert (answers[0]["first"], branch[0]["id"]) == (at, other["id"])
    assert branch[0]["p"] == pytest.approx(other["p"], abs=1e-5)
    following = [int(s.ids) for s in lm.generate([*lm.encode(TEXT), *before, other["id"]], 5, WARM, 5, skip=at + 1)]
    assert [each["id"] for each in branch[1:6]] == following


def test_it_stops_where_the_text_ends_or_nothing_fits(lm, monkeypatch):
    full = "word " * 310
    answers = list(write.writing(lm, Stub(), {"text": full}, {"run": 1, "ids": [], "steps": MOST, "taken": None}))
    made = [each for answer in answers for each in answer["tokens"]]
    room = lm.config.n_positions - len(lm.encode(full))
    assert len(made) == room or made[-1]["kind"] == "control"
    assert answers[-1]["full"]
    (end,) = lm.vocabulary.ends if len(lm.vocabulary.ends) == 1 else sorted(lm.vocabulary.ends)[:1]

    (step,) = lm.generate(lm.encode(TEXT), 1)

    def ending(*_, **__):
        yield step._replace(ids=torch.tensor([end]), rank=torch.tensor([end]))
        raise AssertionError("it went on after the end")

    monkeypatch.setattr(lm, "generate", ending)
    assert [each["kind"] for each in write.until_end(lm, lm.generate(lm.encode(TEXT), 5))] == ["control"]


@pytest.mark.parametrize(
    "wrong", [{"ids": [10**6]}, {"ids": ["x"]}, {"steps": 10**6}, {"steps": "many"}, {"taken": -1}]
)
def test_what_does_not_fit_is_refused_in_a_sentence(lm, wrong):
    answers, made = run(lm, **wrong)
    assert made == [] and len(answers) == 1 and re.search(r"here|whole number", answers[0]["message"])


@pytest.mark.parametrize("text", ["", "x " * 400, "x" * 6000])
def test_a_prompt_that_does_not_fit_is_told_everywhere(lm, text):
    """One sentence each, and the run is over."""
    scene = {"text": text}
    for answer in (
        *write.writing(lm, Stub(), scene, {"run": 9, "ids": [], "steps": 5}),
        *write.siding(lm, None, Stub(), scene, {"run": 9, "sides": [SIDE]}),
        *(told for told, _, _ in write.trying(lm, Stub(), scene, {"run": 9})),
    ):
        assert answer["over"] and answer["message"].count(".") >= 1


def test_a_token_is_told_with_its_die(lm):
    (step,) = lm.generate(lm.encode(TEXT), 1)
    told = token(lm, step, 7)
    assert told["id"] == 7 and len(told["others"]) == 7


CHANGES = ["head 3.1 off", "feed-forward 2 off"]


def sided(lm, second, *sides):
    answers = list(write.siding(lm, second, Stub(), {"text": TEXT}, {"run": 1, "sides": list(sides)}))
    assert [a["over"] for a in answers].count(True) == 1 and answers[-1]["over"]
    return [[made for answer in answers for made in answer["tokens"][i]] for i in range(len(sides))]


def test_edits_are_at_work_in_every_pass_of_a_side(lm):
    plain, changed = sided(lm, None, SIDE, SIDE | {"temperature": 1.2, "changes": CHANGES})
    assert [each["id"] for each in plain] != [each["id"] for each in changed]
    ids = lm.encode(TEXT)
    for each in changed[:12]:
        die = shape(torch.tensor(lm.trace_ids(ids, CHANGES).logits[-1])[None], Shaping(1.2, 40, 0.95))[0]
        assert each["p"] == pytest.approx(float(die[each["id"]]), abs=1e-4)
        ids.append(each["id"])


def test_the_other_model_writes_a_side(lm, tiny):
    _, others = sided(lm, tiny, SIDE, SIDE | {"temperature": 1.0, "second": True})
    steps = tiny.generate(tiny.encode(TEXT), len(others), Shaping(1.0, 40, 0.95), 5)
    assert [each["id"] for each in others] == [int(step.ids) for step in steps]
    assert [each["piece"] for each in others] == tiny.vocabulary.pieces([each["id"] for each in others])


def test_each_try_is_the_text_of_its_own_seed(lm):
    ids, rows = lm.encode(TEXT), [step.ids.tolist() for step in lm.tries(lm.encode(TEXT), 3, 15, WARM, 8)]
    for i in range(3):
        assert [row[i] for row in rows] == [int(step.ids) for step in lm.generate(ids, 15, WARM, 8 + i)]


@pytest.mark.parametrize(
    "branches",
    [
        [{"ids": [10**6], "loads": []}],
        [{"ids": [5], "loads": [["x", 1, 0, 1]]}],
        [{"ids": [5], "loads": [[1, 99, 0, 1]]}],
        [{"ids": [5] * 400, "loads": [[400, 1, 0, 1]]}],
        [{"ids": []}],
        [{"ids": [], "loads": []}] * 51,
    ],
)
def test_a_link_that_holds_nonsense_is_refused(lm, branches):
    (told,) = write.rereading(lm, Stub(), {"text": TEXT}, {"run": 3, "branches": branches})
    assert told["over"] and told["message"] and not told["tokens"]


def test_what_was_read_is_unknown_of_a_strange_model(lm, tiny):
    told = found(tiny, {"text": TEXT}, {"run": 4, "ids": tiny.encode(" blue 5 words")})
    assert told["sample"] == 0 and told["runs"] == [] and told["words"] == 3
    assert found(lm, {"text": ""}, {"run": 4, "ids": [5]}) is None
    assert found(lm, {"text": TEXT}, {"run": 4, "ids": [5] * 400}) is None
    assert found(lm, {"text": TEXT}, {"run": 4, "ids": []})["covered"] == []


def test_words_are_counted_and_asked_for():
    assert count_words("Mira's kite isn't 3 years old. It is well-known … — and the fox’s!") == 12
    assert count_words("") == count_words("... — ?!") == 0
    assert (words_asked("Write exactly 50 words."), words_asked("In 1 word"), words_asked("fifty words")) == (
        50,
        1,
        None,
    )
