"""The next three rolls as a drawing: areas are probabilities; and where three ways of choosing lead."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>The next three rolls</h2><span class="note">height = probability</span><span class="out"><button type="button" data-export="svg">SVG</button></span></header>
<div class="frame"><svg class="tree" role="img"></svg></div>
<div class="legend"><span class="pip"><i class="key greedy"></i>greedy</span><span class="pip"><i class="key rolled"></i>rolled with the seed</span><span class="pip"><i class="key beam"></i>beam search, 4 kept</span></div>
<dl></dl>
</section>
"""


class NextRolls(Widget):
    """Value: {nodes: [{path, branches: [{id, piece, p}]}], ways: [{name, ids, text, logprob}]}."""

    def __init__(self, **kwargs):
        super().__init__("next_rolls", TEMPLATE, **kwargs)
