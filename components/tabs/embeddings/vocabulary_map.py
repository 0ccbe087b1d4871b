"""The whole vocabulary as points: embeddings seen along the directions in which they spread most."""

import json
from pathlib import Path

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Map of the vocabulary</h2><span class="note"></span>
<span class="out"><button type="button" data-export="png">PNG</button><button type="button" data-export="csv">CSV</button></span></header>
<p class="say"></p>
<div class="tools"><input type="search" placeholder="Find a token" aria-label="Find a token on the map; Enter goes to the next" spellcheck="false" autocomplete="off">
<span class="views" role="group" aria-label="Directions"><button type="button" class="button" data-flat="1">2-D</button>
<button type="button" class="button" data-flat="">3-D</button>
<button type="button" class="button" data-tsne hidden>t-SNE</button></span>
<span class="zoom" role="group" aria-label="Zoom"><button type="button" class="button" data-zoom="1.5" aria-label="Zoom in">+</button>
<button type="button" class="button" data-zoom="0.6667" aria-label="Zoom out">&minus;</button>
<button type="button" class="button" data-zoom="0">All</button></span></div>
<canvas tabindex="0" role="img"></canvas>
<p class="reading" aria-live="polite"></p>
<p class="muted kept"></p>
<div class="legend"></div>
<div class="colours"><h3>Do the colours of pixels lie near the colour words?</h3><p class="colour-say"></p><div class="pixels"></div>
<p class="muted">Cosine of a pixel’s colour with the word of its name; the tick is the median of all other word pieces.</p></div>
</section>
"""


class VocabularyMap(Widget):
    """`table` is the map itself, sent once, as JSON; value: {id, nearest}, the selected token and its neighbours' ids.

    table: {coordinates (V, 3) as base64 float32, shares, channels, pieces, kinds, named, untouched, tsne, kept,
    colours}; tsne: (V, 2) as base64 float32 or '', kept: shares of nearest tokens that PCA and t-SNE keep near.
    """

    def __init__(self, table: dict, **kwargs):
        parts = "".join((Path(__file__).with_name(f"{name}.js")).read_text() for name in ("camera", "marks"))
        super().__init__("vocabulary_map", TEMPLATE, before=parts, table=json.dumps(table), **kwargs)
