"""Doors into the other tabs, each with a miniature of this very sentence."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class DoorsValue(TypedDict):
    """How the last token looks back, in one head."""

    pieces: list[str]
    weights: Packed  # (T,)
    layer: int
    head: int
    chapters: list[str]  # of what it was taught on purpose


class Doors(Widget):
    """Each leads to a tab, and takes the sentence along."""

    Value = DoorsValue
