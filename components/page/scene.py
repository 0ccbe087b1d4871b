"""The scene: the page's state in the browser, and the only thing that asks Python."""

import json
from collections.abc import Callable

from components.page.widget import Widget


class Scene(Widget):
    """Fires `prompt` when the text has settled, and a tab's own name when its view must be redrawn."""

    def __init__(self, tabs: list[str], **kwargs):
        names = ["prompt", "intervene", *tabs, *(f"{tab}_once" for tab in tabs)]
        super().__init__("scene", "<div class='scene'></div>", events=json.dumps(names), **kwargs)

    def ask(self, event: str, fn: Callable, inputs: list, outputs: list) -> None:
        """Run `fn` at `event`: one request at a time, and then the latest. One listener per event.

        Not through the queue, which takes a second request for the answer.
        """
        listen, how = getattr(self, event), {"trigger_mode": "always_last", "show_progress": "hidden"}
        asked = listen(fn, inputs, outputs, api_visibility="private", queue=False, **how)
        asked.failure(None, None, None, js=f"() => window.weightedDice.failed('{event}')")
