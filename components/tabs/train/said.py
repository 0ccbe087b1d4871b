"""The same beginning, continued at each step."""

from components.page.widget import Widget


class Said(Widget):
    """Draws the samples of the training that the page shows; a press on one chooses its step."""
