"""The steps of one layer as a drawing; each box is a tensor that can be opened."""

from components.page.widget import Widget


class LayerSteps(Widget):
    """Value: [[name of a tensor, what it is]], the same for every text; turns the dial `tensor_no`."""

    Value = list[tuple[str, str]]

    def __init__(self, tensors: list[tuple[str, str]], activation: str, **kwargs):
        self.tensors, self.activation = tensors, activation
        super().__init__(tensors, {"activation": activation}, **kwargs)
