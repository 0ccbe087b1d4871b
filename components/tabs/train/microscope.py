"""One step of gradient descent: a batch, the hill of one weight, and the sum that moves it."""

from typing import Any, TypedDict

from components.page.widget import Widget


class BatchRow(TypedDict):
    """A row of the batch."""

    pieces: list[str]
    chances: list[float | None]  # that the model gave to each that is counted


class StepAsked(TypedDict):
    """Which step is wanted."""

    name: str  # of the training
    shot: int
    taken: int
    rule: str
    matrix: str
    row: int | None  # None: the steepest
    column: int | None


class MicroscopeValue(TypedDict):
    """A step, as `model.learn.jobs.microscope` takes it."""

    name: str
    shot: int
    taken: int
    most: int
    rule: str
    rate: float
    loss: float  # bits, before it
    before: float
    after: float
    slope: float
    mean: float | None  # what AdamW remembers of the slope
    size: float | None
    moved: float
    weights: int
    shapes: dict[str, tuple[int, int]]
    matrix: str
    place: tuple[int, int]
    rows: list[BatchRow]
    figure: Any
    trouble: str


class Microscope(Widget):
    """Fires look (the value is then a `StepAsked`)."""

    Value, Data = MicroscopeValue, StepAsked
    fires = ("look",)
