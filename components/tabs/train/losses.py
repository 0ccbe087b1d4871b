"""How surprised the model is while it learns: curve, verdict, the newest sample, and a film of one head and one die."""

from typing import Any, TypedDict

from components.page.widget import Widget


class LossesValue(TypedDict):
    """What the curves are put into."""

    figure: Any


class Losses(Widget):
    """Draws the training that the page shows; a press on the film or an arrow key chooses a step."""

    Value = LossesValue
