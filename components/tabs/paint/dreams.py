"""Half of a picture is kept, and the rest dreamt again and again."""

from components.page.widget import Widget
from components.tabs.paint.album import AlbumValue


class Dreams(Widget):
    """Events: paint (the value is then {run, wanted, kept}), stop."""

    Value = AlbumValue
    fires = ("paint", "stop")
