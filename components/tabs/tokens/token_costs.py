"""What each way to cut a text costs: a table of lengths and of vocabularies."""

from typing import Literal, TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say


class Cost(TypedDict):
    """One way to cut."""

    name: Literal["bytes", "code_points", "words", "pieces"]
    count: int
    bytes_per_token: float
    share: float  # of the context
    weights: int  # of attention, in each head
    vocabulary: int | None  # entries that it needs; None: one for every word


class TokenCostsValue(TypedDict):
    """All ways, for one text."""

    ways: list[Cost]
    context: int


class TokenCosts(Widget):
    """A line for each way."""

    Value = TokenCostsValue

    def on_paper(self, value: TokenCostsValue) -> prints.Drawing:
        """How many tokens each way makes."""
        names = [say(f"cost.{way['name']}") for way in value["ways"]]
        counts = [way["count"] for way in value["ways"]]
        return prints.bars(names, counts, [f"{n:,}" for n in counts], say("costs.title"))
