"""Which of the written tokens stand word for word in what the model has read, and where."""

from typing import TypedDict

from components.page.widget import Widget


class FoundLine(TypedDict):
    """One place where a run stands."""

    before: str
    run: str
    after: str
    source: str  # the file; "" for a generated text


class FoundRun(TypedDict):
    """Tokens that stand so in what was read."""

    start: int  # the first of them, after the prompt; below 0 where it begins in the prompt
    length: int
    times: int
    text: str
    lines: list[FoundLine]


class Found(TypedDict):
    """What is known of a text that was written."""

    run: int  # which question this answers
    words: int
    asked: int | None  # how many words the prompt asks for
    runs: list[FoundRun]  # the longest that do not overlap
    covered: list[bool]  # of each token, whether it stands in a run of five or more
    unseen: int  # so many tokens of held-out prose do
    of_unseen: int  # of so many
    sample: int  # tokens of generated texts that are searched; 0: nothing is known of what this model read
    by_hand: int  # tokens that were written by hand, all of which are searched
    read: int | None  # tokens that the model was trained on in all
    megabytes: float  # that the search takes


class WhereFrom(Widget):
    """Event: find (the value is then {run, ids}: the written tokens)."""

    Value = Found
    fires = ("find",)
