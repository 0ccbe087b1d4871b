"""What one pixel looked at: how much went to the caption, to the padding before it, and to earlier pixels; and back."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>What this pixel looked at</h2><span class="note"></span><span class="out">
<button type="button" data-export="csv">CSV</button></span></header>
<div class="opened">
<div class="choice layers" role="radiogroup" aria-label="Layer"></div>
<div class="choice heads" role="radiogroup" aria-label="Head"></div>
<div class="choice ways" role="radiogroup" aria-label="Direction"></div>
<div class="split"></div></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class PixelLook(Widget):
    """Value: {pixel, shape: (L, H), rows: packed (L, H, 32 + pixel), back: packed (L, H, later dice), pads, pieces}."""

    def __init__(self, **kwargs):
        super().__init__("pixel_look", TEMPLATE, **kwargs)
