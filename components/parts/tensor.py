"""One tensor: its shape, the numbers of the selected token, how all of its numbers spread, and the line that makes it."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2></h2><span class="note"></span><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="frame" tabindex="0" role="slider" aria-label="Numbers of this token; arrow keys move" aria-valuemin="0"><canvas></canvas></div>
<div class="legend"><span class="pip"><span class="low"></span><i class="ramp"></i><span class="high"></span></span><span class="layout"></span></div>
<h3>All numbers of this tensor</h3>
<svg class="histogram" role="img"></svg>
<p class="muted stats"></p>
<p class="made"><code tabindex="0"></code><span class="muted"></span></p>
</section>
"""


class Tensor(Widget):
    """Value: one tensor of one layer, see `components.layers.tensor`."""

    def __init__(self, **kwargs):
        super().__init__("tensor", TEMPLATE, **kwargs)
