"""The same head in both models: where it may look is the only difference."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class MapsValue(TypedDict):
    """Attention weights of one head, without the place before the text."""

    back: Packed  # (T, T); row: the token that looks
    both: Packed  # (T, T); row i: the place that tells token i
    pieces: list[str]
    place: int  # of the hole
    layer: int
    head: int
    heads: int  # in a layer
    layers: int
    right: float  # what the place that fills the hole gives to tokens after it


class Maps(Widget):
    """Turns the dial `head`: 0 is the head that looks right most, then all in their order."""

    Value = MapsValue
