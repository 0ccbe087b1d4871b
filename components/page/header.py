"""The header: logo, name, one line about the model, and what concerns the whole page."""

from typing import TypedDict

from components.page.widget import Widget


class HeaderValue(TypedDict):
    """The line about the model that is loaded."""

    about: str


class Header(Widget):
    """Theme, sharing, help; keys that count everywhere."""

    Value = HeaderValue

    def __init__(self, about: str):
        self.about = about
        super().__init__({"about": about}, elem_id="header")
