"""A line of the scoreboard, and how sure it is."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from model.core.interval import Z, wilson


class Figure(NamedTuple):
    """One line of the scoreboard."""

    name: str
    value: float
    low: float | None = None  # 95 % interval
    high: float | None = None
    samples: int = 1
    bar: str = ""
    ok: bool | None = None  # None where there is no bar
    note: str = ""
    beside: dict[str, float] | None = None  # what it is compared with

    def at_most(self, times: float, other: str) -> "Figure":
        """The same figure against a multiple of one that stands beside it."""
        return self._replace(bar=f"≤ {times} × {other}", ok=self.value <= times * self.beside[other])


def share(name: str, hits: Sequence[bool], least: float | None = None, note: str = "") -> Figure:
    """How many of `hits` are true, against the `least` share."""
    n, value = len(hits), sum(hits) / len(hits)
    bar, ok = ("", None) if least is None else (f"≥ {least}", value >= least)
    return Figure(name, value, *wilson(sum(hits), n), n, bar, ok, note)


def mean(name: str, values: Sequence[float]) -> Figure:
    """The mean of `values` with its error."""
    value = float(np.mean(values))
    if len(values) < 2:
        return Figure(name, value)
    half = float(Z * np.std(values, ddof=1) / math.sqrt(len(values)))
    return Figure(name, value, value - half, value + half, len(values))


class Stratum(NamedTuple):
    """Samples of one kind, and the share of that kind in the whole."""

    weight: float
    above: np.ndarray  # such as the bits of each sample
    below: np.ndarray  # such as its bytes


def stratified(name: str, strata: Sequence[Stratum]) -> Figure:
    """The ratio of what all kinds have above to what they have below, each kind by its weight."""
    value = sum(s.weight * s.above.mean() for s in strata) / (whole := sum(s.weight * s.below.mean() for s in strata))
    samples = sum(len(s.above) for s in strata)
    if min(len(s.above) for s in strata) < 2:  # too few to say how sure it is
        return Figure(name, float(value), samples=samples)
    errors = (s.weight**2 * (s.above - value * s.below).var(ddof=1) / len(s.above) for s in strata)
    half = Z * math.sqrt(sum(errors)) / whole
    return Figure(name, float(value), float(value - half), float(value + half), samples)
