"""The band below the prompt: the tabs show the model of another step of its training than the last."""

from components.page.widget import Widget


class Band(Widget):
    """`but` are the names of the tabs that show all steps at once."""

    def __init__(self, but: list[str]):
        self.but = but
        super().__init__(options={"but": but}, elem_id="band")
