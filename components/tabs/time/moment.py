"""What was recorded at one step: a die, the heads, a picture, fifty hands and a story, beside those of the last one."""

from components.page import served
from components.page.widget import Widget
from components.tabs.time.recorded import HistoryData


class Moment(Widget):
    """Follows the step that the timeline notes; `table` as there."""

    Data = HistoryData

    def __init__(self, table: HistoryData, **kwargs):
        self.table = table
        super().__init__(options={"address": served.keep(table)}, **kwargs)
