"""The header: logo, name, one line about the model, and what concerns the whole page."""

from components.page.widget import Widget

TEMPLATE = """
<header class="top">
<svg class="logo" viewBox="0 0 64 64" role="img" aria-label="A die with three pips that grow">
<rect x="3" y="8" width="58" height="55" rx="16" fill="var(--chance-lip)"/><rect x="3" y="2" width="58" height="55" rx="16" fill="var(--chance)"/>
<g fill="var(--on-chance)"><circle cx="16.5" cy="15" r="4.5"/><circle cx="28.5" cy="27" r="7"/><circle cx="45" cy="41.5" r="11"/></g></svg>
<span class="name">Weighted Dice</span><span class="model"></span><span class="space"></span>
<button type="button" class="button quiet share">Share this view</button>
<button type="button" class="button quiet theme">Dark</button>
<button type="button" class="button quiet help">Help</button>
</header>
<dialog class="helping" aria-label="Help">
<h2>Weighted Dice</h2>
<p>A model loads a die over the next symbol, rolls it, appends what fell, and repeats. Type a sentence: every tab shows the
numbers that this one model computes for it, here, now. Nothing is recorded, nothing is made up.</p>
<dl>
<dt>Prompt</dt><dd>One text for all tabs. Its tokens stand below it; select one and every tab speaks of it.</dd>
<dt>← → Home End</dt><dd>move the selection along the tokens, and from tab to tab when a tab has the focus</dd>
<dt>P</dt><dd>presenter: larger type, the introductions fold away</dd>
<dt>Share this view</dt><dd>copies an address that holds the text, the tab, the token and every control</dd>
<dt>API</dt><dd>each view publishes its numbers: <code>gradio_client</code> with <code>/tokens</code>, <code>/embeddings</code>,
<code>/attention</code>, <code>/next_token</code>, <code>/write</code>, <code>/paint</code></dd>
</dl>
<form method="dialog"><button class="button">Close</button></form>
</dialog>
"""


class Header(Widget):
    """Value: {about}, the line about the model that is loaded."""

    def __init__(self, about: str):
        super().__init__("header", TEMPLATE, {"about": about}, elem_id="header")
