"""One text three times: as characters, as words and as the tokens of the model."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>The same text, cut three ways</h2><span class="note">point at a chip to find it in the other rows</span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="toggle" role="group" aria-label="Below each chip"><span class="muted">Below each chip</span><button type="button" class="button" data-bytes="0">Ids</button>
<button type="button" class="button" data-bytes="1">Bytes</button></div>
<div class="ways"></div>
</section>
"""


class Cuts(Widget):
    """Value: {rows, as_bytes}. Three rows of {name, count, pieces, spans, hex}; tokens also have ids and kinds."""

    def __init__(self, **kwargs):
        super().__init__("cuts", TEMPLATE, **kwargs)
