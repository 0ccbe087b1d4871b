"""What the model could do: curves of its skills over its training, whose axis is a slider over the steps."""

from components.page import served
from components.page.widget import Widget
from components.tabs.time.recorded import HistoryData


class Timeline(Widget):
    """Notes the step that the page shows. `table` is large: the script fetches it."""

    Data = HistoryData

    def __init__(self, table: HistoryData, **kwargs):
        self.table = table
        super().__init__(options={"address": served.keep(table)}, **kwargs)
