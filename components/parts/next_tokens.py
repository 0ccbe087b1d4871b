"""What may come next: the likeliest tokens as bars, shaped and unshaped."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>What may come next</h2><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<div class="heads"><span>probability</span><span>rolled</span></div>
<div class="bars rolled"></div>
<div class="legend"><span class="pip"><i class="on"></i>on the die</span><span class="pip"><i class="before"></i>before shaping</span>
<span class="pip"><i class="off"></i>cut off</span></div>
<p class="say" aria-live="polite"></p>
</section>
"""


class NextTokens(Widget):
    """Value: {faces, others, tally, n, kept, temperature, top_k, top_p}."""

    def __init__(self, **kwargs):
        super().__init__("next_tokens", TEMPLATE, **kwargs)
