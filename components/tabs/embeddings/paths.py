"""One token's vector on its way through the layers, for every place where the token stands in the prompt."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2></h2><span class="note"></span>
<span class="out"><button type="button" data-export="svg">SVG</button><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<svg class="plan" role="img"></svg>
<div class="legend"><span class="pip"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3H13V13H3Z"/></svg>embedding</span>
<span class="pip"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="3"/></svg>after each half of a layer</span>
<span class="pip"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6"/></svg>after the last</span></div>
<h3>How alike they are, station by station</h3>
<div class="alike" tabindex="0" role="slider" aria-label="Station of the residual stream; arrow keys move" aria-valuemin="0"></div>
<p class="muted reading"></p>
<p class="empty" hidden></p>
</section>
"""


class Paths(Widget):
    """Value: see `components.embeddings.paths`: places of the stations as packed (n, S, 2), and how alike they are."""

    def __init__(self, **kwargs):
        super().__init__("paths", TEMPLATE, **kwargs)
