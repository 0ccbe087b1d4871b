"""Trainings that visitors start: what they read, what is told, and that the same one leaves the same bytes."""

import json
import math
import random
import re
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from model.core.checkpoint import load
from model.core.config import ModelConfig
from model.core.vocabulary import EOT
from model.found.history import load as load_history
from model.found.history import open_at
from model.inside.parts import sized
from model.learn import scale
from model.learn.history import spaced
from model.learn.jobs import child, microscope, texts
from model.learn.jobs.child import live, shots_of
from model.learn.jobs.folder import Folder
from model.learn.jobs.lesson import FIELDS, KINDS, MAX_BYTES, MODEL, Lesson, pieces
from model.learn.jobs.materials import Copies, Shapes, Sums, material
from model.learn.jobs.microscope import Asked, look
from model.learn.jobs.snapshots import opened
from model.learn.jobs.verdict import Bars, verdict

SMALL = {"layers": 1, "width": 32, "context": 32}
OWN = "\n\n".join(
    f"The fox number {i} met a crow on a hill and asked for cheese, but {i * 7 % 13} said no." for i in range(40)
)


def made(tmp_path, name="job", text="", **lesson):
    """A folder with a lesson in it."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "text.txt").write_text(text, encoding="utf-8")
    (folder / "lesson.json").write_text(json.dumps(Lesson(**SMALL | lesson).facts()))
    return Folder(folder)


def events(folder):
    return [json.loads(line) for line in (folder.path / "events.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(autouse=True, scope="module")
def little_text():
    """Less of the world: a text takes a second to write and one to count."""
    torch.set_num_threads(1)  # as the process does
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "WORLD_BYTES", 100_000)
        yield


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A training of twenty steps on stories, done."""
    folder = made(tmp_path_factory.mktemp("jobs"), reads="stories", steps=20)
    live(folder)
    return folder


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"reads": "tea leaves"}, "“tea leaves” does not fit as reads: there are own, stories"),
        ({"width": 100}, "100 does not fit as width"),
        ({"width": True}, "does not fit as width"),
        ({"layers": 7}, "a whole number from 1 to 6, not 7"),
        ({"layers": "many"}, "not “many”"),
        ({"seconds": 1e9}, "does not fit as seconds"),
        ({"text": "x" * (MAX_BYTES + 1)}, "The text has 1,000,001 bytes; at most 1,000,000 are read."),
        ({"text": ["a"]}, "The text is a text"),
        ({"beginning": "x" * 61}, "at most 60"),
        ({"colour": "red"}, "has no “colour”"),
        ({"seed": -1}, "A seed"),
    ],
)
def test_what_fits_into_a_lesson(asked, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        Lesson.of(asked)


def test_half_an_emoji_and_nul_are_made_whole():
    lesson = Lesson.of({"reads": "own", "text": "a\0b\ud800c"})
    assert lesson.text == "ab�c"
    assert Lesson.of({"text": "kept out where it is not read"}).text == ""


def test_pieces_lose_nothing_but_spaces():
    text = "one\n\ntwo " + "word " * 400 + "\n\n\n\nthree"
    cut = pieces(text)
    assert "".join("".join(cut).split()) == "".join(text.split()) and max(map(len, cut)) <= 800
    assert pieces("") == [] and pieces("a" * 2000) == ["a" * 800, "a" * 800, "a" * 400]


@pytest.mark.parametrize("kind", KINDS)
def test_texts_of_the_world_that_are_unseen_are_not_read(kind):
    given = material(Lesson(kind=kind))
    assert set(given.read).isdisjoint(given.kept_out) and sum(map(len, given.read)) > 1e5


def test_a_short_training_is_given_no_more_text_than_it_can_read(monkeypatch):
    monkeypatch.setattr(texts, "BYTES_A_SECOND", 1000)
    assert 15_000 <= sum(map(len, material(Lesson(seconds=15)).read)) < 17_000


def test_what_is_kept_out_of_ones_own_text():
    given = material(Lesson("own", OWN))
    assert len(given.kept_out) == 4 and set(given.read).isdisjoint(given.kept_out)
    vocabulary = given.vocabulary(None)
    inputs, targets = given.batch(vocabulary, random.Random(1), 17)
    assert inputs.shape == (8, 16) and (inputs[:, 1:] == targets[:, :-1]).all()
    read = "".join(f"{text}<eot>" for text in given.read)
    for row in inputs:
        assert vocabulary.decode(row.tolist()) in read
    inputs, targets = given.unseen(vocabulary, 17)
    assert vocabulary.decode(targets.ravel().tolist()) in "".join(f"{text}<eot>" for text in given.kept_out)


@pytest.mark.parametrize("text", ["", " \n ", "ten words are not enough to learn anything at all"])
def test_too_little_text_is_told(text, tmp_path):
    with pytest.raises(ValueError, match="a training needs"):
        live(made(tmp_path, reads="own", text=text, steps=2))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "שלום עולם " * 500,
        " ".join(f"w{i}" for i in range(30_000)),
        "🎲🦊" * 3000,
        "<eot>${x}<img onerror=1> " * 300,
    ],
    ids=["one letter", "right to left", "many words", "emoji", "markup"],
)
@pytest.mark.parametrize("cut", FIELDS["cut"])
def test_strange_texts_make_a_training_or_a_clear_word(text, cut, tmp_path):
    folder = made(tmp_path, reads="own", text=text, cut=cut, steps=2)
    try:
        live(folder)
    except ValueError as error:  # its tokens are so long that there are few
        assert "tokens; a training needs 220." in str(error)
        return
    assert events(folder)[-1]["step"] == 2


