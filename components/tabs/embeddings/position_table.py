"""The table of positions: one vector for each place in the text, learned, and beside it made of sine waves."""

from typing import TypedDict

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


class PositionTable(Widget):
    """Filled once, when the tab is opened."""

    Value = PositionTableValue
