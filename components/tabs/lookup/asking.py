"""A question, and the passages that were found for it: with the score of each of its words, or a cosine."""

from typing import TypedDict

from components.page.widget import Widget
from model import LOOK_BY, MAX_OWN


class AskingValue(TypedDict):
    """Questions that are offered."""

    questions: list[str]


class LookHit(TypedDict):
    """A passage that was found."""

    place: int  # in the library
    score: float
    parts: list[tuple[str, float]]  # words of the question with their part of the score
    kind: str
    name: str
    text: str


class LookUp(TypedDict):
    """What the endpoint `look_up` tells."""

    question: str
    by: str
    of: int  # passages that were searched
    own: int  # of them, out of the visitor's own text
    hits: list[LookHit]


class Asking(Widget):
    """Asks `look_up` and `answers`."""

    Value, Data = AskingValue, LookUp

    def __init__(self, **kwargs):
        super().__init__(options={"by": LOOK_BY, "most": MAX_OWN}, **kwargs)
