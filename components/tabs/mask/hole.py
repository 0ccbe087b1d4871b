"""One hole, two dice: what is said of it by looking back, and by looking both ways; and every other hole of the text."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import percent, say


class HoleFace(TypedDict):
    """One token of a die."""

    piece: str
    kind: str
    p: float
    true: bool  # it is what stands there


class HoleSide(TypedDict):
    """What one model says about the hole."""

    faces: list[HoleFace]  # likeliest first; the true one is the last where it is none of them
    others: float
    true: float  # the chance of what stands there
    rank: int
    bits: float


class HoleValue(TypedDict):
    """The text and its hole."""

    place: int
    chosen: bool  # by the visitor
    pieces: list[str]
    back: HoleSide
    both: HoleSide
    backs: list[float]  # of the first tokens, each the only hole: the chance of what stands there
    boths: list[float]


class Hole(Widget):
    """A press on a token hides it, and selects it everywhere."""

    Value = HoleValue

    @staticmethod
    def on_paper(value: HoleValue) -> prints.Drawing:
        """Both dice, one below the other."""
        faces = [(say(f"mask.{side}"), face) for side in ("back", "both") for face in value[side]["faces"]]
        names, chances = [f"{side}: {face['piece']}" for side, face in faces], [face["p"] for _, face in faces]
        title = "".join("___" if i == value["place"] else piece for i, piece in enumerate(value["pieces"]))
        return prints.bars(names, chances, [percent(p) for p in chances], title)
