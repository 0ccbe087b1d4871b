"""How many numbers each part of the model has, adding up exactly."""

from typing import TypedDict

from components.page.widget import Widget


class ParametersValue(TypedDict):
    """The same for every prompt."""

    parts: dict[str, int]
    total: int
    layers: int
    tied: bool  # the output matrix is the table of tokens


class Parameters(Widget):
    """A bar for each part."""

    Value = ParametersValue
