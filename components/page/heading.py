"""The head of a tab: its question and two sentences."""

from components.page.widget import Widget


class Heading(Widget):
    """The one <h1> that is visible."""

    def __init__(self, question: str, intro: str):
        template = "<div class='heading'><h1></h1><p></p></div>"
        super().__init__("heading", template, {"question": question, "intro": intro})
