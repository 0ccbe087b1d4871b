"""Directions in a table of vectors: principal components (Pearson 1901) and sums of vectors (Mikolov et al. 2013)."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.core import beside

BATCH = 256  # analogies that are solved at once
BLOCK = 8192  # rows that are centred at once
TRIED = 500  # rows whose neighbours on the map are compared
FILE = "map.safetensors"


def pca(table: np.ndarray, n: int = 3, fit: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates (V, n) of the rows of `table` (V, C), and each direction's share of the spread (n,).

    Exact: the singular vectors of the centred rows, found as eigenvectors where that is quicker.
    Rows outside the mask `fit` (V,) get coordinates but do not pull the directions. A direction's
    sign means nothing; here the row that lies farthest out has a positive coordinate.
    """
    rows = table if fit is None else table[fit]
    middle = rows.mean(0, dtype=np.float64)
    if len(rows) > len(middle):
        products = sum(centred.T @ centred for centred in blocks(rows, middle))
        spread, columns = np.linalg.eigh(products)  # the smallest first
        spread, directions = spread[::-1], columns.T[::-1]
    else:
        _, sizes, directions = np.linalg.svd(rows - middle, full_matrices=False)
        spread = sizes**2
    coordinates = np.concatenate([centred @ directions[:n].T for centred in blocks(table, middle)])
    farthest = np.abs(coordinates).argmax(0)
    coordinates *= np.sign(coordinates[farthest, range(coordinates.shape[1])])
    return coordinates, spread[:n] / spread.sum()


def blocks(table: np.ndarray, middle: np.ndarray) -> Iterator[np.ndarray]:
    """The rows of `table` (V, C), less `middle`, some thousand at a time: exact, and a large table is not copied."""
    for start in range(0, len(table), BLOCK):
        yield table[start : start + BLOCK] - middle


def analogy(table: np.ndarray, a: int, b: int, c: int) -> np.ndarray:
    """Cosines (V,) of each row of `table` (V, C) with the sum a − b + c of three of its rows.

    Mikolov, Yih & Zweig 2013, on the rows as they are. The three rows themselves get −∞, as is
    usual: the sum stays close to a and c, and one of them would win almost always.
    """
    wanted = table[a] - table[b] + table[c]
    length = np.linalg.norm(table, axis=1) * np.linalg.norm(wanted)
    cosines = table @ wanted / np.where(length > 0, length, 1)  # a = b and c = 0 point nowhere
    cosines[[a, b, c]] = -np.inf
    return cosines


def units(table: np.ndarray) -> np.ndarray:
    """The rows of `table` (V, C) at length 1; what is all 0 points nowhere and stays 0."""
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return table / np.where(lengths > 0, lengths, 1)


class Solved(NamedTuple):
    """How many analogies of one family came out, and the clearest of them."""

    tried: int
    first: int  # the fourth token has the largest cosine
    alone: int  # the fourth token is nearest to the third even without the arithmetic
    best: tuple[int, int, int, int] | None  # a, b, c and the fourth, by lead, among those that need the arithmetic


def solve(table: np.ndarray, pairs: list[tuple[int, int]]) -> Solved:
    """Try a − b + c on `table` (V, C) with every two `pairs` (b, a), (c, d), also turned round: is the answer d?"""
    turned = [[pair[::way] for pair in two] for two in permutations(pairs, 2) for way in (1, -1)]
    tried = np.array([(a, b, c, d) for (b, a), (c, d) in turned if len({a, b, c, d}) == 4], int).reshape(-1, 4)
    found = [lead(table, rows) for rows in np.array_split(tried, len(tried) // BATCH + 1)]
    leads, alone = (np.concatenate(part) for part in zip(*found, strict=True))
    needed = np.where(alone, -np.inf, leads)
    best = tuple(tried[needed.argmax()].tolist()) if (needed > 0).any() else None
    return Solved(len(tried), int((leads > 0).sum()), int(alone.sum()), best)


def lead(table: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each a, b, c, d of `rows` (N, 4): d's lead over all other cosines, and whether c alone leads to d."""
    a, b, c, d = rows.T
    each = np.arange(len(rows))
    ahead = []
    for wanted in (table[a] - table[b] + table[c], table[c]):
        cosines = units(wanted) @ units(table).T  # (N, V)
        own = cosines[each, d]
        for column in (a, b, c, d):
            cosines[each, column] = -np.inf
        ahead.append(own - cosines.max(1))
    return ahead[0], ahead[1] > 0


def tsne(table: np.ndarray, seed: int = 0) -> np.ndarray:
    """Places (V, 2) where rows of `table` (V, C) that point alike lie together (van der Maaten & Hinton 2008).

    Who is near counts; distances between groups mean little. Needs scikit-learn, and some seconds.
    """
    from sklearn.manifold import TSNE

    return TSNE(2, perplexity=30, init="pca", random_state=seed).fit_transform(units(table)).astype(np.float32)


def kept(table: np.ndarray, places: np.ndarray, n: int) -> float:
    """Share of the `n` rows of `table` (V, C) nearest by cosine that are among the `n` nearest in `places` (V, 2).

    Of a large table about every (V / TRIED)-th row is tried: enough for a share, and quick.
    """
    some = np.arange(0, len(table), max(1, len(table) // TRIED))
    places, rows = places.astype(np.float64), units(table)
    lengths = (places**2).sum(1)
    apart = lengths[some, None] + lengths - 2 * places[some] @ places.T
    alike = rows[some] @ rows.T
    apart[np.arange(len(some)), some], alike[np.arange(len(some)), some] = np.inf, -np.inf
    near, drawn = (np.argpartition(x, n, axis=1)[:, :n] for x in (-alike, apart))
    return float(np.mean([len(np.intersect1d(a, b)) / n for a, b in zip(near, drawn, strict=True)]))


def save(folder: Path, table: np.ndarray, places: np.ndarray) -> None:
    """Write the map beside the weights, in 16 kB."""
    beside.save(folder / FILE, table.tobytes(), tsne=places)


def load(folder: Path, table: np.ndarray) -> np.ndarray | None:
    """The map (V, 2) of this very table, or None."""
    found = beside.load(folder / FILE, table.tobytes())
    return None if found is None else found["tsne"]
