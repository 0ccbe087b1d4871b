"""The canvas: a picture of 16 × 16 palette colours, as it is painted."""

from typing import TypedDict

from components.page.widget import Widget


class Offer(TypedDict):
    """What Paint would paint."""

    caption: str
    start: str  # what the model reads before the first pixel, written out
    temperature: float
    seed: int
    painted: list[int]  # the picture that the prompt is, if it is one: places in the palette
    paid: list[float]  # its bits


class Strokes(TypedDict):
    """Some more pixels of a painting."""

    run: int  # tells two paintings of one seed apart
    first: int  # the number of the first of these pixels
    colours: list[int]  # places in the palette
    bits: list[float]  # the surprise of each


class PixelCanvas(Widget):
    """`opens` is the tab in which a painted picture can be opened as a prompt.

    Events: paint, stop, again (another seed), inspect (a pixel was chosen: the value is then an offer with
    `colours`, `bits` and `pixel`).
    """

    Value = Offer | Strokes
    fires = ("paint", "stop", "again", "inspect")

    def __init__(self, opens: str = "attention", **kwargs):
        self.opens = opens
        super().__init__(options={"opens": opens}, **kwargs)
