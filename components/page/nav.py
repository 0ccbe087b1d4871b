"""The tabs, in the order of the story: one line of them, on a phone a bar that says where one is, and a list."""

from typing import TypedDict

from components.page.widget import Widget


class Entry(TypedDict):
    """One tab."""

    tab: str
    title: str
    group: str  # of the story; none for the first
    place: str  # the same, and which of it
    question: str


class NavValue(TypedDict):
    """All tabs."""

    entries: list[Entry]


class Nav(Widget):
    """In place of Gradio's own line, which hides what does not fit behind three dots."""

    Value = NavValue

    def __init__(self, entries: list[Entry]):
        self.entries = entries
        super().__init__({"entries": entries}, elem_id="nav")
