"""The line above a view: a message in place of the view, and what the view now shows."""

from typing import Any, TypedDict

from components.page.widget import Widget


class StatusValue(TypedDict):
    """`shows` is what the view was drawn for; it comes back with the next question, see `View`."""

    tab: str
    key: str  # of what is shown, as the page made it
    message: str
    shows: dict[str, Any] | None


class Status(Widget):
    """The page learns from it that `tab` shows `key`."""

    Value = StatusValue

    def __init__(self, tab: str):
        self.tab = tab
        super().__init__({"tab": tab, "key": "", "message": "", "shows": None})
