"""The canvas: a picture of 16 × 16 palette colours, as it is painted."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>Painting</h2><span class="note"></span><span class="out">
<button type="button" data-export="png">PNG</button><button type="button" data-export="json">JSON</button></span></header>
<svg class="canvas" viewBox="0 0 512 512" role="img" tabindex="0" aria-label="The picture: nothing is painted yet"></svg>
<div class="play"><button type="button" class="button go brush">Paint</button>
<button type="button" class="button stop" disabled>Stop</button><button type="button" class="button again">Another seed</button>
<button type="button" class="button veil" aria-pressed="false">Show surprise</button>
<button type="button" class="button inside">Open it in the other tabs</button></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class PixelCanvas(Widget):
    """Value: {caption, start, temperature, seed}, while painting also {first, colours, bits}.

    Events: paint, stop, again (another seed), inspect (a pixel was chosen; the value then holds `colours` and `pixel`).
    """

    def __init__(self, **kwargs):
        super().__init__("pixel_canvas", TEMPLATE, **kwargs)
