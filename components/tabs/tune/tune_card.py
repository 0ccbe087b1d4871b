"""What is tuned: from which examples, all weights or an adapter, with or without rehearsal."""

from typing import TypedDict

from components.page.widget import Widget
from model import TUNING_FIELDS


class TuneNumbers(TypedDict):
    """How many numbers learn."""

    all: int
    ranks: list[int]  # of an adapter of each rank
    examples: list[tuple[str, str]]  # some of what is chosen: what is given, what shall be said


class TuneCard(Widget):
    """Starts a tuning by the endpoint `tune`."""

    Value = TuneNumbers

    def __init__(self, **kwargs):
        super().__init__(options=TUNING_FIELDS, **kwargs)