@pytest.mark.parametrize("reads", FIELDS["reads"])
@pytest.mark.parametrize(("layers", "width", "context"), [(1, 32, 32), (6, 256, 256)])
def test_dials_at_their_ends(reads, layers, width, context, tmp_path):
    lesson = {"reads": reads, "layers": layers, "width": width, "context": context}
    folder = made(tmp_path, text=OWN * 3, **lesson, steps=1)
    live(folder)
    happened = events(folder)
    transformer, vocabulary, _ = load(folder.path / "model")
    weights = sum(p.numel() for p in transformer.parameters())
    assert happened[0]["weights"] == weights and happened[0]["tokens"] == len(vocabulary)
    if reads != "own":  # its vocabulary depends on the text
        assert sum(sized(Lesson(**lesson).config()).values()) == weights


def test_sums_and_copies_are_what_they_say():
    sums = Sums(1)
    vocabulary = sums.vocabulary(None)
    for part in (sums.batch(vocabulary, random.Random(1), 9), sums.unseen(vocabulary, 9)):
        for row, target in zip(*part, strict=True):
            a, b = vocabulary.decode(row.tolist())[:-1].split("+")
            assert vocabulary.decode([int(target[-1])]) == str((int(a) + int(b)) % 31)
    assert set(sums.pairs[0]).isdisjoint(sums.pairs[1]) and len(sums.pairs[0]) + len(sums.pairs[1]) == 961
    copies = Copies()
    inputs, targets = copies.unseen(copies.vocabulary(None), 41)
    assert (targets[:, :19] == -100).all() and (targets[:, 19:] == inputs[:, :20]).all()


def test_the_caption_that_is_painted_is_never_read():
    shapes = Shapes(1)
    captions = [[caption for caption, _ in part] for part in shapes.parts]
    assert set(captions[0]).isdisjoint(captions[1]) and shapes.caption not in captions[0] and len(captions[1]) >= 16


