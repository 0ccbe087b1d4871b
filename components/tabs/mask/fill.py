"""Several holes at once, filled one after the other: the surest first, or from left to right."""

from typing import TypedDict

from components.page.widget import Widget


class FillValue(TypedDict):
    """The text whose tokens can be hidden."""

    pieces: list[str]


class FilledHole(TypedDict):
    """One hole that was filled."""

    place: int
    piece: str
    p: float  # the chance it had
    right: bool  # it is what stood there


class FilledText(TypedDict):
    """What the endpoint `fill_holes` tells."""

    pieces: list[str]  # of the text as it was
    filled: list[FilledHole]  # in the order in which they were filled
    left: list[FilledHole]  # by a model that may look back only, from left to right


class Fill(Widget):
    """Asks `fill_holes`."""

    Value, Data = FillValue, FilledText
