"""What was never drawn, beside what was: a version of an animal, another animal of that version, the plain animal."""

from collections.abc import Sequence

from components.page.widget import Widget
from components.tabs.paint.album import AlbumValue


class Odd(Widget):
    """`trios` of captions: never drawn, drawn often, and the plain animal. Events: paint (the value is then {run, wanted}), stop."""

    Value = AlbumValue
    fires = ("paint", "stop")

    def __init__(self, trios: Sequence[Sequence[str]], **kwargs):
        self.trios = trios
        super().__init__(options={"trios": [list(trio) for trio in trios]}, **kwargs)
