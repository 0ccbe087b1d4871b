"""Many pictures of one caption: by sixteen seeds, or at eight temperatures."""

from components.page.widget import Widget
from components.tabs.paint.album import AlbumValue


class Sheet(Widget):
    """`temperatures` are those of the strip. Events: paint (the value is then {run, wanted}), stop."""

    Value = AlbumValue
    fires = ("paint", "stop")

    def __init__(self, temperatures: tuple[float, ...], **kwargs):
        self.temperatures = temperatures
        super().__init__(options={"temperatures": temperatures}, **kwargs)
