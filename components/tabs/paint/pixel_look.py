"""What one pixel looked at: how much went to the caption, to the padding before it, and to earlier pixels; and back."""

from components.page.widget import Widget
from components.parts.pixels import PixelLookValue


class PixelLook(Widget):
    """Tells the canvas in the same view what is to be drawn on the picture."""

    Value = PixelLookValue