def test_the_same_run_leaves_the_same_bytes_also_killed_in_between(tmp_path, monkeypatch):
    straight = made(tmp_path, "straight", reads="own", text=OWN, steps=16)
    live(straight)
    killed = made(tmp_path, "killed", reads="own", text=OWN, steps=16)

    class Killed(Exception):
        """In place of a signal."""

    def until_nine(watched, now):
        if now.step == 9:
            raise Killed
        return see(watched, now)

    see = child.Watched.see
    monkeypatch.setattr(child.Watched, "see", until_nine)
    with pytest.raises(Killed):
        live(killed)
    monkeypatch.undo()
    live(killed)
    for name in ("model/model.safetensors", "model/tokenizer.json", "snapshots.f16"):
        assert (straight.path / name).read_bytes() == (killed.path / name).read_bytes(), name
    losses, again = ([e for each in events(f) for e in each.get("losses", [])] for f in (straight, killed))
    assert losses == again and len(losses) == 16
    shots, others = ([e["step"] for e in events(f) if "shot" in e] for f in (straight, killed))
    assert shots == others == shots_of(straight.lesson, 10_000)


def test_what_is_told_is_what_the_weights_say(trained):
    happened = events(trained)
    assert [e["step"] for e in happened if "shot" in e] == [0, *spaced(20, 25)]
    given = material(trained.lesson)
    for event in happened:
        if "shot" not in event:
            continue
        transformer, vocabulary = opened(trained.path, event["shot"])
        inputs, targets = map(torch.from_numpy, given.unseen(vocabulary, 33))
        with torch.inference_mode():
            logits = transformer(inputs)
            paid = F.cross_entropy(logits.flatten(0, 1), targets.flatten()) / math.log(2)
            assert event["unseen"] == pytest.approx(paid.item(), abs=2e-3)  # kept with 16 bits
            ids = vocabulary.encode(given.beginning)
            die = transformer(torch.tensor([ids]))[0, -1].softmax(0)
        for piece, p in event["die"]:
            assert p == pytest.approx(
                max(die[i].item() for i in range(len(vocabulary)) if vocabulary.piece(i) == piece), abs=2e-3
            )
    n_bytes = sum(len(vocabulary.bytes_of(id)) for id in targets.flatten().tolist() if id != EOT)
    assert happened[-2]["per_byte"] == pytest.approx(happened[-2]["unseen"] * targets.numel() / n_bytes, abs=1e-3)
    assert happened[0]["guess"] == pytest.approx(math.log2(len(vocabulary)), abs=1e-3)


