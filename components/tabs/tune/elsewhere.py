"""What else has moved: unseen texts, the table of sums after Orwell, other dice, and which weights."""

from components.page.widget import Widget


class Elsewhere(Widget):
    """Draws what the tuning that the page shows has told."""
