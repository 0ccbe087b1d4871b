"""How surprising the typed text is, token by token."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say


class SurpriseValue(TypedDict):
    """-log2 of the chance that each token had."""

    tokens: list[str]
    bits: list[float | None]  # the first has none: nothing stands before it
    bytes: int  # of the text


class Surprise(Widget):
    """A click on a token selects it."""

    Value = SurpriseValue

    def on_paper(self, value: SurpriseValue) -> prints.Drawing:
        """The tokens with their bits below."""
        notes = ["" if bits is None else f"{bits:.1f}" for bits in value["bits"]]
        return prints.chips(value["tokens"], notes, say("print.surprise"))
