"""The table of positions: one learned vector for each place in the text."""

from components.widgets.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Position table</h2><span class="note"></span>
<span class="out"><button type="button" data-export="png">PNG</button></span></header>
<p class="say" aria-live="polite"></p>
<canvas tabindex="0" role="img"></canvas>
<div class="axis"><span>position 0</span><span class="reading"></span><span class="end"></span></div>
<div class="legend"><span class="low"></span><span class="ramp"></span><span class="high"></span><span class="rounded"></span></div>
</section>
"""


class PositionTable(Widget):
    """Value, the same for every prompt: {cells, rows, thin, shape, limit, alike}; cells are base64 int8, 127 = limit.

    `alike` tells for distances n the cosines between positions p and p + n, as base64 float32.
    """

    def __init__(self, value: dict, **kwargs):
        super().__init__("position_table", TEMPLATE, value, **kwargs)
