"""All heads of all layers as thumbnails; a click opens one."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>All heads</h2><span class="note"></span></header>
<div class="grid" role="radiogroup" aria-label="Layer and head"></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class HeadGrid(Widget):
    """Value: {shape: (L, H, n, n), bytes: 255 √weight, tokens}; turns the dials `layer` and `head`."""

    def __init__(self, **kwargs):
        super().__init__("head_grid", TEMPLATE, **kwargs)
