"""The selected token: its entry in the vocabulary, and the merges that built it."""

from typing import TypedDict

from components.page.widget import Widget


class Rung(TypedDict):
    """A merge on the way to the token."""

    rank: int
    pieces: list[str]  # left, right, joined


class Entry(TypedDict):
    """A line of the vocabulary."""

    id: int
    piece: str


class Detail(TypedDict):
    """What there is to know about one token."""

    piece: str
    kind: str
    hex: str
    n_bytes: int
    spaced: bool  # it starts with a space
    steps: list[Rung]
    beside: list[Entry]


class TokenCardValue(TypedDict):
    """All tokens of the prompt."""

    ids: list[int]
    details: dict[str, Detail]  # by id, as text
    n_merges: int
    of_bytes: bool  # what is joined first: of 256 bytes every text can be spelled
    n_tokens: int


class TokenCard(Widget):
    """Follows the selection."""

    Value = TokenCardValue
