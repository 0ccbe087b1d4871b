"""What the selected token looks at: the strongest weights of its row in the large map."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>What <span class="who"></span> looks at</h2><span class="note"></span></header>
<div class="bars to"></div>
<h3>Who looks at it</h3>
<div class="bars from"></div>
<p class="muted nobody" hidden>No later token is there to look back.</p>
<p class="muted">Looking is not yet causing: a weight says how much was taken, not what it changed.</p>
</section>
"""


class TokenLook(Widget):
    """Has no value: its numbers are those of the map beside it, which the page keeps as `attended`."""

    def __init__(self, **kwargs):
        super().__init__("token_look", TEMPLATE, **kwargs)
