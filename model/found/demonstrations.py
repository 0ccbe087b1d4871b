"""What the page invites visitors to try on this very model: chosen by `model.learn.demos`, kept beside it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.found import kept

FILE = "demonstrations.json"


class Demonstration(NamedTuple):
    """What the page sets, and what fills the sentence that invites to it."""

    text: str
    token: int | None = None  # to select; None: the last
    controls: Mapping[str, float] = {}  # of its tab, never changed
    edits: tuple[str, ...] = ()
    slots: Mapping[str, str | float] = {}
    measured: float = 0.0  # what its claim is about


def save(folder: Path, wte: np.ndarray, found: Mapping[str, Demonstration]) -> None:
    """Write them beside the weights, whose token table is `wte`."""
    kept.save(folder / FILE, wte, {name: each._asdict() for name, each in found.items()})


def load(folder: Path, wte: np.ndarray) -> dict[str, Demonstration]:
    """Name -> the demonstration; none where there are none for this model."""
    try:
        found = kept.load(folder / FILE, wte) or {}
        return {name: Demonstration(**each | {"edits": tuple(each["edits"])}) for name, each in found.items()}
    except (KeyError, TypeError, AttributeError):
        return {}
