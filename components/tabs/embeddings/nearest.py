"""The tokens whose embeddings point most nearly the same way."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Nearest tokens</h2><span class="note">cosine: 1 is the same direction, 0 a right angle</span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="bars ink all"></div>
<h3></h3><div class="bars ink here"></div>
</section>
"""


class Nearest(Widget):
    """Value: {piece, nearest, here, n_others, median}; the lists hold {id, piece, kind, cosine}."""

    def __init__(self, **kwargs):
        super().__init__("nearest", TEMPLATE, **kwargs)
