"""How often it is right: many questions of the library, each asked with what was found, the truth, a lie, nothing."""

from typing import TypedDict

from components.page.widget import Widget

COUNTS = (20, 60, 200)


class LookTally(TypedDict):
    """One case."""

    n: int
    right: int
    copied: int
    low: float
    high: float
    answers: list[tuple[float, bool]]  # the chance of each, and whether it was right


class MeasuredValue(TypedDict):
    """All cases so far."""

    run: int  # of the request that they answer
    of: int
    done: int
    tallies: dict[str, LookTally]
    message: str


class Measured(Widget):
    """Events: measure (the value is then {run, count, by, named}), stop."""

    Value = MeasuredValue
    fires = ("measure", "stop")

    def __init__(self, **kwargs):
        super().__init__(options={"counts": COUNTS}, **kwargs)
