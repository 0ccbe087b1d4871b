"""How many numbers each part of the model has, adding up exactly."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>Where the weights are</h2><span class="note"></span></header>
<div class="bars ink"></div>
<p class="muted foot"></p>
</section>
"""


class Parameters(Widget):
    """Value: {parts: {name: count}, total, layers}; the same for every prompt."""

    def __init__(self, value: dict, **kwargs):
        super().__init__("parameters", TEMPLATE, value, **kwargs)
