"""Logit lens: what the model would say had it stopped half-way."""

from typing import TypedDict

from components.page.widget import Widget


class Said(TypedDict):
    """A likely next token."""

    piece: str
    id: int
    p: float


class StationSays(TypedDict):
    """What the model would say at one station of the residual stream."""

    name: str  # "embedding", "0 attention", "0 network", ...
    top: list[Said]  # likeliest first
    answer: float  # the chance of the final answer
    rank: int  # of the final answer


class HalfWayValue(TypedDict):
    """All stations, for one token."""

    rows: list[StationSays]
    piece: str


class HalfWay(Widget):
    """Marks the open layer."""

    Value = HalfWayValue
