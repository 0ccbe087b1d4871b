"""Three dice for one context: what the training data contain, a 5-gram model, the transformer."""

from typing import TypedDict

import numpy as np

from components import prints
from components.page.widget import Widget
from components.page.words import percent, say


class Compared(TypedDict):
    """One token's chance on each die."""

    piece: str
    id: int
    count: int  # in the sample of the training texts
    data: float
    ngram: float
    model: float


class ThreeDiceValue(TypedDict):
    """None where no sample of the training texts lies beside the model."""

    rows: list[Compared]
    ending: list[str]  # the longest of the text that occurs often enough
    times: int  # that it occurs
    sample: int  # tokens in the sample
    ngram_bits: float  # apart from the data
    model_bits: float


class ThreeDice(Widget):
    """Three bars a token."""

    Value = ThreeDiceValue

    def on_paper(self, value: ThreeDiceValue) -> prints.Drawing:
        """Three bars a token."""
        rows, dice = value["rows"], {"data": prints.INK, "ngram": prints.INK_3, "model": prints.CHANCE}

        def draw(axes: "prints.Axes") -> None:
            at = np.arange(len(rows))
            for i, (name, colour) in enumerate(dice.items()):
                chances = [row[name] for row in rows]
                axes.barh(at + 0.27 * (i - 1), chances, height=0.25, color=colour, label=say(f"three.{name}"))
                for y, p in zip(at + 0.27 * (i - 1), chances, strict=True):
                    axes.annotate(percent(p), (p, y), (4, 0), textcoords="offset points", va="center", size="x-small")
            names = [prints.drawable(row["piece"]) for row in rows]
            axes.set_yticks(at, names, family=[prints.MONO, prints.FALLBACK], color=prints.INK)
            prints.make_room(axes, max(map(len, names)))
            axes.set(xticks=(), ylim=(len(rows) - 0.4, -0.6))
            axes.tick_params(length=0)
            axes.set_title(say("three.title"))
            axes.legend(frameon=False, loc="lower right")

        return draw
