"""One token's vector on its way through the layers, for every place where the token stands in the prompt."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class PathsValue(TypedDict):
    """The residual stream of every token like the selected one."""

    piece: str
    at: list[int]  # where it stands
    own: int  # which of them is selected
    around: list[tuple[list[str], list[str]]]  # tokens before and after each
    stations: int
    places: Packed  # (places, stations, 2): along the two main directions
    shares: list[float]  # of the spread that each direction has
    alike: list[float]  # mean cosine at each station; empty if it stands once


class Paths(Widget):
    """A click on a path selects its token."""

    Value = PathsValue
