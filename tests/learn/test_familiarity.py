"""How familiar a prompt is: by hand on small quantiles, and on the shipped model."""

import random

import numpy as np
import pytest

from model.found import familiar
from model.found.familiar import LENGTHS, SHARES, Familiar, beyond, bits_of, bits_of_caption
from model.learn.familiarity import unseen
from model.world.draw import draw_picture

STRANGE = """
    the stock market crash|my grandmother's kitchen|a spaceship landing on mars|freedom|an angry mob|a wedding in june
    two people dancing|a laptop with stickers|the smell of rain|my best friend|a football match|a city skyline
    the end of the world|mona lisa|a screenshot of an email|a volcano erupting|a very long road through the desert
    a kitchen with a blue fridge|a bicycle leaning on a wall|darth vader|a map of europe|a bowl of noodles|justice
"""
STRANGE = [caption.strip() for line in STRANGE.strip().splitlines() for caption in line.split("|")]
EVEN = tuple(np.linspace(0, 4, len(SHARES)))  # bits a token between 0 and 4, each as likely


def test_shares_by_hand():
    assert beyond(EVEN, 1.0) == pytest.approx(0.75) and beyond(EVEN, -1) == 1 and beyond(EVEN, 9) == 0
    found = Familiar((EVEN,) * len(LENGTHS))
    assert found.text([1.0] * 3) is None
    assert found.text([3.0] * 4) == pytest.approx(0.25)
    assert found.text([3.0] * 4 + [100.0]) == pytest.approx(0.25)  # as far as it is compared: five tokens


def test_bits_are_those_of_the_tokens(lm):
    trace = lm.trace("Once upon a time there was")
    scores = np.exp(trace.logits.astype(np.float64))
    expected = [-np.log2(scores[i, trace.ids[i + 1]] / scores[i].sum()) for i in range(len(trace.ids) - 1)]
    assert np.allclose(bits_of(trace), expected)


def test_it_knows_a_story_from_nonsense(lm):
    """If there is nothing to compare with, the model is newer: python -m model.learn.prepare."""
    story, nonsense = (
        lm.familiarity(lm.encode(text)) for text in ("Once upon a time there was", "{]) 9 ¤¤ Zq## +~ vv")
    )
    assert story > 0.5 > 0.05 > nonsense
    assert lm.familiarity(lm.encode("Once upon")) is None
    assert lm.familiarity([5] * (lm.config.n_positions + 1)) is None


def test_it_knows_captions_from_what_nobody_painted(lm):
    rng, own = random.Random("captions"), []
    while len(own) < 60:
        caption = draw_picture(rng, validation=True).caption
        own.append(lm.familiarity_of_caption(caption))
    strange = [lm.familiarity_of_caption(caption) for caption in STRANGE]
    assert np.mean([a > b for a in own for b in strange]) > 0.95  # the area under the curve
    assert lm.familiarity_of_caption("") is None and lm.familiarity_of_caption("a cat " * 40) is None


def test_bits_of_a_caption_are_those_before_its_picture(lm):
    caption = "a red ball on white"
    ids, trace = lm.vocabulary.encode(caption), lm.trace_ids(lm.picture_prompt(caption))
    scores = np.exp(trace.logits.astype(np.float64))
    first = 32 - 1 - len(ids)
    expected = [-np.log2(scores[i - 1, trace.ids[i]] / scores[i - 1].sum()) for i in range(first, 32)]
    assert [*trace.ids[first : first + len(ids)]] == ids
    assert np.allclose(bits_of_caption(trace, len(ids)), expected)


def test_what_it_is_held_against_is_unannounced_text(lm):
    rng = random.Random(1)
    assert all(lm.vocabulary.kind(unseen(lm, rng)[0]) != "control" for _ in range(60))


def test_it_belongs_to_one_model(tmp_path, tiny):
    wte = np.ones((4, 3), np.float32)
    found = Familiar((EVEN,) * len(LENGTHS))
    familiar.save(tmp_path, wte, found)
    assert familiar.load(tmp_path, wte) == found and familiar.load(tmp_path, 2 * wte) is None
    (tmp_path / familiar.FILE).write_text('{"made_for": "x", "found": []}')
    assert familiar.load(tmp_path, wte) is None
    assert tiny.familiarity([1] * 9) is None
