"""How many numbers each part of the model has, adding up exactly."""

from typing import Any, TypedDict

from components.page.widget import Widget


class ParametersValue(TypedDict):
    """The same for every prompt: filled when the tab is first opened."""

    parts: dict[str, int]
    total: int
    layers: int
    known: dict[str, int]  # weights of models that are drawn beside it, by name
    figures: dict[str, Any]  # by shape and who stands beside it: "treemap gpt2"
    tied: bool  # the output matrix is the table of tokens


class Parameters(Widget):
    """A bar for each part, and areas to scale."""

    Value = ParametersValue
