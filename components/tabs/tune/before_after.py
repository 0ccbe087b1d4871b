"""The model beside what it was: progress, the die and a sample after one prompt, and how much of it is mixed in."""

from typing import TypedDict

from components.page.widget import Widget
from components.parts.trainings import Packed


class TuneBegun(TypedDict):
    """What a tuning tells first; see `model.learn.tune.live`."""

    beginning: str
    orwell: str  # the words after which all sums are asked
    weights: int  # numbers that learn
    of: int  # of so many
    steps: int


class TuneLook(TypedDict):
    """What it tells at a look."""

    step: int
    seconds: float
    faces: list[tuple[str, float, float]]  # a piece, its chance before and now
    said: list[tuple[str, float]]
    per_byte: float  # bits of unseen texts of the world
    sums: dict[str, list[list[float]]]  # chance of the right answer (9, 9): after Orwell, and plain
    dice: list[tuple[str, str, float]]  # a phrase, a word, its chance
    moved: dict[str, float]


class TunedBoth(TypedDict):
    """What the endpoint `tuned` tells."""

    prompt: str
    mix: float
    faces: list[tuple[str, float, float]]
    said: list[list[tuple[str, float]]]  # of the model as it was, and of the mixed one
    far: float


class BeforeAfter(Widget):
    """Fires pack (the value is then the name of the tuning); asks `tuned` for other prompts and mixtures."""

    Value, Data = Packed, TuneBegun | TuneLook | TunedBoth
    fires = ("pack",)
