"""One head's attention weights: a pip for each weight, its area the weight; long texts as filled cells."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2></h2><span class="toggle" role="group" aria-label="Which weights"><button type="button" class="button" data-through="0">This head</button><button type="button" class="button" data-through="1">Through all layers so far</button></span><button type="button" class="button zoom" hidden>Zoom in</button><span class="out"><button type="button" data-export="png">PNG</button>
<button type="button" data-export="svg">SVG</button><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="frame" tabindex="0" role="img"><svg class="pips"></svg><canvas hidden></canvas></div>
<div class="legend"><span>Row: the token that looks. Column: what it looks at.</span><span>A row adds up to 1.</span></div>
<p class="habits muted"></p>
<p class="role"></p>
</section>
"""


class AttentionMap(Widget):
    """Value: {cells: packed (T, T), pieces, layer, head, habits, through, role, most, score}. A click on a row selects its token everywhere."""

    def __init__(self, **kwargs):
        super().__init__("attention_map", TEMPLATE, **kwargs)
