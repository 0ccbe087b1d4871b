"""The ten digits as pixel masks: bold, 7 wide and 11 high, with strokes of two pixels, or thin, 5 wide and 7 high."""

from functools import cache

import numpy as np

from model.world.language.tables import Table
from model.world.pictures.sprites import read_mask_drawings

DRAWINGS = Table(__file__, "digits")


@cache
def digits() -> dict[str, tuple[np.ndarray, ...]]:
    """Digit -> masks."""
    return read_mask_drawings(DRAWINGS)


def digit_mask(digit: int, drawing: int = 0) -> np.ndarray:
    """Mask (height, width) of `digit`, cropped to the paint."""
    return digits()[str(digit)][drawing]
