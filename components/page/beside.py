"""The Compare button beside the prompt: it sets a second prompt, B, or a second model, beside the first."""

from components.page.widget import Widget


class Beside(Widget):
    """What is compared, and where, is the card's: see `components/tabs/compare`. `two`: another model is open, too."""

    def __init__(self, two: bool):
        self.two = two
        super().__init__(options={"two": two}, elem_id="beside")
