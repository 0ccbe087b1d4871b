"""Three dice for one context: what the training data contain, a 5-gram model, the transformer."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>Three dice</h2><span class="note">data, 5-gram, transformer</span><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="three"></div>
<p class="muted apart"></p>
<p class="empty" hidden>No sample of the training texts lies beside this model; python -m model.learn.prepare writes one.</p>
</section>
"""


class ThreeDice(Widget):
    """Value: {rows: [{piece, id, count, data, ngram, model}], ending, times, sample, ngram_bits, model_bits}, or None."""

    def __init__(self, **kwargs):
        super().__init__("three_dice", TEMPLATE, **kwargs)
