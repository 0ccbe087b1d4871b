"""The die: a square of area 1, cut into shares; a roll is a pip thrown on it."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import percent, say
from model import Dice as Loaded
from model import LanguageModel


class Face(TypedDict):
    """One token of the die."""

    id: int
    piece: str
    kind: str
    p: float  # after shaping
    raw: float  # as the model gives it
    appendable: bool  # whether it can stand in a text box: some bytes are no letter on their own


class Others(TypedDict):
    """All tokens that have no face of their own."""

    count: int
    p: float
    raw: float


class Roll(Face):
    """A face that the die fell on."""

    rank: int
    spot: list[float]  # where on the face, both from 0 to 1


class DieValue(TypedDict):
    """The die, and what was thrown with it."""

    faces: list[Face]  # likeliest first
    others: Others
    n: int  # rolls made
    full: bool  # the context: nothing can be appended
    before: str  # the text that the die is loaded by, up to the selected token
    after: str  # that token
    cuts: int  # tokens that come after it
    next: Roll
    thrown: list[Roll]


class Die(Widget):
    """Roll appends `next` to the prompt, Roll 20 only throws; turns the dial `rolls`."""

    Value = DieValue

    def on_paper(self, value: DieValue) -> prints.Drawing:
        """Its faces as bars."""
        names = [*(face["piece"] for face in value["faces"]), say("print.others")]
        chances = [*(face["p"] for face in value["faces"]), value["others"]["p"]]
        title = say("print.die_of", token=prints.drawable(value["after"]))
        return prints.bars(names, chances, [percent(p) for p in chances], title)


def appendable(lm: LanguageModel, id: int) -> bool:
    """Whether the token can stand in a text box: some bytes are no letter on their own."""
    return lm.vocabulary.decode([id]) == lm.vocabulary.piece(id)


def face(lm: LanguageModel, dice: Loaded, rank: int) -> dict:
    """One token of the die, as the widgets draw it."""
    id = int(dice.ids[rank])
    return {
        "id": id,
        "piece": lm.vocabulary.piece(id),
        "kind": lm.vocabulary.kind(id),
        "p": float(dice.probs[rank]),
        "raw": float(dice.raw[rank]),
        "appendable": appendable(lm, id),
    }
