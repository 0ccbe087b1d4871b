"""What the selected token looks at: the strongest weights of its row in the large map."""

from components.page.widget import Widget


class TokenLook(Widget):
    """Has no value: its numbers are those of the map in the same view."""
