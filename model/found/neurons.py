"""Which training texts and pictures fire each neuron most; `model.learn.prepare` finds them ahead of time."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.core import beside

FILE = "neurons.safetensors"


@dataclass(frozen=True, eq=False)
class Examples:
    """Where each neuron fires most. R rows of training data, L layers, N neurons a layer."""

    ids: np.ndarray  # (tokens,) all rows, one after another
    starts: np.ndarray  # (R + 1,) where each begins, and the end
    row: np.ndarray  # (L, N, 4) rows, the strongest text first, the picture last
    at: np.ndarray  # (L, N, 4) the token of the row at which it fired
    value: np.ndarray  # (L, N, 4) how strongly; 0: it never did

    def tokens(self, row: int) -> list[int]:
        """Ids of one row."""
        return self.ids[self.starts[row] : self.starts[row + 1]].tolist()


def save(folder: Path, wte: np.ndarray, found: Examples) -> None:
    """Write the examples beside the weights, whose token table is `wte`, in 0.5 MB."""
    small = {
        "row": found.row.astype(np.int16),
        "at": found.at.astype(np.int16),
        "value": found.value.astype(np.float16),
    }
    beside.save(folder / FILE, wte.tobytes(), ids=found.ids, starts=found.starts, **small)


def load(folder: Path, wte: np.ndarray) -> Examples | None:
    """The examples of this very model, or None."""
    found = beside.load(folder / FILE, wte.tobytes())
    return None if found is None else Examples(**found)
