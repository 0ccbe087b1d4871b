"""What one pixel of a clip looked at: the same place one frame earlier, other frames, its own, and the caption."""

from components.page.widget import Widget
from components.parts.pixels import PixelLookValue


class FrameLook(Widget):
    """Tells the clip in the same view what is to be drawn on its frames."""

    Value = PixelLookValue
