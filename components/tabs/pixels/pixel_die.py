"""The die of one pixel: 16 colours."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>The die of this pixel</h2><span class="note"></span><span class="out">
<button type="button" data-export="csv">CSV</button></span></header>
<div class="pair"><div class="square" role="img" aria-label="The die of this pixel"></div><div class="bars"></div></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class PixelDie(Widget):
    """Value: {pixel, colour, faces: [{colour, name, p, raw}, likeliest first]}."""

    def __init__(self, **kwargs):
        super().__init__("pixel_die", TEMPLATE, **kwargs)
