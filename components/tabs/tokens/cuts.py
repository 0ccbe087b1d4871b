"""One text three times: as characters, as words and as the tokens of the model."""

from typing import Literal, TypedDict

from components.page.widget import Widget


class Cut(TypedDict):
    """One way to cut the text; the first pieces, as many as are drawn."""

    name: Literal["characters", "words", "pieces"]
    count: int  # of all pieces
    pieces: list[str]
    spans: list[tuple[int, int]]  # bytes, from and up to
    hex: list[str]


class CutInfo(Cut, total=False):
    """What only one of the ways has."""

    codes: list[str]  # of characters, in Unicode
    ids: list[int]  # of pieces
    kinds: list[str]


class CutsValue(TypedDict):
    """Three ways to cut one text."""

    rows: list[CutInfo]
    as_bytes: int  # 1: their bytes stand below


class Cuts(Widget):
    """A click selects the token that holds what was clicked; turns the dial `as_bytes`."""

    Value = CutsValue
