"""Our own scaling law: the measured runs of `model.learn.scale`, and the line through all sizes but the largest.

A power law, bits = a · weights^-α: a straight line where both axes count in factors (Kaplan et al. 2020). Hoffmann et
al. 2022 add a floor that no size goes below; `fit` says why we do not.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = Path("assets/scale/runs.jsonl")


class Measured(NamedTuple):
    """One run of the sweep."""

    layers: int
    width: int
    weights: int
    tokens: int  # read, each once
    seed: int
    bits: float  # a byte of unseen text
    seconds: float  # of one core


class Point(NamedTuple):
    """All runs of one size on one amount of text."""

    weights: int
    tokens: int
    seeds: int
    bits: float  # their mean
    low: float  # the best of them
    high: float  # and the worst


class Fit(NamedTuple):
    """bits = a · weights^-alpha."""

    a: float
    alpha: float

    def bits(self, weights: float) -> float:
        """What it predicts for a size."""
        return self.a * weights**-self.alpha


def read(file: Path = FILE) -> list[Measured]:
    """All finished runs; none where there is no file."""
    if not file.is_file():
        return []
    return [Measured(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def points(runs: Sequence[Measured]) -> list[Point]:
    """The runs of each size on each amount of text together, from small to large."""
    groups = defaultdict(list)
    for run in runs:
        groups[run.weights, run.tokens].append(run.bits)
    return [Point(*key, len(bits), float(np.mean(bits)), min(bits), max(bits)) for key, bits in sorted(groups.items())]


def parted(found: Sequence[Point]) -> tuple[list[Point], list[Point]]:
    """The points of all sizes but the largest, and those of the largest."""
    largest = max(point.weights for point in found)
    return [p for p in found if p.weights < largest], [p for p in found if p.weights == largest]


def on_most(found: Sequence[Point]) -> list[Point]:
    """Those that read most."""
    most = max(point.tokens for point in found)
    return [point for point in found if point.tokens == most]


def fit(found: Sequence[Point]) -> Fit:
    """The line by least squares in logarithms through points that read the same.

    Chosen on the first six sizes alone: the line through five of them foretells the sixth 4 % too low, one through the
    last three or four 7 %. The best floor (Hoffmann et al. 2022) for those five is 0 bits, so there is none.
    """
    slope, start = np.polyfit(np.log([p.weights for p in found]), np.log([p.bits for p in found]), 1)
    return Fit(float(np.exp(start)), float(-slope))


def seconds(runs: Sequence[Measured]) -> tuple[float, float]:
    """CPU-seconds of a run on the most text: so many for any, and so many for each weight."""
    most = max(run.tokens for run in runs)
    longest = [run for run in runs if run.tokens == most]
    each, start = np.polyfit([run.weights for run in longest], [run.seconds for run in longest], 1)
    return float(start), float(each)


def compute(point: Point) -> float:
    """FLOPs of a training, by the rule of thumb of Kaplan et al. 2020: six for each weight and token."""
    return 6.0 * point.weights * point.tokens
