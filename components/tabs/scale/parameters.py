"""A calculator: how many numbers each part of a model has, adding up exactly."""

from typing import TypedDict

from components.page.widget import Widget

MOST = {"layers": 1000, "width": 100_000, "vocabulary": 1_000_000, "context": 1_000_000}


class ParametersValue(TypedDict):
    """The same for every prompt."""

    parts: dict[str, int]
    total: int
    layers: int
    tied: bool  # the output matrix is the table of tokens
    bytes: int  # four for each number
    flops: int | None  # for one token of a full context; None: laid out otherwise than GPT-2
    sizes: dict[str, int]  # layers, width, vocabulary, context
    ours: bool  # those of the model that is loaded


class Parameters(Widget):
    """Turns the dials `layers`, `width`, `vocabulary`, `context`; `known` are the sizes of models with a button."""

    Value = ParametersValue

    def __init__(self, known: dict[str, dict[str, int]], **kwargs):
        self.known = known
        super().__init__(options={"known": known, "most": MOST}, **kwargs)
