"""The picture beside the sentence: painted by the same loop, a pixel a roll."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class PaintingValue(TypedDict):
    """A picture, and the die of each of its pixels."""

    caption: str
    colours: list[int]  # places in the palette, line by line; none if the model paints none
    shares: Packed  # (pixels, 16)
    picture: int  # which one


class Painting(Widget):
    """Shows as many pixels as have been rolled; fires `another` with the number of the picture that it wants."""

    Value = PaintingValue
    fires = ("another",)
