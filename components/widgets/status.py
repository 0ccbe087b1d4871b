"""The line above a view: a message in place of the view, and what the view now shows."""

from components.widgets.widget import Widget


class Status(Widget):
    """Value: {tab, key, message}; the scene learns from it that `tab` shows `key`."""

    def __init__(self, tab: str):
        value = {"tab": tab, "key": "", "message": ""}
        super().__init__("status", "<p class='line' role='status' hidden></p>", value)
