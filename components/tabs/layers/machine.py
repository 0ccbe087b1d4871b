"""The machine: one token's residual stream from the embedding to the die, station by station."""

from typing import TypedDict

from components import prints
from components.page.widget import Packed, Widget
from components.page.words import say
from components.tabs.layers.half_way import Said


class Opens(TypedDict):
    """Which tensor of a layer stands at its two stations."""

    attention: int
    network: int


class MachineValue(TypedDict):
    """The stations in the order of the pass."""

    names: list[str]  # "embedding", "0 attention", "0 network", ...
    stream: Packed  # (stations, channels)
    lengths: list[float]
    added: list[float]  # the length of what is added between two stations
    says: list[Said]  # the likeliest next token at each
    piece: str
    opens: Opens


class Machine(Widget):
    """Turns the dials `layer` and `tensor_no`."""

    Value = MachineValue

    def on_paper(self, value: MachineValue) -> prints.Drawing:
        """How long the stream is at each station, and what the model would say there."""
        said = [prints.drawable(top["piece"]) for top in value["says"]]
        title = say("print.stream_of", token=prints.drawable(value["piece"]))
        return prints.bars(value["names"], value["lengths"], said, title)
