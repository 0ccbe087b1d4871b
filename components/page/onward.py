"""The end of a tab: which one comes next."""

from typing import TypedDict

from components.page.widget import Widget


class OnwardValue(TypedDict):
    """The next tab."""

    tab: str
    title: str
    question: str


class Onward(Widget):
    """One button."""

    Value = OnwardValue

    def __init__(self, tab: str, title: str, question: str):
        self.tab, self.title, self.question = tab, title, question
        super().__init__({"tab": tab, "title": title, "question": question})
