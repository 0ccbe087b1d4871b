"""The table of positions: one vector for each place in the text, learned, and beside it made of sine waves."""

from typing import Any, TypedDict

from components.page import served
from components.page.widget import Packed, Widget


class DrawnTable(TypedDict):
    """One table. Numbers are bytes for drawing, some left out where it is large."""

    cells: str  # base64 int8, 127 = limit
    limit: float
    alike: dict[str, Packed]  # for distances n the cosines between positions p and p + n
    similar: str  # the matrix of cosines as base64 int8, 127 = 1
    by_distance: Packed  # mean cosine


class PositionTableValue(DrawnTable):
    """The table that was learned, and the same of sine waves; the same for every prompt."""

    rows: int  # positions that are drawn
    thin: int  # every so many-th position and number is
    thin_pairs: int  # and every so many-th cosine
    shape: list[int]
    width: int  # of a picture, in pixels; 0: the model reads none
    start: int  # position of its first pixel
    waves: DrawnTable
    numbers: str  # the address of both, unrounded, if it is not that of the last step
    curves: Any  # mean cosine by distance, as `components.figures` draws it


class PositionNumbers(TypedDict):
    """Both tables, unrounded: what the file of them is written from."""

    numbers: int  # of a position
    learned: Packed  # (positions, numbers)
    waves: Packed


class PositionTable(Widget):
    """Filled once, when the tab is opened. `table` is large: the script fetches it when a file is asked for."""

    Value, Data = PositionTableValue, PositionNumbers

    def __init__(self, table: PositionNumbers, **kwargs):
        self.table = table
        super().__init__(options={"address": served.keep(table)}, **kwargs)
