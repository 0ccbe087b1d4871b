"""The prompt's tokens as chips: the selection that all tabs share."""

from typing import TypedDict

from components.page.widget import Widget


class TokenChipsValue(TypedDict):
    """The tokens of the prompt, and what is to be said of it."""

    ids: list[int]
    pieces: list[str]
    kinds: list[str]
    limit: int  # tokens that fit
    message: str  # why it cannot be read
    hint: str
    careful: str  # the prompt as what the model has read is written, if it is not
    familiar: float | None  # share of its own unseen texts that surprise the model at least as much, if that is known
    as_caption: float | None  # the same of captions, for tabs that paint


class TokenChips(Widget):
    """Below each chip: its position, or the weight that a view gives it."""

    Value = TokenChipsValue