def test_a_step_under_the_microscope_is_autograds(trained):
    """Loss, slope and weight after: plain PyTorch on the same batch, by both rules."""
    for rule, make in (("sgd", torch.optim.SGD), ("adamw", lambda w, lr: torch.optim.AdamW(w, lr, weight_decay=0))):
        transformer, vocabulary = opened(trained.path, 3)
        transformer.requires_grad_(True)
        optimizer, given = make(transformer.parameters(), microscope.RATES[rule]), material(trained.lesson)
        for taken in range(3):
            told_of = look(trained.path, Asked(3, taken, rule, "h.0.attn.c_attn.weight", 5, 7))
            weight = transformer.h[0].attn.c_attn.weight
            batch = given.batch(vocabulary, random.Random(f"1 microscope {taken}"), 33)
            inputs, targets = (torch.from_numpy(np.ascontiguousarray(part[:4])) for part in batch)
            optimizer.zero_grad()
            loss = F.cross_entropy(transformer(inputs).flatten(0, 1), targets.flatten()) / math.log(2)
            loss.backward()
            assert told_of["loss"] == pytest.approx(loss.item(), abs=1e-5)
            assert told_of["slope"] == pytest.approx(weight.grad[5, 7].item(), abs=1e-5)
            assert told_of["before"] == pytest.approx(weight[5, 7].item(), abs=1e-5)
            optimizer.step()
            assert told_of["after"] == pytest.approx(weight[5, 7].item(), abs=1e-5)
            step = told_of["slope"] if rule == "sgd" else told_of["mean"] / told_of["size"]
            assert told_of["after"] == pytest.approx(told_of["before"] - told_of["rate"] * step, abs=2e-6)
        middle = told_of["hill"][len(told_of["hill"]) // 2]
        assert middle[1] == pytest.approx(told_of["loss"], abs=1e-5)
        assert middle[0] == pytest.approx(told_of["before"], abs=1e-6)


def test_a_training_leaves_its_history(trained):
    """All snapshots but that of step 0, each as it was, rounded to 8 bits; the last is the model."""
    transformer = load(trained.path / MODEL)[0]
    history = load_history(trained.path / MODEL, transformer)
    shots = [event for event in events(trained) if event.get("shot")]
    assert [*history.whole] == [line["step"] for line in history.lines] == [event["step"] for event in shots]
    assert history.ends_here
    for event, line in zip(shots, history.lines, strict=True):
        assert line["written"] == event["said"] and line["skills"]["guessed"] == event["guessed"]
    middle = shots[len(shots) // 2]
    kept, exact = open_at(history.whole[middle["step"]], transformer), opened(trained.path, middle["shot"])[0]
    for a, b in zip(kept.parameters(), exact.parameters(), strict=True):
        step = b.abs().amax(-1, keepdim=True) / 127
        assert ((a - b).abs() <= 0.51 * step + 1e-3 * b.abs()).all()
    right, asked = shots[-1]["guessed"]
    assert 0 <= right <= asked


def test_one_size_more_is_trained_as_those_of_the_study(tmp_path, monkeypatch):
    """The same rows in the same order, the same measure, nearly the same bits: only the precision differs."""
    tokens = 24 * scale.ROWS * scale.CONTEXT
    monkeypatch.setattr(scale, "AMOUNTS", (tokens,))
    monkeypatch.setattr(scale, "UNSEEN", 8)
    folder = made(tmp_path, reads="law", layers=1, width=32, context=64, steps=24)
    live(folder)
    begun, *_, last, _ = events(folder)
    planned = scale.Planned(ModelConfig(512, 64, 32, 1, 1), tokens, 1)
    assert begun["weights"] == sum(sized(planned.config).values()) and begun["steps"] == 24
    (run,) = scale.sweep(tmp_path / "runs.jsonl", [planned])
    assert last["step"] == 24 and last["per_byte"] == pytest.approx(run.bits, rel=0.01)
    given = material(folder.lesson)
    vocabulary = given.vocabulary(None)
    inputs, targets = given.unseen(vocabulary, 65)
    assert inputs.shape == targets.shape == (8, 64)
    rows, after = scale.in_rows(scale.text(vocabulary, "scale 1", tokens))
    for step in (0, 3, 23):
        at, took = slice(step * scale.ROWS, (step + 1) * scale.ROWS), []
        learner = SimpleNamespace(
            done=step,
            vocabulary=vocabulary,
            on_device=lambda *parts: tuple(map(torch.from_numpy, parts)),
            pay=lambda *both, took=took: took.extend(both) or torch.zeros(1),
        )
        given.loss(learner, "")
        assert torch.equal(took[0], rows[at]) and torch.equal(took[1], after[at])


def test_what_the_microscope_has_not_is_told(trained):
    for asked, said in (
        ({"shot": 99}, "There is no snapshot 99 here"),
        ({"matrix": "wings"}, "does not fit as weight"),
        ({"row": 10_000, "column": 0}, "There is no row 10,000"),
    ):
        with pytest.raises(ValueError, match=said):
            look(trained.path, Asked(**asked))
    with pytest.raises(ValueError, match="does not fit as rule"):
        Asked(rule="magic")


def found(*bits, each=10.0):
    return [(2 ** (i + 3), i * each, b) for i, b in enumerate(bits)]


@pytest.mark.parametrize(
    ("bits", "bars", "word"),
    [
        ([9.0, 8.0, 7.0], Bars(9, 5, None), "learning"),
        ([9.0, 5.0, 5.05], Bars(9, 2, None), "still"),
        ([9.0, 5.0, 5.2], Bars(9, 2, None), "heart"),
        ([9.0, 4.0, 3.0, 2.5], Bars(9, 4.5, None), "good"),
        ([9.0, 8.0, 4.0], Bars(9, 4.5, None), "learning"),
        ([5.0, 3.0, 0.05], Bars(5, None, 0.0), "good"),
    ],
)
def test_verdicts(bits, bars, word):
    assert verdict(found(*bits), bars, 10_000 if word != "still" else 33)["verdict"] == word
