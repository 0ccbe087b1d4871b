"""The banner below the prompt: what is taken away, and whether the tabs show the pass with it or without it."""

from typing import TypedDict

from components.page.widget import Widget
from components.tabs.take_away.take_away import ReadEdit


class BannerValue(TypedDict):
    """What the lines of the edits say."""

    said: dict[str, ReadEdit]  # by line
    pieces: list[str]  # of the text
    refused: list[str]  # lines that cannot be done


class Banner(Widget):
    """Turns the page's `edited`. `tabs` are the names of those that show edits at work."""

    Value = BannerValue

    def __init__(self, tabs: list[str], **kwargs):
        self.tabs = tabs
        super().__init__(options={"tabs": tabs}, **kwargs)
