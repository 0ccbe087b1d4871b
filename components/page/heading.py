"""The head of a tab: its question and two sentences."""

from typing import TypedDict

from components.page.widget import Widget


class HeadingValue(TypedDict):
    """As a `Tab` has them."""

    question: str
    intro: str


class Heading(Widget):
    """The one <h1> that is visible."""

    Value = HeadingValue

    def __init__(self, question: str, intro: str):
        self.question, self.intro = question, intro
        super().__init__({"question": question, "intro": intro})
