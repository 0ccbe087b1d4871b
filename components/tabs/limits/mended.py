"""Why it is so, what helps and what that costs, and what a class can argue about."""

from typing import TypedDict

from components.page.widget import Widget
from components.tabs.limits.limit import SureValue


class SeenValue(TypedDict):
    """A line of evidence: of so many, so many."""

    text: str
    hits: int
    n: int


class HelpValue(TypedDict):
    """What was tried: without and with it, what it changes and what it costs."""

    name: str
    effect: tuple[SureValue, SureValue]
    cost: tuple[SureValue, SureValue] | None
    unit: str
    recorded: bool


class MendedValue(TypedDict):
    """Nothing of it is told before the card is measured."""

    card: str
    measured: bool
    facts: dict[str, float]
    because: list[SeenValue]
    helps: list[HelpValue]


class Mended(Widget):
    """No events."""

    Value = MendedValue
