"""One head step by step: from q and k of one pair of tokens to what the head writes."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>This head, step by step</h2><span class="note"></span><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<ol>
<li><h3>Multiply and add: q · k</h3><div class="vector" data-of="product"></div><p class="reading"></p></li>
<li><h3>Divide by √D</h3><p class="scaled"></p></li>
<li><h3>Softmax over the row</h3><p class="muted">e to the power of each score, divided by their sum; what comes later is masked.</p><div class="soft"></div></li>
<li><h3>Add up the values: Σ weight · v</h3><div class="vector" data-of="z"></div><p class="muted zed"></p></li>
<li><h3>Output matrix: what the head writes into the stream</h3><div class="vector" data-of="writes"></div><p class="raises"></p></li>
</ol>
</section>
"""


class HeadSteps(Widget):
    """Value: {layer, head, pieces, q, k, v, z: packed (T, D), scores: packed (T, T), writes: packed (T, C), raises}."""

    def __init__(self, **kwargs):
        super().__init__("head_steps", TEMPLATE, **kwargs)
