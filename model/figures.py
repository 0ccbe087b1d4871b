"""A line of the scoreboard, and how sure it is."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

Z = 1.96  # standard errors to either side hold 95 %


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


def wilson(hits: int, n: int) -> tuple[float, float]:
    """95 % interval of a share of which `hits` out of `n` were seen."""
    share, extra = hits / n, Z * Z / n
    middle = share + extra / 2
    half = Z * math.sqrt(share * (1 - share) / n + extra / (4 * n))
    return max(0.0, (middle - half) / (1 + extra)), min(1.0, (middle + half) / (1 + extra))


def share(name: str, hits: Sequence[bool], least: float | None = None, note: str = "") -> Figure:
    """How many of `hits` are true, against the `least` share."""
    n, value = len(hits), sum(hits) / len(hits)
    bar, ok = ("", None) if least is None else (f"≥ {least}", value >= least)
    return Figure(name, value, *wilson(sum(hits), n), n, bar, ok, note)


def ratio(name: str, above: np.ndarray, below: np.ndarray) -> Figure:
    """Sum of `above` over sum of `below`, as bits per byte, with the error of a ratio estimate."""
    value = above.sum() / below.sum()
    half = Z * np.sqrt(((above - value * below) ** 2).sum()) / below.sum()
    return Figure(name, float(value), float(value - half), float(value + half), len(above))


def mean(name: str, values: Sequence[float]) -> Figure:
    """The mean of `values` with its error."""
    value, half = float(np.mean(values)), float(Z * np.std(values, ddof=1) / math.sqrt(len(values)))
    return Figure(name, value, value - half, value + half, len(values))
