"""The line above a view: a message in place of the view, and what the view now shows."""

from components.page.widget import Widget


class Status(Widget):
    """Value: {tab, key, message, shows}; the scene learns from it that `tab` shows `key`.

    `shows` is what the view was drawn for; it comes back with the next question, see `View`.
    """

    def __init__(self, tab: str):
        value = {"tab": tab, "key": "", "message": "", "shows": None}
        super().__init__("status", "<p class='line' role='status' hidden></p>", value)
