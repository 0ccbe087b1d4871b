"""Logit lens: what the model would say had it stopped half-way."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import percent, say


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

    def on_paper(self, value: HalfWayValue) -> prints.Drawing:
        """The chance of the likeliest token at each station."""
        tops = [row["top"][0] for row in value["rows"]]
        told = [f"{prints.drawable(top['piece'])} {percent(top['p'])}" for top in tops]
        title = say("print.half_way", token=prints.drawable(value["piece"]))
        return prints.bars([row["name"] for row in value["rows"]], [top["p"] for top in tops], told, title)
