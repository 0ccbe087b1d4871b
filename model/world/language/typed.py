"""Texts as people type them on phones: what is contracted, what is thumbed, capitals.

The quotes, dashes, accents and emoji of a phone no text needs: the tokenizer reads them away, see `model.core.plain`.
"""

import random
import re
from collections.abc import Iterable
from functools import cache

from model.world.language.tables import Table

TABLE = Table(__file__, "typed")
CONTRACTED, SHORTER = 0.15, 0.025  # shares of the texts
BRIEF, LOUD = 200, 0.09  # letters, and the share of so short texts that shout
AS_IT_IS = ("code", "echo", "chant", "murmur", "dice", "orwell", "series")  # kinds of text


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, of two that begin alike the longer."""
    return rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"


@cache
def long_forms() -> re.Pattern:
    """What finds words that are contracted before another: no "Yes, I'm."."""
    return re.compile(rf"{any_of(long for long, _ in TABLE['contracted'].rows)}(?= [a-z0-9])", re.IGNORECASE)


def contracted(text: str) -> str:
    """The text with "I'm" for "I am", "don't" for "do not"."""
    short = dict(TABLE["contracted"].rows)
    return long_forms().sub(lambda hit: hit[0][0] + short[hit[0].lower()][1:], text)


def shorter(rng: random.Random, text: str) -> str:
    """The text in small letters, with some words as they are thumbed, and with some ends said louder."""
    pairs = dict(rng.sample(TABLE["said shorter"].rows, 8))
    text = re.sub(any_of(pairs), lambda hit: pairs[hit[0]], text.lower())
    return re.sub(r"[!?]", lambda hit: hit[0] * rng.choice((1, 1, 2, 3)), text)


def from_phone(rng: random.Random, text: str) -> str:
    """The text as it is, or as it comes from a phone."""
    if rng.random() < CONTRACTED:
        text = contracted(text)
    if rng.random() < SHORTER:
        text = shorter(rng, text)
    return text.upper() if len(text) < BRIEF and rng.random() < LOUD else text


def as_typed(rng: random.Random, kind: str, text: str) -> str:
    """A text of some kind of the world as it is, or from a phone."""
    return text if kind in AS_IT_IS else from_phone(rng, text)
