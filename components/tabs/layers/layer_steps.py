"""The steps of one layer as a drawing; each box is a tensor that can be opened."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2></h2><span class="note">press a box to see its numbers</span></header>
<div class="steps" role="radiogroup" aria-label="Tensor"></div>
</section>
"""


class LayerSteps(Widget):
    """Value: [[name of a tensor, what it is]], the same for every text; turns the dial `tensor_no`."""

    def __init__(self, tensors: list, **kwargs):
        super().__init__("layer_steps", TEMPLATE, tensors, **kwargs)
