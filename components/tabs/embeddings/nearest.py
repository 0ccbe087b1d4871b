"""The tokens whose embeddings point most nearly the same way."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say


class Near(TypedDict):
    """A token that is compared with another."""

    id: int
    piece: str
    kind: str
    cosine: float


class NearestValue(TypedDict):
    """What lies near the selected token."""

    piece: str
    nearest: list[Near]  # of the whole vocabulary
    here: list[Near]  # of the prompt
    n_others: int
    median: float


class Nearest(Widget):
    """Bars of cosines."""

    Value = NearestValue

    def on_paper(self, value: NearestValue) -> prints.Drawing:
        """The cosines of the whole vocabulary's nearest."""
        names, cosines = zip(*((near["piece"], near["cosine"]) for near in value["nearest"]), strict=True)
        title = say("print.nearest", token=prints.drawable(value["piece"]))
        return prints.bars(names, cosines, [f"{cosine:.3f}" for cosine in cosines], title)
