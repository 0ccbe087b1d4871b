"""The head of a tab: where one is, its question, and two sentences whose terms are explained."""

from typing import TypedDict

from components.page.glossary import Part, explained
from components.page.widget import Widget


class HeadingValue(TypedDict):
    """As a `Tab` has them."""

    place: str
    question: str
    intro: list[Part]


class Heading(Widget):
    """The one <h1> that is visible."""

    Value = HeadingValue

    def __init__(self, place: str, question: str, intro: str):
        self.place, self.question, self.intro = place, question, intro
        super().__init__({"place": place, "question": question, "intro": explained(intro)})
