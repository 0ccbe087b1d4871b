"""The tokens whose embeddings point most nearly the same way."""

from typing import TypedDict

from components.page.widget import Widget


class Near(TypedDict):
    """A token that is compared with another."""

    id: int
    piece: str
    kind: str
    cosine: float


class NearestValue(TypedDict):
    """What lies near the selected token."""

    piece: str
    nearest: list[Near]  # of the whole vocabulary
    here: list[Near]  # of the prompt
    n_others: int
    median: float


class Nearest(Widget):
    """Bars of cosines."""

    Value = NearestValue
