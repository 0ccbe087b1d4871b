"""Training: resumes as if never stopped, never sees what is held out, and its learning rate."""

import json
import random
import shutil
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch

from model.core import checkpoint, written
from model.core.config import ModelConfig
from model.core.vocabulary import COLOUR_IDS, EOT, IMAGE, NOTE_IDS, PAD, Vocabulary, train_tokenizer
from model.learn import __main__ as door
from model.learn import trainer
from model.learn.material import drawn
from model.learn.rows import Rows, copies, drill
from model.learn.run import Run
from model.learn.trainer import Happened, Trainer, train
from model.world.draw import draw_picture, draw_text, held_out
from model.world.language import words
from model.world.rich import RICH, World

# A small world, whose texts and captions are short in a small vocabulary.
PLAIN = World({"story": 54, "facts": 24, "sums": 13, "questions": 9}, {"one": 4, "two": 3, "digit": 1}, 0, 0)


SMALL = ModelConfig(vocab_size=900, n_embd=12, n_layer=2, n_head=2)  # fewer entries, and captions do not fit
SIX = Run(SMALL, PLAIN, steps=6, pictures=1, texts=1, picture_weight=3.0, lr=3e-3, muon_lr=0.02, every=3, seed=4)
SIX = replace(SIX, documents=300)


pytestmark = pytest.mark.usefixtures("float32")


@pytest.fixture(scope="module")
def learned():
    """A vocabulary of the world."""
    rng = random.Random(1)
    texts = [f for _ in range(300) for f in (draw_text(rng, world=PLAIN), draw_picture(rng, world=PLAIN).caption)]
    return Vocabulary(train_tokenizer(texts, 900))


def steps(trainer, n):
    """Losses in bits."""
    return [trainer.step() for _ in range(n)]


@pytest.mark.parametrize("optimizer", ["muon", "adamw"])
def test_resumed_is_as_if_never_stopped(tmp_path, optimizer):
    """Six steps at once against three, a new process's trainer, and three more."""
    run = replace(SIX, optimizer=optimizer)
    straight = Trainer(run)
    losses = steps(straight, 6)
    first = Trainer(run, tmp_path / "stopped")
    halves = steps(first, 3)
    first.save()
    second = Trainer(run, tmp_path / "stopped")
    assert (second.done, second.tokens) == (3, first.tokens)
    halves += steps(second, 3)
    assert halves == pytest.approx(losses, rel=0, abs=1e-5)
    assert (second.done, second.tokens) == (straight.done, straight.tokens)
    expected = straight.transformer.state_dict()
    for name, weight in second.transformer.state_dict().items():
        torch.testing.assert_close(weight, expected[name], rtol=0, atol=1e-5)


def test_killed_while_it_saves_it_goes_on_unmixed(tmp_path, monkeypatch, capsys):
    """A save ends at each of its moments: what is resumed is one step's, whole, and so is the folder."""

    class Killed(BaseException):
        pass

    run, saved = Trainer(SIX, tmp_path / "whole"), {}
    for done in (1, 2):
        steps(run, 1)
        saved[done] = {name: weight.clone() for name, weight in run.transformer.state_dict().items()}
        if done == 1:
            run.save()
    resumed = []
    for moment in range(14):  # two for each of seven files: beside its place, moved
        run.out = shutil.copytree(tmp_path / "whole", tmp_path / f"killed-{moment}")
        run.saved = run.out / "training.safetensors"
        with monkeypatch.context() as patch, pytest.raises(Killed):
            left = ["not yet"] * moment
            patch.setattr(written, "flush", lambda _, left=left: left.pop() if left else throw(Killed))
            run.save()
        again = Trainer(SIX, run.out)
        assert ("going on from step 1" in capsys.readouterr().err) == (0 < moment < 13)
        assert all(
            torch.equal(weight, saved[again.done][name]) for name, weight in again.transformer.state_dict().items()
        )
        folder, _, values = checkpoint.load(run.out)
        assert values["training"]["steps"] == again.done
        assert values["training"]["checksum"] == checkpoint.checksum(folder) == checkpoint.checksum(again.transformer)
        resumed.append(again.done)
    assert resumed == [1] * 13 + [2]


def throw(kind):
    raise kind


