"""Our own scaling law: all sizes but the largest; that one is told when it is asked for."""

from typing import TypedDict

from components.page.widget import Widget
from model import scaling


class LawPoint(TypedDict):
    """All runs of one size on one amount of text."""

    weights: int
    tokens: int
    flops: float  # of the training
    seeds: int
    bits: float  # a byte of unseen text, their mean
    low: float  # the best run
    high: float  # and the worst


class LawLine(TypedDict):
    """Where the line through the sizes runs, on the most text: bits = a · weights^-alpha."""

    a: float
    alpha: float


class LawValue(TypedDict):
    """`last` is empty until it is asked for: nothing of it reaches the page before."""

    points: list[LawPoint]  # all sizes but the largest, from small to large
    line: LawLine | None  # None: too few runs are done
    next: int  # weights of the largest
    last: list[LawPoint]  # it, on each amount of text
    predicted: float  # bits that the line gives for it; 0 before
    seconds: tuple[float, float]  # of a training on the most text: for any size, and for each weight


class Law(Widget):
    """Event: reveal, which fills `last`."""

    Value = LawValue
    fires = ("reveal",)


def told(points: list[scaling.Point]) -> list[dict]:
    """Points as the page draws them."""
    return [point._asdict() | {"flops": scaling.compute(point)} for point in points]


def before() -> dict:
    """What the page may know before the visitor has guessed."""
    runs = scaling.read()
    if not runs:
        return {"points": [], "line": None, "next": 0, "last": [], "predicted": 0.0, "seconds": (0.0, 0.0)}
    found = scaling.points(runs)
    known, largest = scaling.parted(found)
    line = scaling.fit(scaling.on_most(known)) if len(scaling.on_most(known)) > 1 else None
    return {
        "points": told(known),
        "line": line and line._asdict(),
        "next": largest[0].weights,
        "last": [],
        "predicted": 0.0,
        "seconds": scaling.seconds(runs),
    }


def revealed() -> dict:
    """The same with the largest size, and what the line predicts for it."""
    value = before()
    if not value["line"]:
        return value
    _, largest = scaling.parted(scaling.points(scaling.read()))
    return value | {"last": told(largest), "predicted": scaling.Fit(**value["line"]).bits(value["next"])}
