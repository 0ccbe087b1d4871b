"""What the model pays for clips and tunes, and that a bound belongs to what it stands beside."""

import math
import random

import numpy as np
import pytest
import torch

from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, EOT, IMAGE, PIXELS, TUNE
from model.found.painted import FILE, UNSEEN
from model.learn.rows import Rows
from model.score import bits as score_bits
from model.score.figure import Stratum
from model.world import rich
from model.world.alphabet import COLOURS
from model.world.clips.clips import clip
from model.world.tunes.tunes import tune


def test_rows_end_with_what_is_painted_or_played(ours):
    rng = random.Random(4)
    vocabulary = ours.vocabulary
    made = clip(rng)
    made = made.__class__("a red ball", made.frames, *[None] * 5)
    row, given = score_bits.row_of(ours, made)
    assert given == CAPTION_TOKENS and row[given - 1] == CLIP and len(row) == given + 256
    assert row[given] == COLOUR_IDS.start + made.frames[0, 0, 0] < COLOUR_IDS.start + len(COLOURS)
    picture = rich.RICH.picture(rng)
    painted = picture.__class__("a red ball", picture.pixels, *[None] * 4)
    assert score_bits.row_of(ours, painted)[0][CAPTION_TOKENS - 1] == IMAGE
    played = tune(rng)
    row, given = score_bits.row_of(ours, played)
    assert row[given - 1] == TUNE and row[-1] == EOT
    assert row[given:-1] == played.ids and row[: given - 1] == vocabulary.encode(played.caption)


def test_pictures_that_are_rehearsed_cost_what_their_pixels_cost(lm, tmp_path):
    """Of the rows that no training saw, without captions; nothing without the file."""
    rng, file = random.Random("rehearsed"), tmp_path / FILE
    rows = np.array([Rows(lm.vocabulary).picture(rng) for _ in range(UNSEEN + 3)])
    rows[:, CAPTION_TOKENS + PIXELS - 1] = rng.choices(COLOUR_IDS, k=len(rows))  # the last pixel is a surprise
    rows[UNSEEN:] = EOT  # what training read does not count
    np.savez_compressed(file, rows=rows.astype(np.uint16))
    (found,) = score_bits.rehearsed(lm, file)
    with torch.inference_mode():
        scores = lm.transformer(torch.from_numpy(rows[:UNSEEN, :-1])).log_softmax(-1)
    paid = -scores.gather(2, torch.from_numpy(rows[:UNSEEN, 1:])[..., None])[..., 0] / math.log(2)
    pixels = paid[:, CAPTION_TOKENS - 1 : CAPTION_TOKENS - 1 + PIXELS].sum(1)
    assert found.value == pytest.approx(pixels.mean().item(), rel=1e-4) and found.samples == UNSEEN
    assert score_bits.rehearsed(lm, tmp_path / "none.npz") == []


def test_a_clip_has_the_chance_that_its_caption_leaves():
    """Place, way, colour, background and what lies behind are open where they are not said."""
    found = score_bits.chosen(clip, 1, "clips", 60).above
    assert (found >= 0).all() and 10 < found.mean() < 18


def test_beside_bound_by_hand():
    """The model pays 3 bits where the generator chose 2, in every sample: 1.5 times."""
    pair = Stratum(1, np.full(4, 3.0), np.ones(4)), Stratum(1, np.full(4, 2.0), np.ones(4))
    figure = score_bits.beside_bound("x", [pair])
    assert figure.value == 3 and figure.beside == {"bound": 2.0} and "1.50 times" in figure.note
    assert figure.at_most(1.4, "bound").ok is False
    assert math.isfinite(figure.low) and figure.low == pytest.approx(3)
