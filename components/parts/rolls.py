"""Rolls so far: what the die fell on, and how that compares with what was to be expected."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card">
<header><h2>Rolls so far</h2><span class="out"><button type="button" data-export="json">JSON</button></span></header>
<p class="say" aria-live="polite"></p><div class="tray"></div>
</section>
"""


class Rolls(Widget):
    """Value: {faces, others, thrown, n, full}; a click on a roll appends its token."""

    def __init__(self, **kwargs):
        super().__init__("rolls", TEMPLATE, **kwargs)
