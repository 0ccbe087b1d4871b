"""One caption at all steps that were kept whole: a picture by each, with the same seed."""

from typing import TypedDict

from components.page.widget import Widget


class Pictured(TypedDict):
    """The picture of one step."""

    step: int
    pixels: str  # 256 hexadecimal digits: places in the palette


class PaintedValue(TypedDict):
    """The pictures so far."""

    run: int  # of the request that they answer; 0: nobody has asked
    text: str  # the caption
    seed: int
    columns: list[Pictured]
    of: int  # how many there will be
    over: bool
    message: str  # why there is nothing more; empty: nothing went wrong


class Painted(Widget):
    """Events: read (the value is then {run, text, seed}), stop."""

    Value = PaintedValue
    fires = ("read", "stop")

    def __init__(self, caption: str, of: int, **kwargs):
        self.caption, self.of = caption, of
        nothing = {"run": 0, "text": caption, "seed": 0, "columns": [], "of": of, "over": False, "message": ""}
        super().__init__(nothing, options={"caption": caption}, **kwargs)
