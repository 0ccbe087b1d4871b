"""Sums of embeddings: a − b + c, and the tokens that lie nearest to it."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.tabs.embeddings.nearest import Near


class Family(TypedDict):
    """Pairs that differ in one thing, and how often the sum finds the fourth of four."""

    name: str
    shown: list[Near]  # four to try
    pairs: int
    tried: int
    first: int  # of the tried: the fourth comes first
    alone: int  # and without the sum
    best: list[int] | None  # ids of the clearest four that need the sum


class AnalogyValue(TypedDict):
    """One sum, and whether such sums work in this model."""

    given: list[Near]  # a, b, c
    nearest: list[Near]
    alone: Near  # nearest to c without any sum
    families: list[Family]


class Analogy(Widget):
    """Turns the dials `a`, `b` and `c`, which are token ids."""

    Value = AnalogyValue

    def on_paper(self, value: AnalogyValue) -> prints.Drawing:
        """The nearest tokens as bars, under their sum."""
        a, b, c = (prints.drawable(near["piece"]) for near in value["given"])
        cosines = [near["cosine"] for near in value["nearest"]]
        names = [near["piece"] for near in value["nearest"]]
        return prints.bars(names, cosines, [f"{cosine:.3f}" for cosine in cosines], f"{a} − {b} + {c}")
