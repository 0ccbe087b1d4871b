"""One claim: guess first, then what was measured on this model, beside what was planted."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import percent, say


class SureValue(TypedDict):
    """A figure with its 95 % interval and the number of samples."""

    value: float
    low: float
    high: float
    n: int


class ClaimRow(TypedDict):
    """What the model says of one thing, and what was planted."""

    name: str
    said: SureValue
    told: float | None


class CopiedValue(TypedDict):
    """Characters of a text that stand word for word in what was read."""

    start: int
    end: int
    source: str  # the file; "" for a generated text


class MadeValue(TypedDict):
    """A text, a picture or a tune that the model made, and with which settings."""

    kind: str  # text, picture or tune
    asked: str
    bits: float  # a token
    seed: int
    temperature: float
    text: str
    copied: list[CopiedValue]
    cells: list[int]  # places in the palette
    notes: list[tuple[int | None, int]]  # pitch, sixteenths
    bar: int  # sixteenths


class GridValue(TypedDict):
    """A map of two numbers: the share that is right in each field, and whether what was read goes there."""

    names: list[str]  # of the fields along either side
    shares: list[list[float]]  # by the first number, then by the second
    told: list[list[bool]]
    n: int  # samples of a field


class ClaimPart(TypedDict):
    """Rows that stand together, and what was made for them."""

    name: str
    rows: list[ClaimRow]
    unit: str  # share, bits or words
    most: float  # where the axis ends
    made: list[MadeValue]
    grid: GridValue | None


class SeenValue(TypedDict):
    """A line of evidence: of so many, so many."""

    text: str
    hits: int
    n: int


class ClaimValue(TypedDict):
    """A card; without parts as long as nobody has asked to measure."""

    card: str
    parts: list[ClaimPart]
    facts: dict[str, float]
    holds: bool  # what the card claims
    answer: int  # which of the three guesses is right
    because: list[SeenValue]


class Claim(Widget):
    """`cards` are the names of all, `note` the place in the address of what was guessed."""

    Value = ClaimValue

    def __init__(self, cards: list[str], note: str, **kwargs):
        self.cards, self.note = cards, note
        super().__init__(options={"cards": cards, "note": note}, **kwargs)

    def on_paper(self, value: ClaimValue) -> prints.Drawing:
        """All rows with their intervals, and the planted truth beside the name. Raises ValueError before measuring."""
        rows = [row for part in value["parts"] for row in part["rows"]]
        if not rows:
            raise ValueError(say("limits.unmeasured"))
        names = [named(row) for row in rows]
        said, low, high = ([row["said"][which] for row in rows] for which in ("value", "low", "high"))
        axis = say(f"{self.elem_id.partition('_')[0]}.{value['card']}_axis")
        return prints.intervals(names, *map(prints.np.array, (said, low, high)), axis)


def named(row: ClaimRow) -> str:
    """A row's name on paper, with what was planted."""
    told = row["told"]
    return row["name"] if told is None else say("limits.planted", name=row["name"], told=percent(told))
