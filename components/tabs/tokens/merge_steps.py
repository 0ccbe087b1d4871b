"""Byte-pair encoding at work: the typed text from bytes to tokens, one merge at a time."""

from components.page.widget import Widget

TEMPLATE = """
<section class="card"><header><h2>Merge by merge</h2><span class="note">how byte-pair encoding cuts this text</span>
<span class="out"><button type="button" data-export="csv">CSV</button></span></header>
<p class="say" aria-live="polite"></p>
<div class="both">
<div class="stage">
<div class="player"><button type="button" class="button play"></button>
<button type="button" class="button back" aria-label="One merge back">◂</button><button type="button" class="button on" aria-label="One merge on">▸</button>
<input type="range" min="0" value="0" step="1" aria-label="Merges made"><span class="at"></span></div>
<div class="chips" role="group" aria-label="The text after these merges"></div>
<p class="legend"><span class="pip"><i class="made"></i>just joined</span><span class="pip"><i class="soon"></i>joined next</span></p>
<p class="muted rest"></p>
</div>
<div class="log"><p class="columns"><span>rank</span><span>pair</span><span class="often"></span></p><ol role="listbox" tabindex="0" aria-label="All merges of this text, in order"></ol></div>
</div>
</section>
"""


class MergeSteps(Widget):
    """Value: {start, words, names, steps, drawn, bytes, n_merges, sample}; a step has rank, pieces, places, often."""

    def __init__(self, **kwargs):
        super().__init__("merge_steps", TEMPLATE, **kwargs)
