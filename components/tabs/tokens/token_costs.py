"""What each way to cut a text costs: a table of lengths and of vocabularies."""

from typing import Literal, TypedDict

from components.page.widget import Widget


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
