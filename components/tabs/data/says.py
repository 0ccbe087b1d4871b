"""What both models write after the same beginning, and which of it stands so in what each has read."""

from components.page.widget import Widget


class Says(Widget):
    """Draws the samples of `differences`; a press on a copied span finds it in the table."""
