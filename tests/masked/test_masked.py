"""The masked model: its numbers by transformers, its dice one hole at a time, what is filled first, counts."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.interval import wilson
from model.core.sampling import Shaping
from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, MASK, PAD, PIXELS
from model.language_model import load
from model.learn import holes as learning
from model.learn.run import Run
from model.learn.trainer import train
from model.masked import fill, holes, measured
from model.masked.beside import FOLDER, Masked, beside

TEXT = "Once upon a time there was a little fox named Ada."
SURE = Shaping(temperature=0)


@pytest.fixture(scope="module")
def masked(sizes, randomised):
    """A masked model whose parameters are all random."""
    return Masked(randomised(Transformer(ModelConfig(**sizes, masked=True)), 5))


@pytest.fixture(scope="module")
def shipped(lm):
    return beside(lm)


def by_transformers(folder, ids):
    """The same logits by GPT-2 of transformers, with an attention mask that hides nothing."""
    from transformers import GPT2LMHeadModel

    gpt2 = GPT2LMHeadModel.from_pretrained(folder, attn_implementation="eager").eval()
    everything = torch.zeros(1, 1, len(ids), len(ids))
    with torch.inference_mode():
        return gpt2(torch.tensor([ids]), attention_mask=everything).logits[0].numpy()


def test_its_numbers_are_those_of_transformers(masked, vocabulary, tmp_path):
    checkpoint.save(tmp_path, masked.transformer, vocabulary, {})
    again = Masked(checkpoint.load(tmp_path)[0])
    assert again.config.masked
    ids = [EOT, *vocabulary.encode(TEXT)]
    pieces = vocabulary.pieces(ids)
    found = again.trace(ids, pieces)
    assert found.logits == pytest.approx(by_transformers(tmp_path, ids), abs=1e-4)
    assert found.pattern.sum(-1) == pytest.approx(np.ones(found.pattern.shape[:-1]), abs=1e-5)
    assert (found.pattern[..., 0, 1:] > 0).all()  # the first looks at all that come after
    with torch.inference_mode():  # the fused way, without a record
        assert again.transformer(torch.tensor([ids]))[0].numpy() == pytest.approx(found.logits, abs=1e-4)


def test_the_shipped_one_by_transformers(shipped, lm):
    read = shipped.read(lm.encode("The sky is blue and the grass is green."), {1})
    assert read[:3] == [EOT, lm.encode("The")[0], MASK]
    ours = shipped.logits([read])[0].numpy()
    assert ours == pytest.approx(by_transformers(FOLDER, read)[:-1], abs=2e-3)


def test_a_causal_model_stays_causal(tiny):
    one, two = (tiny.transformer(torch.tensor([[5, 6, last]]))[0, 1] for last in (7, 8))
    assert torch.equal(one, two)


def test_each_hole_alone(tiny, masked):
    ids = tiny.encode(TEXT)
    found = holes.hole(tiny, masked, TEXT, None)
    backs, boths = [], []
    for place, id in enumerate(ids):
        read = [EOT, *ids]
        read[place + 1] = MASK
        scores = masked.transformer(torch.tensor([read]))[0, place]
        boths.append(scores.softmax(-1)[id].item())
        before = tiny.transformer(torch.tensor([ids[:place] or [EOT]]))[0, -1]
        backs.append(before.softmax(-1)[id].item())
    assert found.boths == pytest.approx(boths, abs=1e-5) and found.backs == pytest.approx(backs, abs=1e-5)
    assert found.place == int((np.array(boths) - backs).argmax())
    side = found.both
    assert side.true == pytest.approx(boths[found.place], abs=1e-5)
    assert side.bits == pytest.approx(-np.log2(boths[found.place]), abs=1e-3)
    assert [face.true for face in side.faces].count(True) == 1
    assert sum(face.p for face in side.faces) + side.others == pytest.approx(1, abs=1e-5)


def test_maps_are_those_of_both_passes(tiny, masked):
    back, both = holes.maps(tiny, masked, TEXT, 3, 1, 1)
    ids = tiny.encode(TEXT)
    assert np.array_equal(back, tiny.trace(TEXT).pattern[1, 1])
    read = [EOT, *ids[:3], MASK, *ids[4:]]
    assert np.array_equal(both, masked.trace(read, tiny.vocabulary.pieces(read)).pattern[1, 1][:-1, 1:])


def test_the_surest_hole_is_filled_first(tiny, masked):
    ids, left = tiny.encode(TEXT), {1, 4, 5, 8}
    words = tiny.vocabulary.words
    read = [EOT, *(MASK if i in left else id for i, id in enumerate(ids))]
    for found in fill.fill(tiny, masked, fill.Gaps(TEXT, [8, 1, 5, 4, 4]), SURE, 0):
        dice = masked.transformer(torch.tensor([read]))[0, :, words.start : words.stop].softmax(-1)
        assert found.place == max(left, key=lambda i: dice[i].max().item())
        assert found.id == words.start + int(dice[found.place].argmax())
        assert found.p == pytest.approx(dice[found.place].max().item(), abs=1e-5)
        read[found.place + 1] = found.id
        left.remove(found.place)
    assert not left


def test_a_causal_model_fills_from_left_to_right(tiny):
    ids, words = tiny.encode(TEXT), tiny.vocabulary.words
    for found, place in zip(fill.fill_left(tiny, fill.Gaps(TEXT, [5, 0, 2]), SURE, 0), (0, 2, 5), strict=True):
        scores = tiny.transformer(torch.tensor([ids[:place] or [EOT]]))[0, -1, words.start : words.stop]
        assert (found.place, found.id) == (place, words.start + int(scores.argmax()))
        ids[place] = found.id


@pytest.mark.parametrize("hidden", [[], [99], [-1], ["a"], [True], [None], [1.5]])
def test_what_cannot_be_hidden(tiny, masked, hidden):
    for filling in (fill.fill(tiny, masked, fill.Gaps(TEXT, hidden), SURE, 0),):
        with pytest.raises(ValueError, match=r"hidden|token"):
            list(filling)


def broken(kind):
    rng = np.random.default_rng(3)
    return fill.Broken("a red ball", rng.integers(0, 16, PIXELS).tolist(), fill.hole_of(kind))


@pytest.mark.parametrize("kind", fill.HOLES)
def test_a_hole_hides_what_it_says(kind):
    hidden = fill.hole_of(kind).reshape(16, 16)
    named = {"top": hidden[:8], "bottom": hidden[8:], "left": hidden[:, :8], "right": hidden[:, 8:]}
    named["middle"] = hidden[4:12, 4:12]
    if kind in named:
        assert named[kind].all() and named[kind].sum() == hidden.sum()
    else:
        assert 0.6 < hidden.mean() < 0.8


def test_the_surest_pixels_are_repaired_first(tiny, masked):
    given = broken("middle")
    filled = fill.repair(tiny, masked, given, SURE, 0)
    assert sorted(each.place for each in filled) == np.flatnonzero(given.hidden).tolist()
    read = [*tiny.picture_prompt(given.caption), *(COLOUR_IDS.start + np.array(given.colours)).tolist()]
    for place in np.flatnonzero(given.hidden):
        read[CAPTION_TOKENS + place] = MASK
    scores = masked.transformer(torch.tensor([read]))[0, CAPTION_TOKENS - 1 :, COLOUR_IDS.start : COLOUR_IDS.stop]
    dice = scores.softmax(-1)
    surest = sorted(np.flatnonzero(given.hidden), key=lambda i: -dice[i].max().item())[: fill.AT_ONCE]
    first = filled[: fill.AT_ONCE]
    assert [each.place for each in first] == [int(i) for i in surest]
    assert [each.id for each in first] == [int(dice[i].argmax()) for i in surest]
    assert [each.p for each in first] == pytest.approx([dice[i].max().item() for i in surest], abs=1e-5)


def test_who_looks_back_paints_on_as_ever(lm):
    """With the lower half hidden, it is the painter that keeps the first rows."""
    given = broken("bottom")
    filled = fill.repaint(lm, given, SURE, 0)
    painted = lm.paintings([given.caption], SURE, [0], kept=given.colours[: PIXELS // 2])
    assert [each.id for each in filled] == [step.rank.item() for step in painted]


def test_who_looks_back_keeps_what_is_there(tiny):
    given = broken("scattered")
    filled = fill.repaint(tiny, given, SURE, 0)
    ids = [*tiny.picture_prompt(given.caption), *(COLOUR_IDS.start + np.array(given.colours)).tolist()]
    for each in filled:
        before = tiny.transformer(torch.tensor([ids[: CAPTION_TOKENS + each.place]]))[0, -1]
        assert each.id == int(before[COLOUR_IDS.start : COLOUR_IDS.stop].argmax())
        ids[CAPTION_TOKENS + each.place] = COLOUR_IDS.start + each.id


def test_holes_are_where_they_may_be():
    rng = np.random.default_rng(0)
    ids = np.array([PAD] * 20 + [7] * 12 + [20] * PIXELS + [EOT])
    caption, pixels, shares = [], [], []
    for _ in range(400):
        hidden = learning.hide(rng, ids, True)
        assert not hidden[0] and not hidden[ids == PAD].any()
        caption.append(hidden[:CAPTION_TOKENS].any())
        pixels.append(hidden[CAPTION_TOKENS : CAPTION_TOKENS + PIXELS].mean())
        shares.append(learning.hide(rng, np.full(200, 99), False)[1:].mean())
    assert 0.35 < np.mean(caption) < 0.6  # else the caption is all there
    assert 0.3 < np.mean(pixels) < 0.55 and min(pixels) < 0.1 and max(pixels) > 0.9
    assert 0.4 < np.mean(np.abs(np.array(shares) - learning.TRAINED) < 0.1) < 0.75 and max(shares) > 0.8
    usual = learning.hide(rng, ids, True, usual=True)
    assert not usual[:CAPTION_TOKENS].any()


def test_what_is_learned_is_what_is_hidden(tmp_path):
    """Two steps of a small one."""
    config = ModelConfig(n_embd=16, n_layer=1, n_head=1)
    run = Run(config=config, steps=2, pictures=1, texts=1, every=2, fresh=True, masked=True)
    told = list(train(run, tmp_path, Path("assets/model")))
    assert [each.step for each in told] == [1, 2]
    assert {"holes_right", "bits_per_hole", "pixels_right", "bits_per_pixel"} <= told[-1].found.keys()
    again, _, values = checkpoint.load(tmp_path)
    assert values["masked"] is True and again.config.masked
    assert "bits a hole" in (tmp_path / "README.md").read_text()
    with pytest.raises(ValueError, match="masked model"):
        load(tmp_path)


def test_targets_are_under_the_masks(lm):
    class Learner:
        pass

    learner = Learner()
    learner.vocabulary, learner.run = lm.vocabulary, Run()
    inputs, targets = learning.holed(learner, "some", 2, 3, learning.LONG)
    assert inputs.shape == targets.shape == (5, learning.LONG - 1)
    there = targets[:, :-1] >= 0
    assert (inputs[:, 1:][there] == MASK).all()  # told one place before
    assert (inputs[:, 1:][~there] != MASK).all() and there.any(1).all()
    assert (inputs[2:, 0] == EOT).all()


@pytest.mark.parametrize(("place", "part"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 0), (7, 3), (8, 0)])
def test_fifths_of_a_sentence(place, part):
    pieces = ["The", " sky", " is", " blue", ".", " So", " it", " is!", "And", " then"]
    assert measured.part_of(pieces, place) == part


def test_it_is_right_more_often(lm, shipped):
    """What must be shown, of the committed measurement; a part of it is measured anew."""
    told = measured.recorded(lm, shipped)
    n, back, both = np.sum(told["parts"], 0)
    assert n == told["n"] == measured.N
    assert both / n >= 0.5
    for kind in ("top", "left", "scattered"):  # where what comes later tells something
        n, back, both = told["pictures"][kind]
        assert wilson(both, n)[0] > wilson(back, n)[1], kind
    some = [(ids, place) for ids, place in measured.drawn(lm, 12, "holes")]
    assert some == [*measured.drawn(lm, 12, "holes")]
    again = measured.measure(lm, shipped, n=12, pictures=1)
    rights = [0, 0]
    for ids, place in some:
        read = [EOT, *ids]
        read[place + 1] = MASK
        rights[1] += int(shipped.transformer(torch.tensor([read]))[0, place].argmax()) == ids[place]
        rights[0] += int(lm.trace_ids(ids).logits[place - 1].argmax()) == ids[place]
    assert np.sum(again["parts"], 0).tolist() == [12, *rights]


def test_another_model_was_not_measured(tiny, masked):
    assert measured.recorded(tiny, masked) is None and beside(tiny) is None
    assert json.loads(measured.FILE.read_text())["n"] == measured.N


def test_a_text_that_is_too_long(tiny, masked):
    long = "a" * (masked.config.n_positions + 3)
    with pytest.raises(ValueError, match="tokens"):
        holes.hole(tiny, masked, long, None)


def test_unseen_pictures_are_the_same_each_time():
    made = measured.unseen_pictures(3, "x")
    assert [each.caption for each in made] == [each.caption for each in measured.unseen_pictures(3, "x")]


def test_of_an_unseen_text_longer_than_the_context_its_beginning_is_asked(lm, monkeypatch):
    long = " ".join(f"The {n} dice fell." for n in range(200))
    monkeypatch.setattr(measured, "draw_text", lambda *_args, **_world: long)
    ids, place = next(measured.drawn(lm, 1, "long"))
    assert ids == lm.vocabulary.read(long)[: measured.MOST] and 0 < place < len(ids)
