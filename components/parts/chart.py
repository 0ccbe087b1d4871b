"""A chart as a card of its own: a figure by Plotly, a sentence above it, and its numbers as a table below."""

from typing import Any, TypedDict

from components import figures
from components.page.widget import Widget


class ChartValue(TypedDict):
    """What is drawn, see `components.figures`."""

    figure: Any
    title: str
    say: str
    file: str  # name of what is exported, without its ending


class Chart(Widget):
    """Hidden as long as there is nothing to draw; or, with a `dial` of its view, opened by a button that turns it to 1.

    A press on a row of a figure whose `meta.click` is "token" selects the token of that place.
    """

    Value = ChartValue

    def __init__(self, dial: str = "", title: str = "", invite: str = "", **kwargs):
        self.dial, self.title, self.invite = dial, title, invite
        super().__init__(options={"dial": dial, "title": title, "invite": invite}, **kwargs)


def drawn(figure: "figures.go.Figure", title: str, say: str, file: str) -> ChartValue:
    """The widget's value. Arrays travel as base64, by Plotly itself."""
    return {"figure": figure.to_dict(), "title": title, "say": say, "file": file}
