"""A model that was trained to paint recognises a hundred digits."""

from typing import TypedDict

from components.page.widget import Widget


class Tile(TypedDict):
    """One picture."""

    digit: int  # that was drawn
    read: int  # whose caption fits best
    bits: float  # under its own caption
    least: float  # under that one
    caption: str
    picture: str  # 256 hexadecimal digits: places in the palette


class RecogniseValue(TypedDict):
    """Some more pictures, and what came of all so far."""

    run: int
    first: int  # the number of the first of these
    tiles: list[Tile]
    over: bool
    n: int
    hits: int
    low: float  # 95 % interval of the share
    high: float
    guessed: bool  # whether guessing could have done as well
    bits: float  # the median under their own captions
    confused: list[int]  # drawn, read, how often: the most frequent mistake


class Recognise(Widget):
    """Events: recognise (the value is then {run}), stop."""

    Value = RecogniseValue
    fires = ("recognise", "stop")
