"""The neurons that fire most at the selected token, and what fires them most in the training data."""

from typing import TypedDict

from components import prints
from components.page.widget import Widget
from components.page.words import say

TOLD = 3  # tokens that a neuron raises, in print


class TextExample(TypedDict):
    """A training text in which a neuron fired."""

    pieces: list[str]
    at: int  # where among them
    value: float


class PictureExample(TypedDict):
    """A training picture in which a neuron fired."""

    caption: str
    pixels: list[int]  # places in the palette
    pixel: int  # where; below 0: in the caption
    value: float


class Neuron(TypedDict):
    """One that fires."""

    neuron: int
    value: float
    promotes: list[str]  # tokens that it raises most
    examples: list[TextExample | PictureExample]


class NeuronsValue(TypedDict):
    """The strongest of a layer at one token."""

    layer: int
    piece: str
    rows: list[Neuron]
    fire: int  # how many do
    count: int  # how many there are
    activation: str  # its name
    searched: int  # so many texts and pictures were; 0: none, for this model


class Neurons(Widget):
    """Each opens to its examples."""

    Value = NeuronsValue

    def on_paper(self, value: NeuronsValue) -> prints.Drawing:
        """How strongly each fires, and what it raises."""
        rows = value["rows"]
        if not rows:
            raise ValueError(say("print.no_neurons"))
        said = [" ".join(map(prints.drawable, row["promotes"][:TOLD])) for row in rows]
        title = say("print.neurons_at", layer=value["layer"], token=prints.drawable(value["piece"]))
        return prints.bars([str(row["neuron"]) for row in rows], [row["value"] for row in rows], said, title)
