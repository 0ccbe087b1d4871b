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


class LimitRow(TypedDict):
    """What the model says of one thing, and what was planted."""

    name: str
    said: SureValue
    told: float | None


class LimitPart(TypedDict):
    """Rows that stand together."""

    name: str
    rows: list[LimitRow]
    unit: str  # share, bits or words
    most: float  # where the axis ends


class SeenValue(TypedDict):
    """A line of evidence: of so many, so many."""

    text: str
    hits: int
    n: int


class LimitValue(TypedDict):
    """A card; without parts as long as nobody has asked to measure."""

    card: str
    parts: list[LimitPart]
    facts: dict[str, float]
    holds: bool  # what the card claims
    answer: int  # which of the three guesses is right
    because: list[SeenValue]


class Limit(Widget):
    """`cards` are the names of all."""

    Value = LimitValue

    def __init__(self, cards: list[str], **kwargs):
        self.cards = cards
        super().__init__(options={"cards": cards}, **kwargs)

    @staticmethod
    def on_paper(value: LimitValue) -> prints.Drawing:
        """All rows with their intervals, and the planted truth beside the name. Raises ValueError before measuring."""
        rows = [row for part in value["parts"] for row in part["rows"]]
        if not rows:
            raise ValueError(say("limits.unmeasured"))
        names = [named(row) for row in rows]
        said, low, high = ([row["said"][which] for row in rows] for which in ("value", "low", "high"))
        return prints.intervals(names, *map(prints.np.array, (said, low, high)), say(f"limits.{value['card']}_axis"))


def named(row: LimitRow) -> str:
    """A row's name on paper, with what was planted."""
    told = row["told"]
    return row["name"] if told is None else say("limits.planted", name=row["name"], told=percent(told))
