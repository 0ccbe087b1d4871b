"""A token's numbers plus its position's numbers: what enters the first layer."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class VectorSumValue(TypedDict):
    """The two lists and their sum."""

    piece: str
    id: int
    at: int
    limit: float  # the end of the colour ramp
    token: Packed
    position: Packed  # "": the model adds none
    embed: Packed


class VectorSum(Widget):
    """Arrow keys and the pointer read single numbers."""

    Value = VectorSumValue
