"""A token's numbers plus its position's numbers: what enters the first layer."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Embedding</h2><span class="note"></span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="empty" hidden>Type a sentence above, then select one of its tokens.</p>
<div class="body">
<div class="sum" role="slider" tabindex="0" aria-label="One number of the vector" aria-valuemin="0">
<span class="op">token</span><canvas></canvas><span class="op">+ position</span><canvas></canvas><hr>
<span class="op">= into layer 0</span><canvas></canvas></div>
<div class="legend"><span class="mono low"></span><span class="ramp"></span><span class="mono high"></span><span class="beyond"></span></div>
<p class="reading"></p>
<p class="say" aria-live="polite"></p>
</div>
</section>
"""


class VectorSum(Widget):
    """Value: {piece, id, at, limit, token, position, embed}; the last three are base64 float32."""

    def __init__(self, **kwargs):
        super().__init__("vector_sum", TEMPLATE, **kwargs)
