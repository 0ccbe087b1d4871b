"""Doors into the other tabs, most with a miniature of this very sentence."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class DoorsValue(TypedDict):
    """How the last token looks back in one head, and what each token costs."""

    pieces: list[str]
    weights: Packed  # (T,)
    layer: int
    head: int
    bits: list[float]  # of each token but the first
    untaught: float  # bits a token, where all tokens are equally likely
    claims: list[str]  # about what goes wrong
    chapters: list[str]  # of what it was taught on purpose


class Doors(Widget):
    """Each leads to a tab, and takes the sentence along."""

    Value = DoorsValue
