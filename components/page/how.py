"""How it is computed: one line with the formula, which opens to our own source."""

from typing import TypedDict

from components.page.widget import Widget


class SourceLines(TypedDict):
    """Some lines of a file."""

    path: str
    line: int  # of the first
    text: str


class HowValue(TypedDict):
    """The formula, and the lines that compute what the view shows."""

    formula: str
    sources: list[SourceLines]


class How(Widget):
    """Closed at first."""

    Value = HowValue

    def __init__(self, formula: str, sources: list[SourceLines]):
        self.formula, self.sources = formula, sources
        super().__init__({"formula": formula, "sources": sources})
