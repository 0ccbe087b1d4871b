"""What the adapter can do, as it was measured when it was made, and what it was taught."""

from typing import TypedDict

from components.page.widget import Widget


class Ability(TypedDict):
    """One kind of question."""

    kind: str
    bar: float  # that it has to reach
    right: int
    of: int
    low: float
    high: float
    by_hand: int
    of_hand: int


class AbilitiesValue(TypedDict):
    """All of them."""

    rows: list[Ability]
    forgotten: float  # share of the base's bits
    was: float
    now: float
    numbers: int  # of the adapter
    weights: int  # of the model
    kilobytes: float
    taught: list[tuple[str, str]]


class Abilities(Widget):
    """Draws the log."""

    Value = AbilitiesValue
