"""The drawer "take it away": parts are switched off, and two dice stand side by side."""

import json

from components.page.widget import Widget

TEMPLATE = """
<details class="drawer">
<summary><b>Take it away</b><span class="what">Switch a part off, cut a look, change a number: does the die change?</span><span class="tally"></span></summary>
<div class="body">
<section class="form" aria-label="What to take away">
<div class="kinds" role="radiogroup" aria-label="Kind of change"></div>
<div class="fields"></div>
<p><button type="button" class="button add">Take away</button></p>
<ul class="edits" aria-label="Taken away"></ul>
<p class="muted none">Nothing is taken away: both dice are the same.</p>
<p><button type="button" class="button quiet reset">Give all back</button></p>
</section>
<section class="two" aria-label="The die before and after">
<p class="trouble" role="status" hidden></p>
<p class="say" aria-live="polite"></p>
<div class="pairs"></div>
<dl class="on"></dl>
<p class="out"><button type="button" data-export="csv">CSV</button></p>
</section>
<section class="mattered" aria-label="Which part mattered most">
<h3></h3>
<div class="grid"></div>
<p class="muted note"></p>
</section>
</div>
</details>
"""


class TakeAway(Widget):
    """Value: {ids, pieces, sizes, forms, axes, said, edits, message, tokens, divergence_bits, continued, effects}; sets
    the scene's edits."""

    def __init__(self, tabs: list[str], **kwargs):
        super().__init__("take_away", TEMPLATE, before=f"const INSIDE = {json.dumps(tabs)};", **kwargs)
