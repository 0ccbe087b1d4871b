"""Rolls so far: what the die fell on, and how that compares with what was to be expected."""

from collections import Counter
from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say
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

    def on_paper(self, value: RollsValue) -> prints.Drawing:
        """How often each token fell, the likeliest first."""
        fell = Counter(roll["piece"] for roll in sorted(value["thrown"], key=lambda roll: roll["rank"]))
        if not fell:
            raise ValueError(say("print.no_rolls"))
        return prints.bars([*fell], [*fell.values()], [str(n) for n in fell.values()], say("rolls.title"))
