"""One prompt at all steps that were kept whole: the likeliest tokens after it, computed now."""

from typing import TypedDict

from components.page.widget import Widget


class Column(TypedDict):
    """The die at one step."""

    step: int
    faces: list[tuple[str, float]]  # the likeliest tokens with their probabilities


class SoFar(TypedDict):
    """An answer that grows by one whole step after the other."""

    run: int  # of the request that it answers; 0: nobody has asked
    text: str
    of: int  # how many columns there will be
    over: bool
    message: str  # why there is nothing more; empty: nothing went wrong


class OverValue(SoFar):
    """The dice so far."""

    columns: list[Column]


class Over(Widget):
    """Events: read (the value is then {run, text}), stop."""

    Value = OverValue
    fires = ("read", "stop")
