"""A question that a class can argue about, with what was measured for either side."""

from typing import TypedDict

from components.page.widget import Widget


class ArgueValue(TypedDict):
    """Which card it belongs to; shown once that is measured."""

    card: str
    measured: bool
    sides: list[str]  # that are told: for, against
    facts: dict[str, float]


class Argue(Widget):
    """No events."""

    Value = ArgueValue
