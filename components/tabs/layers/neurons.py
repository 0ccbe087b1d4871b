"""The neurons that fire most at the selected token, and what fires them most in the training data."""

from typing import TypedDict

from components.page.widget import Widget


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
