"""What one pixel looked at: how much went to the caption, to the padding before it, and to earlier pixels."""

from components.widgets.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>What this pixel looked at</h2><span class="note"></span><span class="out">
<button type="button" data-export="csv">CSV</button></span></header>
<div class="opened"><div class="layers" role="radiogroup" aria-label="Layer"></div><div class="split"></div></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class PixelLook(Widget):
    """Value: {pixel, rows: packed (layers, 32 + pixel) attention weights, layers, pads, pieces, caption}."""

    def __init__(self, **kwargs):
        super().__init__("pixel_look", TEMPLATE, **kwargs)
