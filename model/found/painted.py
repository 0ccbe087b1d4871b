"""Pictures that a training rehearses, as an earlier world had them; they lie beside the weights that learned them."""

import numpy as np

FILE = "painted.npz"
UNSEEN = 64  # rows, the first ones, that training never sees


def painted_rows(file: str) -> np.ndarray:
    """Pictures with their captions as rows (n, 289) of ids."""
    return np.load(file)["rows"]
