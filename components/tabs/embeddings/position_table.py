"""The table of positions: one vector for each place in the text, learned, and beside it made of sine waves."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Position table</h2><span class="note"></span>
<span class="out"><button type="button" data-export="png">PNG</button><button type="button" data-export="csv">CSV</button></span></header>
<div class="tools"><span class="views" role="group" aria-label="Table of positions"><button type="button" class="button" data-table="">Learned by this model</button>
<button type="button" class="button" data-table="waves">Sine waves, not learned</button></span></div>
<p class="say" aria-live="polite"></p>
<canvas class="table" tabindex="0" role="img"></canvas>
<div class="axis"><span>position 0</span><span class="reading"></span><span class="end"></span></div>
<div class="legend"><span class="low"></span><span class="ramp"></span><span class="high"></span><span class="rounded"></span></div>
<div class="pair">
<figure><h3>Cosine of every two positions: learned</h3><canvas class="matrix" data-of="" role="img"></canvas></figure>
<figure><h3>The same for the sine waves</h3><canvas class="matrix" data-of="waves" role="img"></canvas></figure>
<div class="told"><h3>Mean cosine by distance</h3><svg class="distances" role="img"></svg>
<div class="legend"><span class="pip"><i class="stroke"></i>learned</span><span class="pip"><i class="stroke waves"></i>sine waves</span></div>
<p class="stripes"></p>
<p class="muted matrix-reading">Point at a square to read the cosine of two positions; both start at position 0, top left.</p>
<div class="legend"><span>&minus;1</span><span class="ramp cosines"></span><span>+1</span></div></div>
</div>
</section>
"""


class PositionTable(Widget):
    """Value, the same for every prompt: {rows, thin, thin_pairs, shape, width, start, cells, limit, alike, similar, by_distance, waves}.

    cells are base64 int8, 127 = limit; `alike` tells for distances n the cosines between positions
    p and p + n, as base64 float32; `similar` is the matrix of cosines as base64 int8, 127 = 1. `waves`
    holds the last five for sine waves. Pictures are lines of `width` pixels from position `start` on.
    """

    def __init__(self, **kwargs):
        super().__init__("position_table", TEMPLATE, once=True, **kwargs)
