"""What each way to cut a text costs: a table of lengths and of vocabularies."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>What each cut costs</h2><span class="note">for this text</span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say"></p>
<div class="wide" tabindex="0" role="region" aria-label="What each cut costs"><table><thead><tr><th scope="col">cut into</th><th scope="col">tokens</th>
<th scope="col">bytes each</th><th scope="col">context</th><th scope="col">weights a head</th><th scope="col">vocabulary</th></tr></thead><tbody></tbody></table></div>
<p class="note"></p>
</section>
"""


class TokenCosts(Widget):
    """Value: {ways, context}; a way is {name, count, bytes_per_token, share, weights, vocabulary}."""

    def __init__(self, **kwargs):
        super().__init__("token_costs", TEMPLATE, **kwargs)
