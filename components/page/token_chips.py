"""The prompt's tokens as chips: the selection that all tabs share."""

from components.page.widget import Widget

TEMPLATE = """
<div class="strip"><div class="chips" role="listbox" aria-label="Tokens of the prompt" aria-orientation="horizontal"></div>
<p class="count" role="status"><span class="gauge"><i></i></span><span class="words"></span><span class="hint"></span></p></div>
"""


class TokenChips(Widget):
    """Value: {ids, pieces, kinds, limit, message, hint}. Below each chip: its position, or the weight a view gives it."""

    def __init__(self, **kwargs):
        super().__init__("token_chips", TEMPLATE, **kwargs)
