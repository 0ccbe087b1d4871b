"""Sums of embeddings: a − b + c, and the tokens that lie nearest to it."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Arithmetic with meanings</h2><span class="note">cosine with the sum of three vectors</span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<div class="sum"><datalist></datalist>
<input data-dial="a" aria-label="a, the token to start from" spellcheck="false" autocomplete="off" autocapitalize="off"><b>&minus;</b>
<input data-dial="b" aria-label="b, the token to take away" spellcheck="false" autocomplete="off" autocapitalize="off"><b>+</b>
<input data-dial="c" aria-label="c, the token to add" spellcheck="false" autocomplete="off" autocapitalize="off"><b>&asymp;</b></div>
<p class="trouble" role="alert" hidden></p>
<p class="say" aria-live="polite"></p>
<div class="bars ink"></div>
<p class="muted">The three tokens of the sum are left out: it stays close to them, and one of them would mostly win.</p>
<h3>Does it work in this model?</h3>
<table><thead><tr><th scope="col">pairs</th><th scope="col">try one</th><th scope="col">came out</th><th scope="col">without the sum</th></tr></thead><tbody></tbody></table>
<p class="muted">Came out: of all analogies of two such pairs, those where the fourth token has the largest cosine. Without the sum: those where it is nearest to the third token anyway.</p>
</section>
"""


class Analogy(Widget):
    """Value: {given, nearest, alone, families}; turns the dials `a`, `b` and `c`, which are token ids."""

    def __init__(self, **kwargs):
        super().__init__("analogy", TEMPLATE, **kwargs)
