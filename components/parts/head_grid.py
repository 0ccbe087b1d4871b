"""All heads of all layers as thumbnails; a click opens one."""

from typing import TypedDict

from components.page.widget import Widget


class HeadGridValue(TypedDict):
    """All attention weights, small."""

    shape: list[int]  # layers, heads, rows, columns
    bytes: str  # base64 of 255 times the square root of each weight
    tokens: int  # of the text; a thumbnail may have fewer rows


class HeadGrid(Widget):
    """Turns the dials `layer` and `head`."""

    Value = HeadGridValue
