"""The two dice of one note: its pitch, then, once that has fallen, its length."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class NoteFace(TypedDict):
    """One token of a die."""

    id: int
    piece: str
    p: float  # after shaping
    raw: float  # as the model gives it
    fell: bool


class OneDie(TypedDict):
    """A die: its likeliest faces and what fell, and how much all the others have together."""

    faces: list[NoteFace]
    others: float
    entropy: float  # bits of chance in it


class NoteDieValue(TypedDict):
    """The dice of the note whose pitch stands at `place` behind the request."""

    place: int
    pitch: OneDie
    length: OneDie | None  # nothing has fallen before it
    whole: Packed  # chances of all pitches, the rest, all lengths, and the end, on the first die
    bits: list[float]  # the surprise of each token of the tune, before shaping


class NoteDie(Widget):
    """Tells the tune in the same view what to draw where the note stands."""

    Value = NoteDieValue
