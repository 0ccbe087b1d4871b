"""Fifty hands: how many fingers each has, by the counter and by the visitor."""

from components.page.widget import Widget
from components.tabs.paint.album import AlbumValue


class HandsValue(AlbumValue):
    """The same, with what was counted."""

    fingers: list[int]  # of the pictures that are done, in their order
    data: list[int]  # of as many hands as training draws them


class Hands(Widget):
    """Events: paint (the value is then {run, wanted}), stop."""

    Value = HandsValue
    fires = ("paint", "stop")
