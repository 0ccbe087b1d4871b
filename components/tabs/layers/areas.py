"""The weights of the model as areas, alone or to scale beside other models."""

from typing import Any, TypedDict

from components.page.widget import Widget


class AreasValue(TypedDict):
    """The same for every prompt: filled when the tab is first opened."""

    total: int
    known: dict[str, int]  # weights of models that are drawn beside it, by name
    figures: dict[str, Any]  # by shape and who stands beside it: "treemap gpt2"


class Areas(Widget):
    """What is shown stands in the address."""

    Value = AreasValue
