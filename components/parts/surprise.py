"""How surprising the typed text is, token by token."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>How surprising is this text?</h2><span class="note">bits: −log₂ of the chance each token had</span><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="chips"></div>
</section>
"""


class Surprise(Widget):
    """Value: {tokens, bits, bytes}; the first token has no bits: nothing stands before it."""

    def __init__(self, **kwargs):
        super().__init__("surprise", TEMPLATE, **kwargs)
