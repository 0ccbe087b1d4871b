"""Average stimuli: what stood in pictures where a neuron fired."""

from typing import TypedDict

from components.page.widget import Packed, Widget


class FiringExample(TypedDict):
    """A picture in which a neuron fires."""

    picture: int  # which of the pictures
    pixel: int  # at which pixel
    value: float  # how strongly


class FiringNeuron(TypedDict):
    """One neuron."""

    neuron: int
    mean: float  # activation, over the pixels on which it fires
    share: float  # of pixels on which it fires
    patch: str  # 6 hexadecimal digits for each place: its mean colour
    same: Packed  # of each place, how often it has the pixel's own colour
    examples: list[FiringExample]  # the strongest first


class FiringLayer(TypedDict):
    """One layer."""

    explained: list[float]  # share of the variance of its activations, by each of the names
    neurons: list[FiringNeuron]


class FormsValue(TypedDict):
    """All layers; none where nobody searched."""

    layers: list[FiringLayer]
    pictures: list[str]  # 256 hexadecimal digits: places in the palette
    searched: int  # how many pictures were
    back: int  # rows of a patch above its pixel, and columns to either side
    average: str  # the patch of all pixels alike
    average_same: Packed
    names: list[str]  # by what activations are explained
    way: str  # whether edges come before kinds: yes, no or none


class Forms(Widget):
    """Each patch opens the pictures in which its neuron fires most."""

    Value = FormsValue
