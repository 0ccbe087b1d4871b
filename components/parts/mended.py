"""What helps against it, tried, and what that costs."""

from typing import TypedDict

from components.page.widget import Widget
from components.parts.claim import SureValue


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
    helps: list[HelpValue]


class Mended(Widget):
    """No events."""

    Value = MendedValue
