"""The machine: one token's residual stream from the embedding to the die, station by station."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2></h2><span class="note">each square is the token's list of numbers, 16 in a line</span><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<div class="flow" role="radiogroup" aria-label="Stations of the residual stream"></div>
<div class="legend"><span class="pip"><span>below 0</span><i class="ramp"></i><span>above 0</span></span><span>each square has its own scale</span><span>between two squares: the length of what is added</span></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class Machine(Widget):
    """Value: {names, stream: packed (S, C), lengths, added, says, piece}; turns `layer` and `tensor_no`."""

    def __init__(self, **kwargs):
        super().__init__("machine", TEMPLATE, **kwargs)
