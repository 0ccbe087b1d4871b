"""How likely a picture of one colour is: as reckoned by hand from dice that are known."""

from types import SimpleNamespace

import pytest
import torch

from model.core.vocabulary import COLOUR_IDS, PIXELS
from model.score.blank import BRIEF, MOST, blank, blanks

RED = COLOUR_IDS.start + 3
FIRST, STAYS, MORE = 2.0, 9.0, 1.0  # red as the first pixel; the colour of the pixel before; red after red


def alike(lm):
    """A model in whose pictures each pixel is most likely as the one before, red ones above all."""

    def dice(ids):
        logits = torch.zeros(*ids.shape, lm.config.vocab_size).scatter_(2, ids[..., None], STAYS)
        logits[..., RED] += FIRST * (ids < COLOUR_IDS.start) + MORE * (ids == RED)
        return logits

    return SimpleNamespace(transformer=dice, picture_prompt=lm.picture_prompt)


def face(logit, temperature):
    """Its chance beside fifteen of logit 0."""
    weight = torch.tensor(logit / temperature, dtype=torch.float64).exp().item()
    return weight / (weight + len(COLOUR_IDS) - 1)


@pytest.mark.parametrize("temperature", [1.0, 0.8, 1.5])
def test_it_is_what_the_dice_give(tiny, temperature):
    red, same, redder = (face(logit, temperature) for logit in (FIRST, STAYS, STAYS + MORE))
    expected = red * redder ** (PIXELS - 1) + (1 - red) * same ** (PIXELS - 1)
    assert blank(alike(tiny), "a red duck", temperature) == pytest.approx(expected, rel=1e-3)


def test_the_figure_is_the_mean_of_brief_captions(tiny):
    (figure,) = blanks(alike(tiny))
    assert figure.value == pytest.approx(blank(alike(tiny), BRIEF[0])) and figure.samples == len(BRIEF)
    assert figure.ok is (figure.value <= MOST) is False
    assert blanks(tiny)[0].ok  # of a random model no two pixels are alike for long
