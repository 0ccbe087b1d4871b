"""One head's attention weights: a pip for each weight, its area the weight; long texts as filled cells."""

from typing import TypedDict

from components import prints
from components.page.widget import Packed, Widget, unpacked
from components.page.words import say


class Habits(TypedDict):
    """How much of its attention the head gives on average."""

    previous: float
    first: float
    itself: float


class AttentionMapValue(TypedDict):
    """One head, or the rollout through all layers up to `layer`."""

    cells: Packed  # (T, T); row: the token that looks
    pieces: list[str]
    layer: int
    head: int
    through: int  # 1: rollout
    habits: Habits
    role: str | None  # where one is clear
    most: str  # the role that comes nearest
    score: float


class AttentionMap(Widget):
    """A click on a row selects its token everywhere; turns the dial `through`."""

    Value = AttentionMapValue

    def on_paper(self, value: AttentionMapValue) -> prints.Drawing:
        """The same weights as a matrix."""
        pieces = value["pieces"]
        title = say("map.rollout" if value["through"] else "map.head", layer=value["layer"], head=value["head"])
        weights = unpacked(value["cells"]).reshape(len(pieces), -1)
        return prints.matrix(weights, pieces, title, say("heatmap.x"), say("heatmap.y"))
