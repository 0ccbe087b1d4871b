"""Two corpora that differ in one thing: which, what the visitor expects, and the start of both trainings."""

from typing import TypedDict

from components.page.widget import Widget
from model import EXPERIMENTS, LESSON_FIELDS, PAIR_STEPS, TENTHS

CHOICES = (*EXPERIMENTS, "two")  # the last: two texts of one's own


class Corpora(TypedDict):
    """What the endpoint `corpora` tells: two corpora of rows, and how both are trained."""

    sides: list[list[str]]
    kinds: list[list[str]]  # of each row, where they are known
    unseen: list[str]
    prompt: str
    ask: list[str]  # tokens that the finding is about
    steps: int
    layers: int
    width: int
    parts: int  # kinds of unseen rows, which take turns


class CorporaCard(Widget):
    """Asks `corpora` for the rows, and `train_two` to begin."""

    Data = Corpora

    def __init__(self, **kwargs):
        super().__init__(
            options={"experiments": CHOICES, "tenths": TENTHS, "steps": PAIR_STEPS, "bytes": LESSON_FIELDS["bytes"]},
            **kwargs,
        )
