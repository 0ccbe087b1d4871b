"""Sprites: drawings with one colour that the caption names and details in colours of their own.

A sprite is an array (height, width) of marks: `.` is background, `#` the main colour, a letter of
`LETTERS` a detail. A detail too like the main colour or the background takes another colour, always
the same one: main colour and background decide all the others.
"""

from collections.abc import Mapping
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.tables import Block, Table, listed

LETTERS = dict(zip("kawroylgcbnpihtu", COLOURS, strict=True))
# Less strict than pictures.TOO_CLOSE: a brown trunk under a green crown is a tree to everybody.
ALIKE = {
    frozenset(pair.split())
    for pair in listed("""
        black navy|black brown|navy brown|navy purple|navy blue|blue purple|gray tan|tan peach|
        tan lime|peach white|peach yellow|peach pink|yellow white|red orange|lime yellow|gray blue
    """)
}
# What a detail turns to when its own colour cannot be told from what lies around it.
INSTEAD = {
    "black": "white gray",
    "gray": "black white navy tan",
    "white": "cyan gray yellow",
    "red": "brown yellow blue",
    "orange": "yellow red white",
    "yellow": "orange white cyan",
    "green": "lime brown",
    "lime": "green yellow",
    "cyan": "white navy",
    "blue": "cyan navy",
    "pink": "red white",
    "tan": "brown white",
    "brown": "tan orange",
}


def read_layers(table: Table | Mapping[str, Block]) -> dict[str, np.ndarray]:
    """Name -> marks (height, width) of drawings that stand side by side, in blocks that are called after them.

    >>> from model.world.language.tables import read
    >>> read_layers(read("# dot bar\\n... #..\\n.#. #.."))["dot"].tolist()
    [['.', '.', '.'], ['.', '#', '.']]
    """
    layers = {}
    for names, block in table.items():
        rows = [row.split() for row in block]
        for name, drawing in zip(names.split(), turn(block, rows, len(names.split())), strict=True):
            layers[name.replace("_", " ")] = np.array([list(row) for row in drawing])
    return layers


def turn(block: Block, rows: list[list[str]], count: int) -> list[tuple[str, ...]]:
    """The rows of each of `count` drawings. Raises ValueError where a row is of other drawings or widths."""
    widths = [len(row) for row in rows[0]]
    for i, row in enumerate(rows):
        if len(row) != count or [len(part) for part in row] != widths:
            raise block.damage(i, f"{count} drawings as wide as in the row above were to be here")
    return list(zip(*rows, strict=True))


def read_sheet(table: Table | Mapping[str, Block]) -> dict[str, np.ndarray]:
    """Name -> sprite: `read_layers`, with each drawing cropped to its paint."""
    return {name: crop(layer) for name, layer in read_layers(table).items()}


def read_drawings(table: Table | Mapping[str, Block]) -> dict[str, tuple[np.ndarray, ...]]:
    """Name -> all drawings of it: `cat`, `cat_2` and `cat_3` of the sheet are three drawings of a cat.

    >>> from model.world.language.tables import read
    >>> len(read_drawings(read("# dot dot_2\\n.#. .##"))["dot"])
    2
    """
    found: dict[str, tuple[np.ndarray, ...]] = {}
    for name, sprite in read_sheet(table).items():
        head, _, number = name.rpartition(" ")
        known = head if head and number.isdigit() else name
        found[known] = (*found.get(known, ()), sprite)
    return found


def read_masks(table: Table | Mapping[str, Block]) -> dict[str, np.ndarray]:
    """Name -> mask (height, width) of drawings where `#` is paint, each cropped to it."""
    return {name: sprite == "#" for name, sprite in read_sheet(table).items()}


def read_mask_drawings(table: Table | Mapping[str, Block]) -> dict[str, tuple[np.ndarray, ...]]:
    """Name -> all masks of it, as `read_drawings`."""
    return {name: tuple(drawing == "#" for drawing in drawings) for name, drawings in read_drawings(table).items()}


def crop(sprite: np.ndarray) -> np.ndarray:
    """`sprite` without empty rows and columns at its edges."""
    rows, columns = np.nonzero(sprite != ".")
    return sprite[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def differs(colour: str, others: tuple[str, ...]) -> bool:
    """Whether `colour` can be told from all the `others`."""
    return all(colour != other and frozenset((colour, other)) not in ALIKE for other in others)


@cache
def detail_colour(usual: str, around: tuple[str, ...], never: tuple[str, ...] = ()) -> str:
    """`usual`, or the first colour in its place that differs from those `around` and is none of `never`, or ""."""
    wanted = [usual, *INSTEAD.get(usual, "").split(), *COLOURS]
    return next((colour for colour in wanted if colour not in never and differs(colour, around)), "")


def details_of(sprite: np.ndarray) -> dict[str, bool]:
    """Mark of each detail -> whether it touches the background: the edge of the sprite or an empty pixel."""
    return _details(sprite.tobytes(), sprite.shape)


@cache
def _details(marks: bytes, shape: tuple[int, int]) -> dict[str, bool]:
    sprite = np.frombuffer(marks, "<U1").reshape(shape)
    empty = np.pad(sprite == ".", 1, constant_values=True)
    beside = empty[:-2, 1:-1] | empty[2:, 1:-1] | empty[1:-1, :-2] | empty[1:-1, 2:]
    return {str(mark): bool(beside[sprite == mark].any()) for mark in np.unique(sprite) if mark not in ".#"}


def choose_colours(sprite: np.ndarray, main: str, background: str, never: tuple[str, ...] = ()) -> dict[str, str]:
    """Mark -> colour for all marks of `sprite`, each another one; no detail has a colour of `never`."""
    around = {mark: (main, background) if touches else (main,) for mark, touches in details_of(sprite).items()}
    colours = {"#": main}
    # Those that keep their usual colour come first: the others must not take it from them.
    for mark in sorted(around, key=lambda mark: not differs(LETTERS[mark], around[mark])):
        colours[mark] = detail_colour(LETTERS[mark], around[mark], (*never, *colours.values()))
    return colours


def paint_sprite(pixels: np.ndarray, sprite: np.ndarray, colours: dict[str, str], top: int, left: int) -> None:
    """Paint `sprite` in place, its corner at row `top`, column `left`."""
    height, width = sprite.shape
    window = pixels[top : top + height, left : left + width]
    for mark, colour in colours.items():
        window[sprite == mark] = COLOURS.index(colour)
