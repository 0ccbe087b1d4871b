"""Logit lens: what the model would say had it stopped half-way."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>What it would say half-way</h2><span class="note">logit lens</span><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<table><thead><tr><th scope="col">after</th><th scope="col">the likeliest</th><th scope="col" class="answer"></th><th scope="col">rank</th></tr></thead><tbody></tbody></table>
</section>
"""


class HalfWay(Widget):
    """Value: {rows: [{name, top, answer, rank}], piece}."""

    def __init__(self, **kwargs):
        super().__init__("half_way", TEMPLATE, **kwargs)
