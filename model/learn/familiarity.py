"""Surprise of unseen texts and captions of the world: what a prompt of a visitor is held against."""

import random
from dataclasses import replace

import numpy as np

from model.found import suffixes
from model.found.familiar import LENGTHS, SHARES, Familiar, bits_of_caption, surprise_of, surprises_of
from model.found.reading import LEAST, covered
from model.language_model import LanguageModel
from model.world.draw import draw_picture, draw_text
from model.world.rich import RICH, World

TEXTS = 400
ASKED, MET = 48, 0.4  # texts of a kind; the share of their tokens in runs that stand in the sample, if it was read
BY_HAND = ("handwritten", "thread")  # none is like another: what is new of them stands nowhere, though they were read


def read_by(lm: LanguageModel) -> World:
    """The world with those kinds of texts that the model has read, by the sample of them; all without a sample.

    The world grows, and a checkpoint is as old as it is: what it never read is none of its own.
    """
    if lm.corpus is None:
        return RICH
    order, rng, met = suffixes.of(lm.corpus.ids), random.Random("familiar kinds"), {*BY_HAND}
    for kind in (each for each in RICH.texts if each not in BY_HAND):
        alone, shares = replace(RICH, texts={kind: 1}), []
        for _ in range(ASKED):
            ids = lm.vocabulary.encode(draw_text(rng, True, alone))[: LENGTHS[-1]]
            shares.append(covered(order.runs(ids, LEAST), len(ids)).mean())
        if np.mean(shares) >= MET:
            met.add(kind)
    return replace(RICH, texts={kind: share for kind, share in RICH.texts.items() if kind in met})


def unseen(lm: LanguageModel, rng: random.Random, world: World = RICH) -> list[int]:
    """Ids of a text that training never saw, as the world makes them up: what it is at home in.

    None of the random words that a token of their own announces; and none of those by hand: each is the only one of its
    like, so one that was never read is as strange as what strangers type (the area between them is .54).
    """
    made_up = replace(world, texts={kind: share for kind, share in world.texts.items() if kind not in BY_HAND})
    while lm.vocabulary.kind((ids := lm.vocabulary.encode(draw_text(rng, True, made_up)))[0]) == "control":
        pass
    return ids


def surprise(lm: LanguageModel) -> np.ndarray:
    """That of the tokens (TEXTS, longest - 1) at the beginnings of unseen texts; NaN where one has ended."""
    rng, world, found = random.Random("familiar"), read_by(lm), np.full((TEXTS, LENGTHS[-1] - 1), np.nan)
    for row in found:
        surprises = surprises_of(lm.trace_ids(unseen(lm, rng, world)[: LENGTHS[-1]]))
        row[: len(surprises)] = surprises
    return found


def familiar(lm: LanguageModel) -> Familiar:
    """Quantiles of their surprise."""
    bits = surprise(lm)
    texts = []
    for length in LENGTHS:
        begun = bits[:, : length - 1]
        means = [surprise_of(row, length) for row in begun[~np.isnan(begun).any(1)]]
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
