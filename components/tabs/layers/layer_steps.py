"""The steps of one layer as a drawing; each box is a tensor that can be opened."""

from typing import TypedDict

from components.page.widget import Widget


class Like(TypedDict):
    """What differs between models."""

    activation: str  # its name
    parallel: bool  # attention and network read the same stream
    table: bool  # there is one of positions


class LayerSteps(Widget):
    """Value: [[name of a tensor, what it is]], the same for every text; turns the dial `tensor_no`."""

    Value = list[tuple[str, str]]

    def __init__(self, tensors: list[tuple[str, str]], like: Like, **kwargs):
        self.tensors, self.like = tensors, like
        super().__init__(tensors, like, **kwargs)
