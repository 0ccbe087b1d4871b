"""Which caption a picture fits: bits are those of a plain pass, and Bayes' rule by hand."""

import random

import numpy as np
import pytest

from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS
from model.inside import backwards
from model.inside.backwards import likelihoods, posterior

CAPTIONS = ["a red ball", "a blue hat", "a green square left of a yellow star", "the sky", "Ada", "12 + 7"]


@pytest.fixture(scope="module")
def colours():
    rng = random.Random(3)
    return tuple(rng.randrange(16) for _ in range(256))


def test_bits_are_those_of_a_plain_pass(tiny, colours):
    found = tiny.picture_bits(CAPTIONS, colours)
    assert found.shape == (len(CAPTIONS), 256)
    for caption, bits in zip(CAPTIONS, found, strict=True):
        trace = tiny.trace_ids(tiny.picture_prompt(caption) + [COLOUR_IDS[colour] for colour in colours])
        scores = trace.logits[CAPTION_TOKENS - 1 : -1, COLOUR_IDS.start : COLOUR_IDS.stop].astype(np.float64)
        chances = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
        assert np.allclose(bits, -np.log2(chances[np.arange(256), colours]), rtol=0, atol=1e-4)


def test_what_else_is_asked_changes_nothing(tiny, colours, monkeypatch):
    prompts = [tiny.picture_prompt(caption) for caption in CAPTIONS]
    whole = likelihoods(tiny.transformer, prompts, colours)
    for batch in (1, 3, 16):
        monkeypatch.setattr(backwards, "BATCH", batch)
        assert np.allclose(likelihoods(tiny.transformer, prompts, colours), whole, rtol=0, atol=1e-4)


def test_a_painting_has_the_bits_that_it_was_painted_with(lm):
    caption = "a big red circle on white"
    steps = list(lm.paint(caption, seed=5))
    bits = lm.picture_bits([caption, "a black cat"], [step.rank.item() for step in steps])
    assert np.allclose(bits[0], [-step.logprobs.item() / np.log(2) for step in steps], rtol=0, atol=1e-3)
    assert bits[1].sum() > bits[0].sum() + 50


def test_the_posterior_by_hand():
    """Bits 3, 4, 5: odds 4 : 2 : 1; and no overflow however many bits there are."""
    assert np.allclose(posterior(np.array([3.0, 4.0, 5.0])), np.array([4, 2, 1]) / 7)
    assert posterior(np.array([9000.0, 20.0, 20.0])) == pytest.approx([0, 0.5, 0.5])


@pytest.mark.parametrize("caption", ["", "word " * 40])
def test_captions_that_do_not_fit_are_refused(tiny, colours, caption):
    with pytest.raises(ValueError, match=r"empty|at most 31 fit"):
        tiny.picture_bits([caption], colours)