def test_a_run_of_which_only_the_folder_is_left(tmp_path):
    first = Trainer(SIX, tmp_path / "lost")
    steps(first, 3)
    first.save()
    second = Trainer(replace(SIX, go_on=True), tmp_path / "anew", tmp_path / "lost")
    assert (second.done, second.tokens, second.before) == (3, first.tokens, None)
    assert second.run.rate(second.done) == SIX.rate(3)
    kept = first.transformer.state_dict()
    for name, weight in second.transformer.state_dict().items():
        torch.testing.assert_close(weight, kept[name], rtol=0.01, atol=1e-3)  # as many bits as a folder keeps
    (tmp_path / "lost" / "config.json").write_text(json.dumps(first.transformer.config.to_dict()))
    with pytest.raises(ValueError, match="says its steps"):
        Trainer(replace(SIX, go_on=True), tmp_path / "other", tmp_path / "lost")


def test_processes_go_on_from_the_average_of_their_weights(monkeypatch):
    """Each of three takes two steps of its own; the other two have other weights, both the same."""
    one, alone, theirs = Trainer(SIX), Trainer(SIX), [*Trainer(replace(SIX, seed=5)).transformer.parameters()]
    flat = torch.cat([weight.detach().flatten() for weight in theirs])
    monkeypatch.setattr(trainer.distributed, "all_reduce", lambda mine: mine.add_(2 * flat))
    monkeypatch.setattr(trainer, "ALONE", 2)
    one.processes = 3
    assert steps(one, 2) == steps(alone, 2)
    for weight, mine, their in zip(one.transformer.parameters(), alone.transformer.parameters(), theirs, strict=True):
        torch.testing.assert_close(weight, (mine + 2 * their) / 3, rtol=0, atol=1e-6)


def test_every_parameter_learns():
    trainer = Trainer(SIX)
    before = {name: w.clone() for name, w in trainer.transformer.state_dict().items()}
    steps(trainer, 2)
    after = trainer.transformer.state_dict()
    assert [name for name, w in before.items() if torch.equal(w, after[name])] == []
    assert sum(len(o.param_groups[0]["params"]) for o in trainer.optimizers) == len(before)


def test_a_drill_counts_the_answers_alone(learned):
    rng = random.Random(3)
    inputs, targets = drill(learned, rng, 20, 200)
    assert not np.array_equal(inputs, drill(learned, rng, 20, 200)[0])  # each time others
    assert inputs.shape == targets.shape and (targets >= 0).any(1).all()
    for row, wanted in zip(inputs.tolist(), targets.tolist(), strict=True):
        text = learned.decode([id for id in row if id != EOT])
        for answer in learned.decode([id for id in wanted if id >= 0]).split():
            assert answer in words.COLOURS and text.count(answer) >= 2, text  # shown and asked for
    trainer = Trainer(replace(SIX, drill=2))
    steps(trainer, 3)
    assert trainer.done == 3


def test_what_is_said_again_counts_alone_and_can_be_told(learned):
    rng = random.Random(3)
    inputs, targets = copies(learned, rng, 20, 200)
    assert inputs.shape == targets.shape == (20, 199) and not np.array_equal(inputs, copies(learned, rng, 20, 200)[0])
    assert 0.3 < (targets >= 0).mean() < 0.7 and set(inputs.flat) <= set(learned.words)
    for row, wanted in zip(inputs.tolist(), targets.tolist(), strict=True):
        for i, piece in enumerate(wanted):
            assert piece < 0 or (row[i], piece) in pairwise(row[: i + 1])  # so it stood before
    trainer = Trainer(replace(SIX, copies=2))
    trainer.step()
    assert trainer.tokens == (SIX.pictures + SIX.texts + 2) * SMALL.n_positions


def test_shares_are_a_value_that_the_flags_say(monkeypatch):
    monkeypatch.setattr(
        sys, "argv", ["learn", "--shares", "story=50", "face=7.5", "--vocabulary", "900", "--no-secrets"]
    )
    run, _ = door.parse()
    assert (run.world.texts["story"], run.world.pictures["face"]) == (50, 7.5)
    assert (RICH.texts["story"], RICH.pictures["face"]) != (50, 7.5)
    assert run == replace(Run(), world=run.world, secrets=False, config=replace(ModelConfig(), vocab_size=900))
    assert run.facts()["shares"]["texts"]["story"] == 50 and json.dumps(run.facts())
    monkeypatch.setattr(sys, "argv", ["learn", "--shares", "stories=50"])
    with pytest.raises(ValueError, match="no kind 'stories'"):
        door.parse()


@pytest.mark.parametrize("wrong", [{"optimizer": "sgd"}, {"steps": 0}, {"pictures": 0, "texts": 0}])
def test_a_run_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"must be muon or adamw|needs a step"):
        replace(SIX, **wrong)


