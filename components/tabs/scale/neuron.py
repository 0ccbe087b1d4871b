"""One neuron: its weights and its bias, moved by hand, and the die beside it."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class MovedFace(TypedDict):
    """One token of the die."""

    id: int
    piece: str
    before: float  # its chance
    after: float


class NeuronValue(TypedDict):
    """One neuron at one token; what begins with `old` is without the changes."""

    layer: int
    neuron: int
    piece: str
    inputs: Packed  # (channels,) what comes in
    weights: Packed
    old_weights: Packed
    bias: float
    old_bias: float
    sum: float
    fires: float
    old_fires: float
    activation: str
    strongest: int  # the neuron of the layer that fires most at this token
    faces: list[MovedFace]
    changed: list[str]  # lines of all edits at work


class Neuron(Widget):
    """Turns the dials `layer`, `neuron`, `channel`; sets edits of the page."""

    Value = NeuronValue
