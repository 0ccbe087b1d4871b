"""One prompt at all steps that were kept whole: the likeliest tokens after it, computed now."""

from typing import TypedDict

from components.page.widget import Widget


class Column(TypedDict):
    """The die at one step."""

    step: int
    faces: list[tuple[str, float]]  # the likeliest tokens with their probabilities


class OverValue(TypedDict):
    """The dice so far."""

    run: int  # of the request that they answer; 0: nobody has asked
    text: str
    columns: list[Column]
    of: int  # how many there will be
    over: bool
    message: str  # why there is nothing more; empty: nothing went wrong


class Over(Widget):
    """Events: read (the value is then {run, text}), stop."""

    Value = OverValue
    fires = ("read", "stop")
