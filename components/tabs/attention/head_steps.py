"""One head step by step: from q and k of one pair of tokens to what the head writes."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class HeadStepsValue(TypedDict):
    """All that one head computes, for every token."""

    layer: int
    head: int
    pieces: list[str]
    q: Packed  # (T, D), as k, v and z
    k: Packed
    v: Packed
    z: Packed
    scores: Packed  # (T, T)
    writes: Packed  # (T, C)
    raises: list[list[str]]  # for each token what its writing raises most


class HeadSteps(Widget):
    """Follows the selected token, and the cell that is pressed in the map beside."""

    Value = HeadStepsValue
