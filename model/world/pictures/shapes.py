"""The shapes of the picture world as exact pixel masks, each in three sizes.

A mask is a bool array (height, width), cropped to the shape: no empty border rows or columns.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from model.world.language.tables import Table
from model.world.pictures.sprites import read_masks


@dataclass(frozen=True)
class Thing:
    """One thing of a picture, as drawn, or as a caption says it: then None is left out."""

    name: str
    colour: str | None
    size: str | None
    place: str | None


SIZES = ("small", "medium", "big")
DRAWINGS = Table(__file__, "shapes")
SHAPES = tuple(dict.fromkeys(name.split("_")[0] for names in DRAWINGS for name in names.split()))


@cache
def shapes() -> dict[str, np.ndarray]:
    """Shape and size -> mask."""
    return read_masks(DRAWINGS)


def shape_mask(name: str, size: str) -> np.ndarray:
    """Mask (height, width) of the shape `name` in the given `size`."""
    return shapes()[f"{name} {size}"]
