"""The card that holds B beside the page's own prompt, A: another prompt, or the same one read by another model."""

from typing import Literal, TypedDict

from components.page.widget import Packed, Widget


class Side(TypedDict):
    """One prompt, and what the open tab shows of it."""

    pieces: list[str]
    differs: list[bool]  # of each token, whether the other side has it not
    fell: str  # the token on which the shared throw fell; none where nothing is thrown
    weights: Packed  # what its last token looks at; none where it is not asked
    layer: int  # by which head
    head: int
    colours: list[int]  # its painting; none where nothing is painted


class Moved(TypedDict):
    """A token with its chance on both sides."""

    piece: str
    a: float
    b: float


class CompareValue(TypedDict):
    """Both sides; `faces` are those that moved most, largest difference first."""

    shows: Literal["dice", "attention", "paint", "none"]
    a: Side
    b: Side
    faces: list[Moved]
    bits: float | None  # Kullback-Leibler divergence of B's die from A's; None between different vocabularies
    spot: float  # the shared throw, as a share of the way
    by_second: bool  # B is read by the other model
    message: str


class Compare(Widget):
    """Shown while there is a B; `tabs` are those that it has something to show in, `models` both names if there are two."""

    Value = CompareValue

    def __init__(self, tabs: list[str], models: list[str]):
        self.tabs, self.models = tabs, models
        super().__init__(options={"tabs": tabs, "models": models}, elem_id="compare")
