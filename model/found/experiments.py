"""Five prepared experiments on what a model is taught: their measured runs, and what each is found to show.

A finding is a predicate on the figures of one run, so that a test can hold it on every committed line, and the page can
ask it of the run that a visitor has just made. `make experiments` trains them; see `model.learn.data`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

FILE = Path("assets/experiments/runs.jsonl")
LEVELLED = FILE.with_name("levelled.jsonl")
CLEAR = 0.1  # bits a token that count as a difference
NEAR = 0.15  # of a planted share
Figures = Mapping[str, Sequence[float]]  # by name, for both sides


class Measured(NamedTuple):
    """One run of one experiment: both sides, and what was measured."""

    experiment: str
    seed: int
    tenths: int  # the planted share of a skewed corpus; else what it is at first
    steps: int
    rows: tuple[int, int]
    figures: dict[str, tuple[float, float]]
    seconds: float  # of one core


class Levelled(NamedTuple):
    """A tuning on texts that say "she" as often as "he", see `model.doubt.levelled`."""

    seed: int
    steps: int
    slopes_before: list[float]  # by wording: how much of the planted difference is said
    slopes_after: list[float]
    bits_before: float  # a token of unseen texts of the world
    bits_after: float


def by_heart(f: Figures) -> bool:
    """The tenth knows what it has read better than the whole does, and what it has not read worse."""
    gaps = [unseen - read for unseen, read in zip(f["unseen"], f["read"], strict=True)]
    return f["unseen"][1] > f["unseen"][0] + CLEAR and gaps[1] > gaps[0] + 10 * CLEAR


def worse_by_noise(f: Figures) -> bool:
    """On clean text the noisy side is more surprised."""
    return f["unseen"][1] > f["unseen"][0] + CLEAR


def as_planted(f: Figures) -> bool:
    """Both sides say "she" about as often as they were told."""
    return all(abs(said - told) <= NEAR for said, told in zip(f["she"], f["planted"], strict=True))


def one_sentence(f: Figures) -> bool:
    """The face that the sentence told is at least five times as likely, and at least 5 %."""
    return f["five"][1] > max(5 * f["five"][0], 0.05)


def each_its_own(f: Figures) -> bool:
    """Each side is the less surprised one on unseen text of its own kind."""
    return "on_a" in f and f["on_a"][0] < f["on_a"][1] - CLEAR and f["on_b"][1] < f["on_b"][0] - CLEAR


FINDINGS: dict[str, Callable[[Figures], bool]] = {
    "amount": by_heart,
    "noise": worse_by_noise,
    "skew": as_planted,
    "sentence": one_sentence,
    "own": each_its_own,
}


def less_surprised(f: Figures) -> int:
    """Which side is the less surprised one on unseen text: 0, 1, or 2 for about alike."""
    a, b = f["unseen"]
    return 2 if abs(a - b) <= CLEAR else int(b < a)


def as_often(f: Figures) -> int:
    """Whether the skewed side says "she" about as often as it read it (0), less often (1) or more often (2)."""
    far = f["she"][1] - f["planted"][1]
    return 0 if abs(far) <= NEAR else 1 if far < 0 else 2


def believed(f: Figures) -> int:
    """Whether 5 has below 5 % with the sentence (0), up to a half (1), or more (2)."""
    return sum(f["five"][1] > bar for bar in (0.05, 0.5))


def at_home(f: Figures) -> int:
    """Who is less surprised: each on its own kind (0), the first on both (1), the second on both (2); else 0."""
    if "on_a" not in f:
        return 0
    wins = [f[name][0] < f[name][1] for name in ("on_a", "on_b")]
    return 1 if all(wins) else 2 if not any(wins) else 0


ANSWERS: dict[str, Callable[[Figures], int]] = {  # what a visitor guesses before: which of three
    "amount": less_surprised,
    "noise": less_surprised,
    "skew": as_often,
    "sentence": believed,
    "own": at_home,
}
SHOWN = {  # the figures that a finding is about
    "amount": ("unseen", "read"),
    "noise": ("unseen", "read"),
    "skew": ("planted", "she"),
    "sentence": ("five", "four"),
    "own": ("on_a", "on_b"),
}


def read(file: Path = FILE) -> list[Measured]:
    """All finished runs; none where there is no file."""
    return [Measured(**line) for line in lines_of(file)]


def levelled(file: Path = LEVELLED) -> list[Levelled]:
    """All recorded tunings; none where there is no file."""
    return [Levelled(**line) for line in lines_of(file)]


def lines_of(file: Path) -> list[dict]:
    """The records of a file, one a line; none where there is no file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []
