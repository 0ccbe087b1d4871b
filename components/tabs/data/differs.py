"""What differs between the models of two corpora: both dice on one prompt, and the dice that moved most."""

from typing import TypedDict

from components.page.widget import Widget
from components.parts.trainings import Packed


class TwoFace(TypedDict):
    """A face of both dice."""

    id: int
    piece: str
    chances: list[float]  # on side A, on side B


class TwoDice(TypedDict):
    """What the endpoint `two_dice` tells."""

    prompt: str
    faces: list[TwoFace]
    tokens: int  # faces of each die
    far: float  # the share of rolls that fall otherwise


class MovedDie(TypedDict):
    """A die in the unseen text that differs much."""

    before: list[str]
    piece: str
    chances: tuple[float, float]
    far: float


class CopiedSpan(TypedDict):
    """Tokens of a sample that stand word for word in its corpus."""

    start: int
    length: int
    times: int
    row: int


class TwoSample(TypedDict):
    """What one of them writes."""

    tokens: list[tuple[str, float]]
    spans: list[CopiedSpan]


class Differences(TypedDict):
    """What the endpoint `differences` tells."""

    moved: list[MovedDie]
    prompt: str
    said: list[list[TwoSample]]
    figures: dict[str, list[float]]
    holds: bool | None  # what the experiment is found to show, in this run; None: nothing was claimed
    answer: int  # to the question that was asked before


class Differs(Widget):
    """Asks `two_dice` for what the visitor types; fires pack (the value is then the names of both trainings, with a space between)."""

    Value, Data = Packed, TwoDice | Differences
    fires = ("pack",)
