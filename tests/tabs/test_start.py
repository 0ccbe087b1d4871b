"""Start: what the stage and the picture are sent is what the model computes."""

import base64
from types import SimpleNamespace

import numpy as np
import pytest

from components.tabs.start import tab as start
from model import CAPTION_TOKENS, COLOUR_IDS, Shaping, load_die, roll

TEXT = "She opened the door and saw a"


def test_the_die_and_where_it_falls(lm):
    value = start.loaded(lm, TEXT, 7)
    dice = load_die(lm.trace(TEXT).logits[-1])
    (rank,), (spot,) = roll(dice, 7, lm.encode(TEXT), 1)
    assert value["pieces"] == list(lm.trace(TEXT).pieces)
    assert np.allclose([face["p"] for face in value["faces"]], dice.probs[:12])
    assert value["others"]["p"] == pytest.approx(float(dice.probs[12:].sum()))
    assert (value["next"]["rank"], value["next"]["id"]) == (rank, int(dice.ids[rank]))
    assert value["next"]["spot"] == spot.tolist()


def test_every_pixel_has_the_die_that_it_was_rolled_with(lm):
    value = start.painting(lm, 1)
    shares = np.frombuffer(base64.b64decode(value["shares"]), "<f4").reshape(256, 16)
    steps = list(lm.paint(value["caption"], Shaping(0.8), 1))
    assert value["colours"] == [step.rank.item() for step in steps]
    ids = lm.picture_prompt(value["caption"]) + [COLOUR_IDS[c] for c in value["colours"]]
    for pixel in (0, 40, 255):
        dice = load_die(
            lm.trace_ids(ids[: CAPTION_TOKENS + pixel]).logits[-1, COLOUR_IDS.start : COLOUR_IDS.stop], Shaping(0.8)
        )
        assert np.allclose(shares[pixel][dice.ids], dice.probs, atol=1e-5)
    with pytest.raises(ValueError, match="There is no picture"):
        start.painting(lm, -1)


def test_a_model_without_pictures_paints_none():
    words_only = SimpleNamespace(vocabulary=SimpleNamespace(has_pictures=False))
    assert start.painting(words_only)["colours"] == []


def test_the_door_shows_a_head_of_this_sentence(lm):
    value = start.looks(lm, TEXT)
    weights = np.frombuffer(base64.b64decode(value["weights"]), "<f4")
    assert np.array_equal(weights, lm.trace(TEXT).pattern[value["layer"], value["head"], -1])
    assert len(start.looks(lm, "the")["pieces"]) >= 1


def test_a_class_begins_with_one_picture(lm, monkeypatch):
    """Whoever opens the page is shown what was painted for the first; nobody can change it for others."""
    first = start.painting(lm, 5)
    monkeypatch.setattr(type(lm), "paint", None)
    again = start.painting(lm, 5)
    assert again == first and again is not first
