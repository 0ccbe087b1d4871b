"""Principal component analysis (Pearson 1901): the directions in which a table of vectors spreads most."""

import numpy as np


def pca(table: np.ndarray, n: int = 3, fit: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates (V, n) of the rows of `table` (V, C), and each direction's share of the spread (n,).

    Exact: the singular vectors of the centred rows. Rows outside the mask `fit` (V,) get
    coordinates but do not pull the directions. A direction's sign means nothing; here the row
    that lies farthest out has a positive coordinate.
    """
    rows = table if fit is None else table[fit]
    middle = rows.mean(0, dtype=np.float64)
    _, sizes, directions = np.linalg.svd(rows - middle, full_matrices=False)
    coordinates = (table - middle) @ directions[:n].T
    farthest = np.abs(coordinates).argmax(0)
    coordinates *= np.sign(coordinates[farthest, range(coordinates.shape[1])])
    return coordinates, sizes[:n] ** 2 / (sizes**2).sum()
