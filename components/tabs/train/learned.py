"""What a training has made: the die after its beginning, how far the weights went, and what to do with the model."""

from typing import TypedDict

from components.page.widget import Widget


class Packed(TypedDict):
    """The answer."""

    file: str | None  # a zip, as base64
    trouble: str


class Learned(Widget):
    """Fires pack (the value is then the name of the training); the answer is the model, packed."""

    Value = Packed
    fires = ("pack",)
