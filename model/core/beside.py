"""Files that `model.learn.prepare` puts beside the weights, and that belong to just them.

Each says what it was made for; beside anything else it counts as missing.
"""

from hashlib import sha256
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

MADE_FOR = "made for"


def save(path: Path, made_for: bytes, **arrays: np.ndarray) -> None:
    """Write `arrays` to a safetensors file that belongs to what has the bytes `made_for`."""
    rows_first = {name: np.ascontiguousarray(array) for name, array in arrays.items()}  # else it mixes up the order
    save_file(rows_first, path, {MADE_FOR: sha256(made_for).hexdigest()})


def load(path: Path, made_for: bytes) -> dict[str, np.ndarray] | None:
    """The arrays of `save`, or None if there is no such file or it was made for something else."""
    if not path.is_file():
        return None
    with safe_open(path, framework="numpy") as file:
        if (file.metadata() or {}).get(MADE_FOR) != sha256(made_for).hexdigest():
            return None
        return {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
