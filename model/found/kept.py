"""JSON that was found for one model and is kept beside its weights; beside any others it counts as missing."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np


def save(path: Path, wte: np.ndarray, found: Any) -> None:
    """Write plain data that belongs to the weights whose token table is `wte`."""
    told = {"made_for": made_for(wte), "found": found}
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path, wte: np.ndarray) -> Any:
    """The data, or None where the file is missing, damaged or of another model."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return told["found"] if told["made_for"] == made_for(wte) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def made_for(wte: np.ndarray) -> str:
    """By what a file knows its model."""
    return sha256(wte.tobytes()).hexdigest()
