"""The tabs, in the order of the story: one line of them, which scrolls where it is too long for the screen."""

from typing import TypedDict

from components.page.widget import Widget


class Entry(TypedDict):
    """One tab."""

    tab: str
    title: str
    group: str  # of the story; none for the first


class NavValue(TypedDict):
    """All tabs."""

    entries: list[Entry]


class Nav(Widget):
    """In place of Gradio's own line, which hides what does not fit behind three dots."""

    Value = NavValue

    def __init__(self, entries: list[tuple[str, str, str]]):
        self.entries = entries
        super().__init__(
            {"entries": [dict(zip(Entry.__annotations__, entry, strict=True)) for entry in entries]}, elem_id="nav"
        )
