"""Who is right more often about a hole, and where: as it was measured, of unseen texts and pictures."""

from typing import TypedDict

from components.page.widget import Widget

Share = tuple[int, float, float, float]  # right, as a share, and its 95 % interval


class HolesMeasured(TypedDict):
    """One row: a fifth of a sentence, all of it, or a kind of hole in a picture."""

    name: str
    n: int
    back: Share
    both: Share


class MaskMeasuredValue(TypedDict):
    """Recorded with the two models."""

    n: int
    pictures: int
    bits: list[float]  # a hole in a text, looking back and both ways
    texts: list[HolesMeasured]  # all, then by place in the sentence
    repaired: list[HolesMeasured]


class MaskMeasured(Widget):
    """Draws what `model.masked.measured` recorded."""

    Value = MaskMeasuredValue
