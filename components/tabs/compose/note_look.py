"""What the die of one note looked at: the request, and earlier notes, as arcs."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class NoteLookValue(TypedDict):
    """Attention of the token that loads a note's first die, in every layer and head."""

    place: int
    shape: list[int]  # layers, heads
    rows: Packed  # (layers, heads, tokens so far)
    pieces: list[str]  # of all tokens so far
    before: int  # how many of them are the request, <tune> included


class NoteLook(Widget):
    """Tells the tune in the same view which arcs to draw."""

    Value = NoteLookValue
