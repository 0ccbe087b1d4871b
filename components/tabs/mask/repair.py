"""A picture with a hole: repaired from all sides, and painted on by who sees only what came before."""

from typing import TypedDict

from components.page.widget import Widget
from model import HOLES


class RepairValue(TypedDict):
    """Unseen pictures that are offered: captions, and colours as hexadecimal digits."""

    captions: list[str]
    colours: list[str]


class Repaired(TypedDict):
    """What one model put into the hole."""

    places: list[int]  # in the order in which they were filled
    colours: list[int]
    chances: list[float]
    right: int  # as in the picture


class RepairedPicture(TypedDict):
    """What the endpoint `repair_picture` tells."""

    caption: str
    colours: list[int]  # of the whole picture
    hidden: list[int]
    back: Repaired
    both: Repaired


class Repair(Widget):
    """Asks `repair_picture`; turns the dials `picture` and `gap`."""

    Value, Data = RepairValue, RepairedPicture

    def __init__(self, **kwargs):
        super().__init__(options={"holes": HOLES}, **kwargs)
