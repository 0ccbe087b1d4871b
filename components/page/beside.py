"""The Compare button beside the prompt: it sets a second prompt, B, beside the first."""

from components.page.widget import Widget


class Beside(Widget):
    """What is compared, and where, is the card's: see `components/tabs/compare`."""

    def __init__(self):
        super().__init__(elem_id="beside")
