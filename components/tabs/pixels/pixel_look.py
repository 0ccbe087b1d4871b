"""What one pixel looked at: how much went to the caption, to the padding before it, and to earlier pixels; and back."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class PixelLookValue(TypedDict):
    """Attention of one pixel's die, in every layer and head."""

    pixel: int
    colour: int | None  # its place in the palette, if it is painted
    shape: list[int]  # layers, heads
    rows: Packed  # (layers, heads, tokens so far): what this die looked at
    back: Packed  # (layers, heads, later dice): what later ones gave to the pixel
    pads: int  # tokens of padding
    pieces: list[str]  # of the caption


class PixelLook(Widget):
    """Tells the canvas in the same view what is to be drawn on the picture."""

    Value = PixelLookValue
