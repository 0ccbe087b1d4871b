"""How it is computed: one line with the formula, which opens to our own source."""

from components.page.widget import Widget


class How(Widget):
    """`sources` are {path, line, text} of the lines that compute what the view shows."""

    def __init__(self, formula: str, sources: list[dict]):
        self.formula, self.sources = formula, sources
        template = "<details class='how'><summary></summary><div class='sources'></div></details>"
        super().__init__("how", template, {"formula": formula, "sources": sources})
