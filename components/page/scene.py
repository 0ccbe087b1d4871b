"""The scene: the page's state in the browser, and the only thing that asks Python."""

from collections.abc import Callable
from typing import Any, TypedDict

from components.page.fields import Limits
from components.page.widget import Widget
from components.page.words import say
from model import MAX_CHARACTERS


class About(TypedDict):
    """What the page must know of a tab's view."""

    values: dict[str, float | str | bool]  # of its controls
    texts: dict[str, str]  # of those that hold a text, what it is at first
    counts: dict[str, int]  # of each whole number that a widget turns: how many values it has
    limits: dict[str, Limits]  # of each control that holds a number
    uses_token: bool
    uses_changes: bool  # it can be drawn for a pass with edits
    once: bool
    follows: bool  # it shows the model of the step of the training that is chosen
    first: str  # the prompt that it begins with


class Restored(TypedDict):
    """The scene's first value: the state that the address asks for."""

    tab: str
    text: str
    token: int | None
    edits: list[str]
    edited: bool  # whether the tabs show them at work
    views: dict[str, About]
    whole: list[int]  # steps of its training of which the whole model is there


def too_long(scene: dict) -> str:
    """The sentence about a text that is not read; the page sends only the beginning of one, and how long it is."""
    n = scene.get("characters") if type(scene.get("characters")) is int else len(str(scene["text"]))
    return say("chips.too_many_characters", n=f"{n:,}", most=f"{MAX_CHARACTERS:,}")


class Scene(Widget):
    """Fires `prompt` when the text has settled, and `scale_view`, say, when the view of the tab Scale must be redrawn."""

    Value = Restored

    def __init__(self, tabs: list[str], **kwargs):
        self.tabs = tabs
        of_tabs = [f"{tab}_{event}" for tab in tabs for event in ("view", "once")]
        self.fires = ["prompt", "intervene", "fill", "restore", "compare", *of_tabs]
        self.before: Callable[[], None] = lambda: None  # what is done before anything is computed
        super().__init__(**kwargs)

    def ask(self, event: str, fn: Callable, inputs: list, outputs: list) -> None:
        """Run `fn` at `event`: one request at a time, and then the latest. One listener per event.

        Not through the queue, which takes a second request for the answer.
        """
        listen, how = getattr(self, event), {"trigger_mode": "always_last", "show_progress": "hidden"}

        def answer(*given: Any) -> Any:
            self.before()
            return fn(*given)

        asked = listen(answer, inputs, outputs, api_visibility="private", queue=False, **how)
        asked.failure(None, None, None, js=f"() => window.weightedDice?.failed('{event}')")
