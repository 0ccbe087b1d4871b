"""The card that holds prompt B beside the page's own, A."""

from typing import Literal, TypedDict

from components.page.widget import Packed, Widget


class Side(TypedDict):
    """One prompt, and what the open tab shows of it."""

    pieces: list[str]
    differs: list[bool]  # of each token, whether the other prompt has it not
    fell: str  # the token on which the shared throw fell; none where nothing is thrown
    weights: Packed  # what its last token looks at; none where it is not asked
    colours: list[int]  # its painting; none where nothing is painted


class Moved(TypedDict):
    """A token with its chance after both prompts."""

    piece: str
    id: int
    a: float
    b: float


class CompareValue(TypedDict):
    """Both sides; `faces` are those that moved most, largest difference first."""

    shows: Literal["dice", "attention", "pixels", "none"]
    a: Side
    b: Side
    faces: list[Moved]
    bits: float  # Kullback-Leibler divergence of B's die from A's
    spot: float  # the shared throw, as a share of the way
    layer: int
    head: int
    message: str


class Compare(Widget):
    """Shown while there is a B; `tabs` are those that it has something to show in."""

    Value = CompareValue

    def __init__(self, tabs: list[str]):
        self.tabs = tabs
        super().__init__(options={"tabs": tabs}, elem_id="compare")
