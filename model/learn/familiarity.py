"""Surprise of unseen texts and captions of the world: what a prompt of a visitor is held against."""

import random

import numpy as np

from model.found.familiar import LENGTHS, SHARES, Familiar, bits_of, bits_of_caption
from model.language_model import LanguageModel
from model.world.draw import draw_picture, draw_text

TEXTS = 400


def unseen(lm: LanguageModel, rng: random.Random) -> list[int]:
    """Ids of a text that training never saw; none of the random words that a token of their own announces."""
    while lm.vocabulary.kind((ids := lm.vocabulary.encode(draw_text(rng, validation=True)))[0]) == "control":
        pass
    return ids


def surprise(lm: LanguageModel) -> np.ndarray:
    """Bits (TEXTS, longest - 1) of the beginnings of unseen texts; NaN where one has ended."""
    rng, found = random.Random("familiar"), np.full((TEXTS, LENGTHS[-1] - 1), np.nan)
    for row in found:
        bits = bits_of(lm.trace_ids(unseen(lm, rng)[: LENGTHS[-1]]))
        row[: len(bits)] = bits
    return found


def familiar(lm: LanguageModel) -> Familiar:
    """Quantiles of their surprise."""
    bits = surprise(lm)
    texts = []
    for length in LENGTHS:
        begun = bits[:, : length - 1]
        means = begun[~np.isnan(begun).any(1)].mean(1)
        texts.append(tuple(np.quantile(means, SHARES).round(4).tolist()))
    return Familiar(tuple(texts), captions(lm))


def captions(lm: LanguageModel) -> tuple[float, ...]:
    """Quantiles of the surprise of unseen captions; none, if it has no pictures."""
    if not lm.vocabulary.has_pictures:
        return ()
    rng, means = random.Random("familiar captions"), []
    for _ in range(TEXTS):
        ids = lm.vocabulary.encode(caption := draw_picture(rng, validation=True).caption)
        means.append(bits_of_caption(lm.trace_ids(lm.picture_prompt(caption)), len(ids)).mean())
    return tuple(np.quantile(means, SHARES).round(4).tolist())
