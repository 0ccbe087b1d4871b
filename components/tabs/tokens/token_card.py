"""The selected token: its entry in the vocabulary, and the merges that built it."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2></h2><span class="note"></span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<dl></dl>
<h3></h3><ol></ol>
</section>
"""


class TokenCard(Widget):
    """Value: {ids, details, n_merges, n_tokens}; `details` has an entry for each id of the prompt, as text."""

    def __init__(self, **kwargs):
        super().__init__("token_card", TEMPLATE, **kwargs)
