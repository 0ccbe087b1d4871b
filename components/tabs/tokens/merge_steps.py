"""Byte-pair encoding at work: the typed text from bytes to tokens, one merge at a time."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say


class MergeStep(TypedDict):
    """One merge, at all places of the text at once."""

    rank: int
    pieces: list[str]  # left, right, joined
    places: list[int]  # where the joined piece stands afterwards
    often: int | None  # made so often in the sample of the training texts


class MergeStepsValue(TypedDict):
    """The first words of the text from bytes to pieces."""

    start: list[str]  # the bytes
    words: list[int]  # the number of the word that each belongs to
    names: list[bool]  # whether it is a name, which nothing cuts or joins
    steps: list[MergeStep]
    drawn: int  # bytes that are drawn
    bytes: int  # of the text
    n_merges: int  # that training learned
    sample: int | None  # tokens of the sample, if there is one


class NotMerged(TypedDict):
    """Why there is nothing to play."""

    message: str


class MergeSteps(Widget):
    """Plays the merges."""

    Value = MergeStepsValue | NotMerged

    def on_paper(self, value: MergeStepsValue | NotMerged) -> prints.Drawing:
        """What each merge joined, in their order, with its rank below."""
        if "message" in value:
            raise ValueError(value["message"])
        joined = [step["pieces"][2] for step in value["steps"]] or value["start"]
        ranks = [str(step["rank"]) for step in value["steps"]] or [""] * len(joined)
        return prints.chips(joined, ranks, say("print.merges"))
