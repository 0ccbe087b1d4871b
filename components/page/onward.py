"""The end of a tab: which one comes next."""

from typing import TypedDict

from components.page.widget import Widget


class OnwardValue(TypedDict):
    """The next tab."""

    tab: str
    says: str
    question: str


class Onward(Widget):
    """One button."""

    Value = OnwardValue

    def __init__(self, tab: str, says: str, question: str):
        self.tab, self.says, self.question = tab, says, question
        super().__init__({"tab": tab, "says": says, "question": question})
