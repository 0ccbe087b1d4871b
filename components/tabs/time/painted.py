"""One caption at all steps that were kept whole: a picture by each, with the same seed."""

from typing import TypedDict

from components.page.widget import Widget
from components.tabs.time.over import SoFar


class Pictured(TypedDict):
    """The picture of one step."""

    step: int
    pixels: str  # 256 hexadecimal digits: places in the palette


class PaintedValue(SoFar):
    """The pictures so far, for the caption `text`."""

    seed: int
    columns: list[Pictured]


class Painted(Widget):
    """Events: read (the value is then {run, text, seed}), stop."""

    Value = PaintedValue
    fires = ("read", "stop")

    def __init__(self, caption: str, of: int, **kwargs):
        self.caption, self.of = caption, of
        nothing = {"run": 0, "text": caption, "seed": 0, "columns": [], "of": of, "over": False, "message": ""}
        super().__init__(nothing, options={"caption": caption}, **kwargs)
