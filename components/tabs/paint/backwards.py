"""Read backwards: which of several captions a picture fits best."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class Fit(TypedDict):
    """One caption."""

    caption: str
    kind: str  # asked, changed (in one word), other (of the library) or own (of the visitor)
    bits: float  # of the whole picture under it
    share: float  # among the captions so far, which were equally likely before
    pixels: Packed  # (256,) bits of each pixel


class BackwardsValue(TypedDict):
    """The captions so far."""

    run: int
    caption: str  # that was asked for
    colours: list[int]  # the picture, places in the palette
    digit: int | None  # which one it shows, if the world drew it
    rows: list[Fit]  # the best first
    of: int  # how many captions there will be
    over: bool
    message: str  # why there is no list
    refused: str  # why a caption of the visitor's is not in it


class Backwards(Widget):
    """Events: fit (the value is then {run, own, caption, colours} or {run, own, digit}), stop."""

    Value = BackwardsValue
    fires = ("fit", "stop")
