"""How surprising the typed text is, token by token."""

from typing import TypedDict

from components.page.widget import Widget


class SurpriseValue(TypedDict):
    """-log2 of the chance that each token had."""

    tokens: list[str]
    bits: list[float | None]  # the first has none: nothing stands before it
    bytes: int  # of the text


class Surprise(Widget):
    """A click on a token selects it."""

    Value = SurpriseValue
