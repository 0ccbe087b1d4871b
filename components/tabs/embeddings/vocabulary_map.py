"""The whole vocabulary as points: embeddings seen along the directions in which they spread most."""

from typing import TypedDict

from components.page import served
from components.page.widget import Packed, Widget


class Unread(TypedDict):
    """Pieces of text that do not occur in the sample of the training texts."""

    n: int
    all: int  # pieces of text
    sample: int  # tokens


class PixelColour(TypedDict):
    """How near a colour of a pixel lies to words."""

    name: str
    id: int
    own: float  # cosine with the word of its name
    median: float  # and of all other words
    rank: int  # of its own word among all


class VocabularyTable(TypedDict):
    """The map itself, the same for every prompt."""

    coordinates: Packed  # (V, 3), by PCA
    shares: list[float]  # of the spread that each direction has
    channels: int
    pieces: list[str]
    kinds: str  # of all tokens, with spaces between
    named: list[int]  # ids that are named whatever is selected
    unread: Unread | None
    tsne: Packed  # (V, 2), or empty
    near: int  # so many nearest tokens are compared
    kept: list[float]  # shares of nearest tokens that PCA and t-SNE keep near
    colours: list[PixelColour]


class VocabularyMapValue(TypedDict):
    """The selected token, and its neighbours' ids."""

    id: int
    nearest: list[int]
    table: str  # the address of the map, if it is not that of the last step


class VocabularyMap(Widget):
    """`table` is large, so it is no part of the page: the script fetches it when the tab is opened."""

    Value, Data = VocabularyMapValue, VocabularyTable

    def __init__(self, table: VocabularyTable, **kwargs):
        self.table = table
        super().__init__(options={"address": served.keep(table)}, **kwargs)
