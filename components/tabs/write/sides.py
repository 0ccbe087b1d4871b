"""One prompt and seed under two to four settings, side by side."""

from typing import TypedDict

from components.page.widget import Widget
from components.tabs.write.writing import Token


class SidesValue(TypedDict):
    """Some more tokens of each setting."""

    run: int
    tokens: list[list[Token]]
    over: bool
    message: str


class Sides(Widget):
    """Events: write (the value is then {run, sides: [{temperature, changes, second}]}), stop."""

    Value = SidesValue
    fires = ("write", "stop")

    def __init__(self, layers: int, heads: int, two: bool, **kwargs):
        self.layers, self.heads, self.two = layers, heads, two
        super().__init__(options={"layers": layers, "heads": heads, "two": two}, **kwargs)
