"""Both trainings in one chart: what they have read, and what they have not."""

from typing import Any, TypedDict

from components.page.widget import Widget


class BothValue(TypedDict):
    """The chart without its curves."""

    figure: Any


class Both(Widget):
    """Draws the two trainings of the page while they go on."""

    Value = BothValue
