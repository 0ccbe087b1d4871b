"""What this model was taught on purpose, by chapter, beside what it says: found by `model.score`, kept beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.found import kept

FILE = "library.json"


class Entry(NamedTuple):
    """A prompt to open, what was planted or held out about it, and what the model says.

    `clips`: of an animation, the planted and the model's own, each 256 hexadecimal digits: places in the palette.
    """

    text: str
    tab: str
    planted: str
    says: str
    clips: tuple[str, ...] = ()


class Chapter(NamedTuple):
    """Entries of one kind; its title and sentence stand among the page's words, as `library.{name}`."""

    name: str
    entries: tuple[Entry, ...]


def save(folder: Path, wte: np.ndarray, chapters: Sequence[Chapter]) -> None:
    """Write them beside the weights, whose token table is `wte`."""
    kept.save(folder / FILE, wte, [[name, [list(entry) for entry in entries]] for name, entries in chapters])


def load(folder: Path, wte: np.ndarray) -> tuple[Chapter, ...]:
    """The chapters; none where there are none for this model."""
    try:
        found = kept.load(folder / FILE, wte) or []
        return tuple(
            Chapter(name, tuple(Entry(*told[:4], *map(tuple, told[4:])) for told in entries)) for name, entries in found
        )
    except (TypeError, ValueError):
        return ()
