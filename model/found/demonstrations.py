"""What the page invites visitors to try on this very model: chosen by `model.learn.demos`, kept beside it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = "demonstrations.json"


class Demonstration(NamedTuple):
    """What the page sets, and what fills the sentence that invites to it."""

    text: str
    token: int | None = None  # to select; None: the last
    controls: Mapping[str, float] = {}
    edits: tuple[str, ...] = ()
    slots: Mapping[str, str | float] = {}
    measured: float = 0.0  # what its claim is about


def save(folder: Path, wte: np.ndarray, found: Mapping[str, Demonstration]) -> None:
    """Write them beside the weights, whose token table is `wte`."""
    told = {"made_for": made_for(wte), "demonstrations": {name: each._asdict() for name, each in found.items()}}
    (folder / FILE).write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(folder: Path, wte: np.ndarray) -> dict[str, Demonstration]:
    """Name -> the demonstration; none where the file is missing, damaged or of another model."""
    try:
        told = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if told["made_for"] != made_for(wte):
            return {}
        return {
            name: Demonstration(**each | {"edits": tuple(each["edits"])})
            for name, each in told["demonstrations"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def made_for(wte: np.ndarray) -> str:
    """By what the file knows its model."""
    return sha256(wte.tobytes()).hexdigest()
