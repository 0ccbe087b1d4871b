"""The scene: the page's state in the browser, and the only thing that asks Python."""

from collections.abc import Callable
from typing import TypedDict

from components.page.fields import Limits
from components.page.widget import Widget


class About(TypedDict):
    """What the page must know of a tab's view."""

    values: dict[str, float | str | bool]  # of its controls
    texts: dict[str, str]  # of those that hold a text, what it is at first
    counts: dict[str, int]  # of each whole number that a widget turns: how many values it has
    limits: dict[str, Limits]  # of each control that holds a number
    uses_token: bool
    uses_changes: bool  # it can be drawn for a pass with edits
    once: bool
    first: str  # the prompt that it begins with


class Restored(TypedDict):
    """The scene's first value: the state that the address asks for."""

    tab: str
    text: str
    token: int | None
    edits: list[str]
    edited: bool  # whether the tabs show them at work
    views: dict[str, About]


class Scene(Widget):
    """Fires `prompt` when the text has settled, and a tab's own name when its view must be redrawn."""

    Value = Restored

    def __init__(self, tabs: list[str], **kwargs):
        self.tabs = tabs
        self.fires = ["prompt", "intervene", "fill", "restore", "compare", *tabs, *(f"{tab}_once" for tab in tabs)]
        super().__init__(**kwargs)

    def ask(self, event: str, fn: Callable, inputs: list, outputs: list) -> None:
        """Run `fn` at `event`: one request at a time, and then the latest. One listener per event.

        Not through the queue, which takes a second request for the answer.
        """
        listen, how = getattr(self, event), {"trigger_mode": "always_last", "show_progress": "hidden"}
        asked = listen(fn, inputs, outputs, api_visibility="private", queue=False, **how)
        asked.failure(None, None, None, js=f"() => window.weightedDice?.failed('{event}')")
