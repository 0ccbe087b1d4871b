"""Three answers to one question: out of the passage that was found, without one, out of one with a lie in it."""

from typing import TypedDict

from components.page.widget import Widget


class LookAnswer(TypedDict):
    """An answer, and how it comes out of its passage."""

    said: list[tuple[str, float]]
    text: str
    pieces: list[str]  # of the passage
    looks: list[float]  # the most that any head gives each of them
    copied: tuple[int, int] | None


class LookAnswers(TypedDict):
    """What the endpoint `answers` tells."""

    question: str
    place: int
    found: LookAnswer
    none: LookAnswer
    planted: LookAnswer
    passage: str  # with the lie in it
    lie: str  # what was planted; empty: the visitor's own


class Answers(Widget):
    """Draws what `answers` tells; a lie of one's own can be typed into the passage."""

    Data = LookAnswers
