"""The form of a card: a claim about a model as data, a measuring function and predicates on what it measures.

Its words stand among the page's, as `limits.{name}_claim` or `uses.{name}_claim`; `model.doubt.deck` finds the cards.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from model.core.interval import Z, wilson
from model.language_model import LanguageModel


class Sure(NamedTuple):
    """A figure with its 95 % interval and the number of samples behind it."""

    value: float
    low: float
    high: float
    n: int


class Row(NamedTuple):
    """What the model says of one thing, and the truth beside it: what was planted, or None."""

    name: str
    said: Sure
    told: float | None = None


class Copied(NamedTuple):
    """Characters of a text that stand word for word in what was read."""

    start: int
    end: int
    source: str  # the file, by hand; "" for a generated text


class Made(NamedTuple):
    """Something that it made when it was asked: a text, or the pixels of a picture, or the notes of a tune."""

    kind: str  # text, picture or tune
    asked: str
    bits: float  # a token, that it paid
    seed: int
    temperature: float
    text: str = ""
    copied: tuple[Copied, ...] = ()
    cells: tuple[int, ...] = ()  # places in the palette
    notes: tuple[tuple[int | None, int], ...] = ()  # place among the pitches, None for a rest; sixteenths
    bar: int = 0  # sixteenths


class Grid(NamedTuple):
    """A map of two numbers: the share that is right in each field, and whether what was read goes there."""

    names: tuple[str, ...]  # of the fields along either side
    shares: tuple[tuple[float, ...], ...]  # by the first number, then by the second
    told: tuple[tuple[bool, ...], ...]
    n: int  # samples of a field


class Part(NamedTuple):
    """Rows that stand together, and what was made for them; `{card}_part_{name}` says what they have in common."""

    name: str
    rows: tuple[Row, ...]
    unit: str = "share"  # or bits, or words
    most: float = 1.0  # where the axis ends
    made: tuple[Made, ...] = ()
    grid: Grid | None = None


class Seen(NamedTuple):
    """Why: a line as the training texts have it, and how many of them do."""

    text: str
    hits: int
    n: int


class Help(NamedTuple):
    """Something that was tried against it: what it changes, and what it costs; two figures each, without and with it.

    `recorded`: measured on committed runs, not here.
    """

    name: str
    effect: tuple[Sure, Sure]
    cost: tuple[Sure, Sure] | None = None
    unit: str = "share"  # of the cost
    recorded: bool = False


@dataclass(frozen=True)
class Measured:
    """What a card has measured. `facts` fill its sentences: shares, counts (`…_n`), bits (`…_bits`)."""

    parts: tuple[Part, ...]
    facts: dict[str, float] = field(default_factory=dict)
    because: tuple[Seen, ...] = ()
    helps: tuple[Help, ...] = ()

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of one part."""
        return next(part.rows for part in self.parts if part.name == name)


@dataclass(frozen=True)
class Card:
    """One claim: `finding` is what it says is so, `answer` which of three guesses is right, by what was measured."""

    order: int  # among the cards
    measure: Callable[[LanguageModel], Measured]
    finding: Callable[[Measured], bool]
    answer: Callable[[Measured], int]
    own: Callable[[LanguageModel, str], Part]  # a visitor's own case; raises ValueError, which says what fits
    case: str  # the first one
    lacks: Callable[[LanguageModel], str] = lambda lm: ""  # why a model cannot be asked; empty: it can
    name: str = ""  # that of its file


def exact(value: float) -> Sure:
    """A chance that was read off one die: no sample, nothing to be unsure of."""
    return Sure(float(value), float(value), float(value), 1)


def mean(values: Sequence[float] | np.ndarray, low: float = 0.0, high: float = 1.0) -> Sure:
    """The mean of samples, with its 95 % interval within `low` and `high`."""
    values = np.asarray(values, float)
    half = Z * float(values.std(ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    middle = float(values.mean())
    return Sure(middle, max(low, middle - half), min(high, middle + half), len(values))


def share(hits: Sequence[bool] | np.ndarray) -> Sure:
    """How many of the `hits` are true, with the interval of Wilson (1927)."""
    hits = np.asarray(hits, bool)
    k, n = int(hits.sum()), len(hits)
    return Sure(k / n, *wilson(k, n), n)


def above(one: Sure, other: Sure) -> bool:
    """Whether a share is larger than another beyond doubt: by the 95 % interval of the difference (Newcombe 1998)."""
    return one.value - other.value > math.hypot(one.value - one.low, other.high - other.value)
