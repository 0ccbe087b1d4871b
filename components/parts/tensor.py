"""One tensor: its shape, the numbers of the selected token, how all of its numbers spread, and the line that makes it."""

from typing import TypedDict

import numpy as np

from components import prints
from components.page.how import SourceLines
from components.page.widget import Packed, Widget
from components.page.words import say


class TensorValue(TypedDict):
    """One tensor of one layer."""

    name: str
    what: str
    signed: bool  # whether its numbers can be below 0
    layer: int
    shape: list[int]
    axes: str  # a letter for each: T tokens, C channels, H heads, D channels a head, N neurons
    rows: int  # of the selected token: one for each head
    values: Packed  # the selected token's numbers
    keys: list[str] | None  # tokens, if a number belongs to each
    piece: str
    at: int
    counts: list[int]  # the histogram of all numbers
    edges: list[float]  # its ends
    mean: float
    std: float
    zeros: float  # the share of exact zeros
    made: SourceLines


class Tensor(Widget):
    """Arrow keys and the pointer read single numbers."""

    Value = TensorValue

    def on_paper(self, value: TensorValue) -> prints.Drawing:
        """How all of its numbers spread."""

        def draw(axes: "prints.Axes") -> None:
            edges = np.linspace(*value["edges"], len(value["counts"]) + 1)
            axes.stairs(value["counts"], edges, fill=True, color=prints.CHANCE)
            axes.set(xlabel=say("print.number"), ylabel=say("print.how_many"))
            axes.set_title(say("print.tensor", name=value["name"], layer=value["layer"]))

        return draw
