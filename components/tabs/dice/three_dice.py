"""Three dice for one context: what the training data contain, a 5-gram model, the transformer."""

from typing import TypedDict

from components.page.widget import Widget


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
