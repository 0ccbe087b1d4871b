"""Where a face of a die was learned: the rows that hold it, and the die of a model that never read them."""

from typing import TypedDict

from components.page.widget import Widget


class EndOfPrompt(TypedDict):
    """The last tokens of a prompt with the face after them, as they stand in a corpus."""

    length: int
    pieces: list[str]
    times: int
    rows: int


class Origin(TypedDict):
    """What the endpoint `learned_from` tells."""

    ngrams: list[EndOfPrompt]  # from short to long
    length: int  # of the one whose rows follow
    rows: list[int]  # at most 500
    of: int


class OriginCard(Widget):
    """Asks `learned_from` for rows, `train_without` for a training without them, `two_dice` for both dice."""

    Data = Origin