def test_training_says_what_happens_and_saves_where_it_is_told(tmp_path):
    """Twice the same; stopped after the evaluation at step 3, the folder holds that step."""
    first = [(now.step, now.bits, now.found) for now in train(SIX)]
    assert [step for step, _, found in first if found] == [3, 6] and len(first) == 6
    for now in train(SIX, tmp_path):
        if now.step == 4:
            break
    again = [(now.step, now.bits, now.found) for now in train(SIX, tmp_path)]
    assert [step for step, *_ in again] == [4, 5, 6]
    assert [bits for _, bits, _ in again] == pytest.approx([bits for _, bits, _ in first[3:]], abs=1e-5)


def test_evaluating_changes_nothing():
    """Nor does the sample that it shows: the next step is the same with and without."""
    losses = steps(Trainer(SIX), 3)
    trainer = Trainer(SIX)
    watched = steps(trainer, 1)
    found = trainer.material.evaluate(trainer)
    now = Happened(1, 9.8, 1, 1.0, found, 0.0, trainer.transformer, trainer.vocabulary)
    assert "\033[" in door.show(SIX, now)
    assert watched + steps(trainer, 2) == losses
    # Untrained: 256 pixels and <eot> of about log2(900) = 9.8 bits each.
    assert found["bits_per_picture"] == pytest.approx(257 * 9.8, rel=0.1)


