"""The table of positions as bytes for its widget, and the round numbers at which colour ramps end."""

from base64 import b64encode
from math import isqrt

import numpy as np

from components import figures
from components.page import served
from components.page.widget import packed
from components.page.words import say
from model import CAPTION_TOKENS, PIXELS, LanguageModel, positions

NICE = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)  # ends of a colour ramp, times a power of ten
DRAWN = 100_000  # cells of a position table that are sent; a larger table is thinned out
FARTHEST = 80  # positions apart that are drawn
APART = 20  # between two ticks, where no picture has lines
TALL = 130  # pixels of the curves, without their axis


def limits(lm: LanguageModel) -> tuple[float, float]:
    """The ends of the colour ramps of tokens and of positions: the same for every prompt."""
    return ramp_end(lm.wte), ramp_end(lm.wpe)


def ramp_end(table: np.ndarray) -> float:
    """A round number that 99.5 % of the numbers in `table` do not exceed in size."""
    reach = float(np.percentile(np.abs(table), 99.5))
    power = int(np.floor(np.log10(reach))) if reach > 0 else 0
    ends = (float(f"{n}e{power}") for n in NICE)  # read, not multiplied: 3 * 0.1 is more than 0.3
    return next(end for end in ends if end >= reach * (1 - 1e-9))


def position_table(lm: LanguageModel) -> dict:
    """Every position's vector as one byte a number, how alike positions are, and the same for sine waves."""
    table, waves = lm.wpe, positions.sinusoidal(*lm.wpe.shape)
    alike = [positions.similarity(each) for each in (table, waves)]
    thin, pairs = (int(np.ceil(np.sqrt(size / DRAWN))) for size in (table.size, len(table) ** 2))
    return {
        "rows": len(table[::thin]),
        "thin": thin,
        "thin_pairs": pairs,
        "shape": table.shape,
        "width": isqrt(PIXELS) if lm.vocabulary.has_pictures else 0,
        "start": CAPTION_TOKENS,
        **drawn_table(table, alike[0], lm.kept(limits, lm)[1], thin, pairs),
        "waves": drawn_table(waves, alike[1], 1.0, thin, pairs),
        "curves": by_distance(lm, *alike).to_dict(),
        "numbers": "" if lm.step is None else served.keep(position_numbers(lm)),
    }


def by_distance(lm: LanguageModel, learned: np.ndarray, waves: np.ndarray) -> "figures.go.Figure":
    """Mean cosine of two positions by how far apart they are, from the cosines of all pairs."""
    farthest = min(FARTHEST, len(learned) - 1)
    means = [positions.by_distance(alike, farthest) for alike in (learned, waves)]
    names = say("positions.is_learned"), say("positions.is_waves")
    line = isqrt(PIXELS) if lm.vocabulary.has_pictures else APART
    x, y = say("positions.distance"), say("positions.cosine")
    return figures.curves(np.arange(farthest + 1), dict(zip(names, means, strict=True)), x, y, TALL, line)


def position_numbers(lm: LanguageModel) -> dict:
    """Every position's vector as it is, learned and of sine waves, for the file."""
    both = {"learned": lm.wpe, "waves": positions.sinusoidal(*lm.wpe.shape)}
    return {"numbers": lm.wpe.shape[1], **{name: packed(table) for name, table in both.items()}}


def drawn_table(table: np.ndarray, alike: np.ndarray, limit: float, thin: int, pairs: int) -> dict:
    """Every `thin`-th number and `pairs`-th cosine of a table of positions as bytes; 127 is `limit` or the cosine 1."""
    apart = [n for n in (1, 10, 100) if n < len(table)]
    return {
        "cells": levels(table[::thin, ::thin] / limit),
        "limit": limit,
        "alike": {str(n): packed(np.diagonal(alike, n)) for n in apart},
        "similar": levels(alike[::pairs, ::pairs]),
        "by_distance": packed(positions.by_distance(alike, min(FARTHEST, len(table) - 1))),
    }


def levels(shares: np.ndarray) -> str:
    """Numbers from -1 to 1 as base64 int8 from -127 to 127."""
    return b64encode(np.rint(np.clip(shares, -1, 1) * 127).astype(np.int8).tobytes()).decode()
