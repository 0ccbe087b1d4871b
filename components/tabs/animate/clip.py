"""The clip: four frames of 8 × 8 palette colours, as they are rolled, and a player for them."""

from components.parts.pixel_canvas import PixelCanvas


class Clip(PixelCanvas):
    """As the canvas, with the event animate in place of paint."""

    fires = ("animate", "stop", "again", "inspect")
