"""The die: a square of area 1, cut into shares; a roll is a pip thrown on it."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>The die</h2><span class="note">area = probability</span><span class="out">
<button type="button" data-export="png">PNG</button><button type="button" data-export="svg">SVG</button></span></header>
<svg class="die" viewBox="0 0 400 408" role="img" aria-label="The die"></svg>
<div class="play"><button type="button" class="button go roll">Roll</button><button type="button" class="button on">Keep rolling</button>
<button type="button" class="button twenty">Roll 20</button></div>
<p class="say" aria-live="polite">&nbsp;</p>
</section>
"""


class Die(Widget):
    """Value: {faces, others, next, thrown, n, full}; Roll appends `next` to the prompt, Roll 20 only throws."""

    def __init__(self, **kwargs):
        super().__init__("die", TEMPLATE, **kwargs)
