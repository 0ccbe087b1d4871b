"""Surprise of unseen texts and pictures of the world: what a prompt of a visitor is held against."""

import random

import numpy as np

from model.core.generate import generate
from model.core.sampling import Shaping
from model.core.vocabulary import COLOUR_IDS, PIXELS
from model.found.familiar import LENGTHS, SHARES, Familiar, bits_of
from model.language_model import LanguageModel
from model.world.draw import draw_picture, draw_text

TEXTS, PICTURES, BATCH = 400, 120, 24
PAINTED = Shaping(temperature=0.8)


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


def painted(lm: LanguageModel) -> np.ndarray:
    """Bits (PICTURES,) of whole paintings of unseen captions."""
    rng, found = random.Random("familiar pictures"), []
    captions = [draw_picture(rng, validation=True).caption for _ in range(PICTURES)]
    for first in range(0, PICTURES, BATCH):
        prompts = [lm.picture_prompt(caption) for caption in captions[first : first + BATCH]]
        steps = generate(lm.transformer, prompts, PIXELS, PAINTED, first, COLOUR_IDS)
        found.append(-sum(step.logprobs.numpy() for step in steps) / np.log(2))
    return np.concatenate(found)


def familiar(lm: LanguageModel) -> Familiar:
    """Quantiles of both."""
    bits = surprise(lm)
    texts = []
    for length in LENGTHS:
        begun = bits[:, : length - 1]
        means = begun[~np.isnan(begun).any(1)].mean(1)
        texts.append(tuple(np.quantile(means, SHARES).round(4).tolist()))
    pictures = np.quantile(painted(lm), SHARES).round(3).tolist() if lm.vocabulary.has_pictures else []
    return Familiar(tuple(texts), tuple(pictures))
