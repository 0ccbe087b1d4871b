"""The neurons that fire most at the selected token, and what fires them most in the training data."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2></h2><span class="note"></span></header>
<p class="say" aria-live="polite"></p>
<div class="list"></div>
</section>
"""


class Neurons(Widget):
    """Value: {layer, piece, rows: [{neuron, value, promotes, examples}], fire, count, searched}."""

    def __init__(self, **kwargs):
        super().__init__("neurons", TEMPLATE, **kwargs)
