"""The drawer "take it away": parts are switched off, and two dice stand side by side."""

from typing import Any, TypedDict

from components.page import served
from components.page.widget import Packed, Widget


class ReadEdit(TypedDict):
    """What the line of an edit says."""

    kind: str
    fields: dict[str, str]
    piece: str | None  # the token that is read in place of another


class Sizes(TypedDict):
    """Of the model."""

    layers: int
    heads: int


class Changed(TypedDict):
    """One token's chance on both dice."""

    id: int
    piece: str
    before: float
    after: float
    change: float  # of ln p


class Continued(TypedDict):
    """How the text goes on."""

    before: list[str]
    after: list[str]


class Mattered(TypedDict):
    """Change of ln p of the likeliest token when one part is off."""

    token: str
    id: int
    logprob: float  # when none is
    cells: Packed  # (layers, heads + 1), the last column the feed-forward network


class TakeAwayValue(TypedDict):
    """Both dice."""

    ids: list[int]
    pieces: list[str]
    sizes: Sizes
    forms: dict[str, str]  # kind of edit: the line that says it, with its fields in braces
    axes: dict[str, list[str]]  # of each tensor that can be set by hand: how it is indexed
    said: dict[str, ReadEdit]  # by line
    edits: list[str]
    refused: dict[str, str]  # of each line that cannot be done: why
    message: str
    tokens: list[Changed]
    slopes: Any  # the same as lines from before to after, see `components.figures`; None while nothing is done
    divergence_bits: float
    continued: Continued
    effects: Mattered | None  # too large a model


class NothingTaken(TypedDict):
    """Why there is nothing to see."""

    message: str
    edits: list[str]


class Pieces(TypedDict):
    """All tokens that one can be read as."""

    pieces: list[str]  # by id


class TakeAway(Widget):
    """Sets the scene's edits. `tabs` are the names of those below which it stands."""

    Value, Data = TakeAwayValue | NothingTaken, Pieces

    def __init__(self, tabs: list[str], table: Pieces, **kwargs):
        self.tabs, self.table = tabs, table
        super().__init__(options={"tabs": tabs, "address": served.keep(table)}, **kwargs)
