"""The die of one pixel: 16 colours."""

from typing import Any, TypedDict

from components.page.widget import Widget


class ColourFace(TypedDict):
    """One colour of the die."""

    colour: int  # its place in the palette
    name: str
    p: float  # after shaping
    raw: float  # as the model gives it


class PixelDieValue(TypedDict):
    """The die that was rolled for a pixel."""

    pixel: int
    colour: int | None  # what it fell on, if it was rolled
    faces: list[ColourFace]  # likeliest first


class PixelDie(Widget):
    """Opens when a pixel is clicked: one of a picture, or of a clip of so many `frames`."""

    Value = PixelDieValue

    def __init__(self, frames: int = 1, **kwargs: Any):
        self.frames = frames
        super().__init__(options={"frames": frames}, **kwargs)
