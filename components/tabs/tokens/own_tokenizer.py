"""A tokenizer of one's own: what it learned, and the prompt cut by it beside the model's own cut."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Your cut and the model's</h2><span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="ways"></div>
<div class="curve"><h3>The same prompt with each size<span>tokens, by entries of your vocabulary</span></h3>
<div class="plot" role="img"><svg viewBox="0 0 744 100" preserveAspectRatio="none"><path></path></svg><u></u><span class="theirs"></span><i></i><span class="most"></span></div>
<p class="ends"><span>256</span><span>1,000 entries</span></p></div>
<h3 class="last"></h3>
<ol></ol>
<p class="muted facts"></p>
</section>
"""


class OwnTokenizer(Widget):
    """Value: see `components.tokens.own_card`; {message} where nothing could be learned."""

    def __init__(self, **kwargs):
        super().__init__("own_tokenizer", TEMPLATE, **kwargs)
