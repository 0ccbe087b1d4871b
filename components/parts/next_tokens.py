"""What may come next: the likeliest tokens as bars, shaped and unshaped."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import percent, say
from components.parts.die import Face, Others


class NextTokensValue(TypedDict):
    """The faces of the die, how often each was rolled, and how it was shaped."""

    faces: list[Face]  # likeliest first
    others: Others
    n: int  # rolls made
    tally: list[int]  # rolls of each face, the last those of all others
    kept: int  # tokens that are on the die
    temperature: float
    top_k: int
    top_p: float


class NextTokens(Widget):
    """A tick: the probability before shaping."""

    Value = NextTokensValue

    def on_paper(self, value: NextTokensValue) -> prints.Drawing:
        """The same bars."""
        faces = value["faces"]
        chances = [face["p"] for face in faces]
        names = [face["piece"] for face in faces]
        return prints.bars(names, chances, [percent(p) for p in chances], say("next.title"))
