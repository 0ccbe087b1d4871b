"""Rolls so far: what the die fell on, and how that compares with what was to be expected."""

from typing import TypedDict

from components.page.widget import Widget
from components.parts.die import Face, Others, Roll


class RollsValue(TypedDict):
    """The die, and what was thrown with it."""

    faces: list[Face]  # likeliest first
    others: Others
    n: int
    before: str  # the text that a roll is appended to
    full: bool  # the context: nothing can be appended
    thrown: list[Roll]


class Rolls(Widget):
    """A click on a roll appends its token."""

    Value = RollsValue
