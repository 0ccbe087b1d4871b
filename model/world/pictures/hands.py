"""Hands with four fingers and a thumb as pixel masks, and a count of a painted hand's fingers.

Every hand is seen from its palm: a right hand that points up has its thumb on the right.
"""

from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.tables import Table
from model.world.pictures.reading import background_of, colours_of
from model.world.pictures.sprites import read_masks

SKINS = ("peach", "tan", "brown")
SIDES = ("right", "left")
DIRECTIONS = ("up", "left", "down", "right")  # in the order of quarter turns, anticlockwise
DRAWINGS = Table(__file__, "hands")
POSES = ("open", "spread", "small")
SLEEVE = 2  # rows
BENT = (0, 1, 2)  # rows by which a finger may be shorter
LEAST_REACH = 3  # pixels: a rounded corner of the palm is shorter than any finger


@cache
def poses() -> dict[str, np.ndarray]:
    """Pose -> mask of a right hand that points up."""
    return read_masks(DRAWINGS)


@cache
def sleeve_mask(pose: str, side: str, direction: str) -> np.ndarray:
    """Mask of the lowest rows of a `hand_mask`, where a sleeve is."""
    upright = hand_mask(pose, side, "up").copy()
    upright[:-SLEEVE] = False
    return np.rot90(upright, DIRECTIONS.index(direction))


@cache
def hand_mask(pose: str, side: str, direction: str, bent: tuple[int, ...] = ()) -> np.ndarray:
    """Mask (height, width) of a hand: its pose, which hand it is, where its fingers point.

    Each finger, from the little one to the index, is as many rows shorter as `bent` says, if it stays a finger.
    """
    mask = poses()[pose].copy()
    fingers = sorted(find_parts(mask & ~find_palm(mask)), key=lambda part: min(column for _, column in part))
    for finger, rows in zip(fingers, bent, strict=False):
        tip, end = min(finger)[0], max(finger)[0]
        for row, column in finger:
            mask[row, column] &= row >= min(tip + rows, end - LEAST_REACH + 1)
    if side == "left":
        mask = mask[:, ::-1]
    return np.rot90(mask, DIRECTIONS.index(direction))


def erode(mask: np.ndarray) -> np.ndarray:
    """Top left corners (rows - 2, columns - 2) of the 3 x 3 squares that lie inside `mask`."""
    tall = mask[:-2] & mask[1:-1] & mask[2:]
    return tall[:, :-2] & tall[:, 1:-1] & tall[:, 2:]


def find_palm(mask: np.ndarray) -> np.ndarray:
    """All pixels of `mask` that a 3 x 3 square inside it covers: palm and wrist, no fingers."""
    squares = erode(mask)
    palm = np.zeros_like(mask)
    for row in range(3):
        for column in range(3):
            palm[row : row + squares.shape[0], column : column + squares.shape[1]] |= squares
    return palm


def find_parts(mask: np.ndarray) -> list[set[tuple[int, int]]]:
    """Connected parts of `mask`, each a set of (row, column); only whole sides connect."""
    left = {(int(row), int(column)) for row, column in np.argwhere(mask)}
    parts = []
    while left:
        part, edge = set(), [left.pop()]
        while edge:
            row, column = edge.pop()
            part.add((row, column))
            around = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)}
            edge.extend(around & left)
            left -= around
        parts.append(part)
    return parts


def is_finger(part: set[tuple[int, int]], palm: np.ndarray) -> bool:
    """Whether a thin part is long enough for a finger and grows out of the palm."""
    rows, columns = zip(*part, strict=True)
    reach = 1 + max(max(rows) - min(rows), max(columns) - min(columns))
    ground = np.pad(palm, 1)  # ground[row + 1, column + 1] is palm[row, column]
    touches = any(
        ground[row, column + 1] or ground[row + 2, column + 1] or ground[row + 1, column] or ground[row + 1, column + 2]
        for row, column in part
    )
    return reach >= LEAST_REACH and touches


def count_fingers(pixels: np.ndarray) -> int:
    """Number of fingers, thumb included, of the hand in a picture (16, 16), however it is turned.

    The hand is the most frequent colour besides the background. Whatever no 3 x 3 square inside
    the hand covers is thin (a morphological opening); each connected thin part that touches the
    palm and reaches over three pixels or more is a finger.
    """
    colours = colours_of(pixels, background_of(pixels))
    if not colours:
        return 0
    hand = pixels == COLOURS.index(colours[0])
    palm = find_palm(hand)
    return sum(is_finger(part, palm) for part in find_parts(hand & ~palm))
