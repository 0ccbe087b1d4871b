"""Positions as sine waves (Vaswani et al. 2017), to be held beside a learned table, and what repeats in either."""

import numpy as np


def sinusoidal(n: int, width: int) -> np.ndarray:
    """The position table (n, width) of Vaswani et al. 2017, section 3.5: nothing in it is learned.

    Each pair of numbers is one wave, sine and cosine of p / 10000^(2i / width); the waves grow
    longer from 2π positions at i = 0 to almost 2π · 10000.
    """
    waves = np.arange(0, width, 2) / width
    angles = np.arange(n)[:, None] / 10000.0**waves  # (n, ⌈width / 2⌉)
    both = np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(n, -1)
    return both[:, :width].astype(np.float32)


def similarity(table: np.ndarray) -> np.ndarray:
    """Cosines (n, n) between all rows of `table` (n, C)."""
    rows = table / np.linalg.norm(table, axis=1, keepdims=True)
    return rows @ rows.T


def by_distance(alike: np.ndarray, farthest: int) -> np.ndarray:
    """Means (farthest + 1,) of the diagonals of `alike` (n, n): how alike two rows are that lie so far apart."""
    return np.array([np.diagonal(alike, d).mean(dtype=np.float64) for d in range(farthest + 1)])
