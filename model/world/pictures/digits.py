"""The ten digits as bold pixel masks, 7 wide and 11 high, with strokes of two pixels."""

from functools import cache

import numpy as np

from model.world.language.tables import Table
from model.world.pictures.sprites import read_masks

DRAWINGS = Table(__file__, "digits")


@cache
def digits() -> dict[str, np.ndarray]:
    """Digit -> mask."""
    return read_masks(DRAWINGS)


def digit_mask(digit: int) -> np.ndarray:
    """Mask (11, 6 or 7) of `digit`, cropped to the paint."""
    return digits()[str(digit)]
