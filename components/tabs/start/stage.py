"""The stage: a sentence that grows, its die, a guess, and a score of bits."""

from typing import TypedDict

from components.page.widget import Widget
from components.parts.die import Face, Others, Roll


class StageValue(TypedDict):
    """The die over the token after the sentence."""

    pieces: list[str]
    kinds: list[str]
    faces: list[Face]  # likeliest first
    others: Others
    guesses: int  # so many of the first can be guessed
    next: Roll
    full: bool  # the context: nothing can be appended
    seed: int


class Stage(Widget):
    """Rolls by itself three times, then waits for the visitor; turns the dial `seed`."""

    Value = StageValue