@pytest.mark.parametrize("steps", [1, 6, 100, 3600])
def test_rate(steps):
    """Up to the full rate over the first 2 %, then down in equal parts; never 0, never above 1."""
    rates = [replace(SIX, steps=steps).rate(step) for step in range(steps)] if steps > 1 else [1.0]
    warm = max(1, steps // 50)
    assert max(rates) <= 1 and min(rates) > 0
    assert rates[: warm - 1] == sorted(rates[: warm - 1])
    assert rates[warm:] == sorted(rates[warm:], reverse=True)
    assert max(rates) == pytest.approx(1, abs=1 / steps)


def test_rate_golden():
    """100 steps: 1/2, then 1 (2 of warm-up), then 98/98, 97/98 … down to 1/98."""
    rates = [replace(SIX, steps=100).rate(step) for step in range(100)]
    assert rates[:4] == pytest.approx([0.5, 1, 1, 97 / 98])
    assert rates[-1] == pytest.approx(1 / 98)


def texts_of(vocabulary, ids):
    """The complete documents of a row of text; the last one is cut."""
    documents = vocabulary.decode(ids).split("<eot>")
    return documents[:-1]


def caption_of(vocabulary, ids):
    """What stands before <image>."""
    return vocabulary.decode([id for id in ids[: ids.index(IMAGE)] if id != PAD])


@pytest.mark.parametrize("validation", [False, True], ids=["training", "validation"])
def test_held_out_texts_stay_apart(learned, validation):
    """In training no document and no caption is held out; in validation all are."""
    inputs, _ = Rows(learned, PLAIN, validation).batch(random.Random(9), 40, 40, 289)
    captions = [caption_of(learned, row.tolist()) for row in inputs[:40]]
    texts = [text for row in inputs[40:] for text in texts_of(learned, row.tolist())]
    assert len(texts) > 20
    assert {held_out(text) for text in captions + texts} == {validation}


def test_about_one_in_32_is_held_out():
    rng = random.Random(3)
    share = np.mean([held_out(str(rng.random())) for _ in range(20_000)])
    assert share == pytest.approx(1 / 32, abs=5 * (1 / 32 / 20_000) ** 0.5)


def test_rows(learned):
    """Targets are the inputs one later; padding does not count; a picture ends with <eot>."""
    inputs, targets = Rows(learned, replace(RICH, clips=0)).batch(random.Random(9), 3, 2, 289)
    assert inputs.shape == targets.shape == (5, 288)
    counted = targets != -100
    assert (targets[:, :-1][counted[:, :-1]] == inputs[:, 1:][counted[:, :-1]]).all()
    assert (inputs[:, 1:][~counted[:, :-1]] == PAD).all() and (targets != PAD).all()
    assert (inputs[:3, 31] == IMAGE).all() and (targets[:3, -1] == EOT).all()
    assert np.isin(inputs[:3, 32:], list(COLOUR_IDS)).all()


def test_text_fills_the_row_after_a_picture(learned):
    """Of 321 ids a picture takes 289; what follows begins with a document, as an ordinary row does."""
    inputs, targets = Rows(learned).batch(random.Random(9), 3, 1, 321)
    assert inputs.shape == (4, 320) and (inputs[:3, 288] == EOT).all()
    assert (inputs[:3, 289:] >= NOTE_IDS.stop).sum() > 60 and (targets[:3, 288:] != -100).all()


def test_a_short_row_cuts_the_picture(learned):
    inputs, _ = Rows(learned).batch(random.Random(9), 2, 1, 101)
    assert inputs.shape == (3, 100) and np.isin(inputs[:2, 32:], list(COLOUR_IDS)).all()


def test_a_row_is_made_from_its_seed_alone(learned):
    rows = [Rows(learned).batch(random.Random(seed), 2, 2, 289)[0] for seed in ("1 x", "1 x", "2 x")]
    assert (rows[0] == rows[1]).all() and (rows[0] != rows[2]).any()


def test_a_drawn_picture_is_held_out_by_its_caption():
    rng = random.Random(5)
    assert all(held_out(draw_picture(rng, validation=True).caption) for _ in range(5))


def test_ansi_shows_two_pixels_a_character():
    pixels = np.zeros((16, 16), dtype=int)
    pixels[1] = 15  # brown, #5c2e15 = 92, 46, 21
    lines = door.ansi(pixels).splitlines()
    assert len(lines) == 8 and all(line.count("▀") == 16 for line in lines)
    assert "\033[38;2;23;22;26m\033[48;2;92;46;21m▀" in lines[0]


def test_a_run_can_start_from_a_checkpoint(tmp_path):
    first = Trainer(SIX, tmp_path)
    steps(first, 2)
    first.save()
    second = Trainer(SIX, weights=tmp_path)
    assert second.done == 0
    for a, b in zip(first.transformer.parameters(), second.transformer.parameters(), strict=True):
        assert torch.allclose(a, b, rtol=1e-3, atol=1e-4)  # a checkpoint holds float16


def test_a_fresh_run_takes_the_vocabulary_alone(tmp_path):
    first = Trainer(SIX, tmp_path)
    steps(first, 2)
    first.save()
    second = Trainer(replace(SIX, fresh=True), weights=tmp_path)
    assert second.done == 0 and second.before is None
    assert second.vocabulary.tokenizer.to_str() == first.vocabulary.tokenizer.to_str()
    start = Trainer(SIX).transformer.state_dict()  # the same seed, but other numbers were drawn before
    for name, weight in second.transformer.state_dict().items():
        assert weight.shape == start[name].shape
    same = [
        torch.allclose(a, b)
        for a, b in zip(first.transformer.h[0].parameters(), second.transformer.h[0].parameters(), strict=True)
        if a.ndim == 2
    ]
    assert not any(same)


def test_a_run_with_another_vocabulary_takes_over_what_was_learned(tmp_path):
    first = Trainer(SIX, tmp_path)
    steps(first, 2)
    first.save()
    larger = replace(SIX.config, vocab_size=950, n_positions=340)
    second = Trainer(replace(SIX, documents=200, config=larger), weights=tmp_path)  # another sample, so other merges
    assert len(second.vocabulary) == 950 and second.done == 0
    old, new = first.transformer.state_dict(), second.transformer.state_dict()
    for name in old.keys() - {"wte.weight", "wpe.weight"}:
        torch.testing.assert_close(new[name], old[name], rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(
        new["wte.weight"][: NOTE_IDS.stop], old["wte.weight"][: NOTE_IDS.stop], rtol=1e-3, atol=1e-4
    )
    torch.testing.assert_close(new["wpe.weight"][:320], old["wpe.weight"], rtol=1e-3, atol=1e-4)
    for id in range(NOTE_IDS.stop, 950, 50):
        spelled = first.vocabulary.encode_bytes(second.vocabulary.bytes_of(id))
        assert b"".join(map(first.vocabulary.bytes_of, spelled)) == second.vocabulary.bytes_of(id)
        mean = old["wte.weight"][spelled].mean(0)
        torch.testing.assert_close(new["wte.weight"][id], mean, rtol=1e-3, atol=1e-4)
    assert (new["wpe.weight"][320:].norm(dim=1) > 0).all()


def test_pictures_weigh_more():
    """With a weight of 0 for pictures, the step is that of the text alone, behind a picture too."""
    weighted, texts = Trainer(replace(SIX, picture_weight=0.0)), Trainer(SIX)
    inputs, targets = drawn(weighted, f"{weighted.run.seed} step 0 process 0", Rows(weighted.vocabulary, PLAIN), 1, 1)
    weighted.step()
    targets[0, :288] = -100
    losses = texts.losses(inputs, targets)
    (losses.sum() / (targets >= 0).sum()).backward()
    for optimizer, full in zip(texts.optimizers, (3e-3, 0.02), strict=True):
        optimizer.param_groups[0]["lr"] = full * SIX.rate(0)
        optimizer.step()
    for a, b in zip(weighted.transformer.parameters(), texts.transformer.parameters(), strict=True):
        assert torch.allclose(a, b, rtol=0, atol=1e-5)
