"""The shapes of the picture world as exact pixel masks, each in three sizes.

A mask is a bool array (height, width), cropped to the shape: no empty border rows or columns.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np


@dataclass(frozen=True)
class Thing:
    """One thing of a picture, as drawn, whether or not the caption says it."""

    name: str
    colour: str
    size: str | None
    place: str | None


SIZES = ("small", "medium", "big")

# One line a shape and size; rows are parted by blanks, `#` is paint. Drawn by hand where a formula
# gives ragged pixels; nothing of small or medium size is wider or higher than 7, so two fit in 16.
DRAWINGS = {
    ("circle", "small"): ".###. ##### ##### ##### .###.",
    ("circle", "medium"): "..###.. .#####. ####### ####### ####### .#####. ..###..",
    ("circle", "big"): """...#####... .#########. .#########. ########### ########### ###########
        ########### ########### .#########. .#########. ...#####...""",
    ("square", "small"): "#### #### #### ####",
    ("square", "medium"): "###### " * 6,
    ("square", "big"): "########### " * 11,
    ("triangle", "small"): "..#.. .###. #####",
    ("triangle", "medium"): "...#... ..###.. ..###.. .#####. .#####. #######",
    ("triangle", "big"): """.....#..... ....###.... ....###.... ...#####... ...#####... ..#######..
        ..#######.. .#########. .#########. ###########""",
    ("diamond", "small"): "..#.. .###. ##### .###. ..#..",
    ("diamond", "medium"): "...#... ..###.. .#####. ####### .#####. ..###.. ...#...",
    ("diamond", "big"): """.....#..... ....###.... ...#####... ..#######.. .#########. ###########
        .#########. ..#######.. ...#####... ....###.... .....#.....""",
    ("rectangle", "small"): "#### ####",
    ("rectangle", "medium"): "###### ###### ######",
    ("rectangle", "big"): "############ " * 6,
    ("bar", "small"): "## " * 5,
    ("bar", "medium"): "### " * 7,
    ("bar", "big"): "#### " * 12,
    ("cross", "small"): "..#.. ..#.. ##### ..#.. ..#..",
    ("cross", "medium"): "..##.. ..##.. ###### ###### ..##.. ..##..",
    ("cross", "big"): "....###.... " * 4 + "########### " * 3 + "....###.... " * 4,
    ("ring", "small"): ".###. #...# #...# #...# .###.",
    ("ring", "medium"): "..###.. .#####. ##...## ##...## ##...## .#####. ..###..",
    ("ring", "big"): """...#####... .#########. .###...###. ###.....### ##.......## ##.......##
        ##.......## ###.....### .###...###. .#########. ...#####...""",
    ("frame", "small"): "##### #...# #...# #...# #####",
    ("frame", "medium"): "####### ####### ##...## ##...## ##...## ####### #######",
    ("frame", "big"): "########### " * 2 + "##.......## " * 7 + "########### " * 2,
    ("star", "small"): "..#.. ##### .###. .#.#.",
    ("star", "medium"): "...#... ...#... ####### .#####. ..###.. .##.##. .#...#.",
    ("star", "big"): """.....#..... .....#..... ....###.... ....###.... ########### .#########.
        ..#######.. ...#####... ..#######.. ..###.###.. .##.....##.""",
    ("heart", "small"): ".#.#. ##### ##### .###. ..#..",
    ("heart", "medium"): ".##.##. ####### ####### ####### .#####. ..###.. ...#...",
    ("heart", "big"): """..##...##.. .####.####. ########### ########### ########### ###########
        .#########. ..#######.. ...#####... ....###.... .....#.....""",
    ("moon", "small"): ".### ##.. ##.. ##.. .###",
    ("moon", "medium"): "..#### .###.. ###... ###... ###... .###.. ..####",
    ("moon", "big"): """...##### ..####.. .####... ####.... ####.... ####.... ####.... ####....
        .####... ..####.. ...#####""",
}
SHAPES = tuple(dict.fromkeys(name for name, _ in DRAWINGS))


def read_mask(drawing: str) -> np.ndarray:
    """Mask (height, width) of a drawing: rows parted by blanks, `#` is paint."""
    return np.array([[mark == "#" for mark in row] for row in drawing.split()])


@cache
def shape_mask(name: str, size: str) -> np.ndarray:
    """Mask (height, width) of the shape `name` in the given `size`."""
    return read_mask(DRAWINGS[name, size])
