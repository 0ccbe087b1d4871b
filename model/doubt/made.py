"""What cards let a model make: texts, pictures and tunes, what each cost, and what of it stands in what was read.

Shapes: n things, T tokens.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from model.core.alike import alike
from model.core.sampling import PAINT, Shaping
from model.core.vocabulary import EOT
from model.doubt.asking import BATCH, TOGETHER, written
from model.doubt.card import Copied, Made, Seen, Sure, mean
from model.doubt.progress import add
from model.found.reading import covered
from model.found.suffixes import Run
from model.language_model import LanguageModel
from model.score.bits import surprise_after
from model.world.tunes.reading import read_notes
from model.world.tunes.requests import read_request, sixteenths
from model.world.tunes.tunes import MOST_NOTES

WARM, SEED = Shaping(temperature=0.7), 7
EXAMPLES = 2  # texts of a kind that are shown


class Wrote(NamedTuple):
    """A text, its tokens, and the runs of them that stand word for word in what was read."""

    asked: str
    text: str
    ids: list[int]  # (T,)
    runs: list[Run]
    bits: float  # a token
    seed: int
    temperature: float

    @property
    def copied(self) -> float:
        """The share of its tokens that stand in a run of five or more."""
        return float(covered(self.runs, len(self.ids)).mean()) if self.ids else 0.0


def write(
    lm: LanguageModel,
    prompts: Sequence[str],
    tokens: int,
    shaping: Shaping = WARM,
    ends: Callable[[str], bool] = lambda text: False,
) -> list[Wrote]:
    """What it writes after each prompt, prompt i by the seed SEED + i, with bits and sources."""
    texts = written(lm, prompts, tokens, shaping, ends, SEED)
    new = [lm.vocabulary.encode(text) for text in texts]
    bits = costs(lm, [lm.encode(prompt) for prompt in prompts], new).tolist()
    runs = [lm.reading.runs(ids) if lm.reading else [] for ids in new]
    rows = zip(prompts, texts, new, runs, bits, range(SEED, SEED + len(prompts)), strict=True)
    return [Wrote(*row, shaping.temperature) for row in rows]


def costs(lm: LanguageModel, asked: Sequence[Sequence[int]], new: Sequence[Sequence[int]]) -> np.ndarray:
    """Bits (n,) a token of what was made, after what was asked."""
    rows = [[*before, *(after or [EOT])] for before, after in zip(asked, new, strict=True)]
    found = np.empty(len(rows))
    for some, ids in alike(rows, BATCH):
        add(ids.numel())
        found[some] = surprise_after(lm, [rows[i] for i in some], [len(asked[i]) for i in some])
    return found / [max(1, len(after)) for after in new]


def of_text(lm: LanguageModel, wrote: Wrote) -> Made:
    """The text, with the places of its runs and the file in which each stands; where two overlap, the first goes on."""
    copied, over = [], 0
    for run in wrote.runs:
        start, over = max(run.start, over), run.start + run.length
        places = (len(lm.vocabulary.decode(wrote.ids[:at])) for at in (start, over))
        copied.append(Copied(*places, lm.reading.lines(run, 1)[0].source))
    return Made("text", wrote.asked, wrote.bits, wrote.seed, wrote.temperature, wrote.text, tuple(copied))


def examples(lm: LanguageModel, some: Sequence[Wrote]) -> tuple[Made, ...]:
    """The first of them."""
    return tuple(of_text(lm, each) for each in some[:EXAMPLES])


def word_for_word(some: Sequence[Wrote]) -> Sure:
    """The share of the tokens of each text that stand in runs: the mean over the texts."""
    return mean([each.copied for each in some])


def spans(lm: LanguageModel, some: Sequence[Wrote], most: int = 4) -> tuple[Seen, ...]:
    """The longest runs of all of them, none twice: its tokens, of those of its text."""
    found = {}
    for each in some:
        for run in each.runs:
            text = " ".join(lm.vocabulary.decode(each.ids[run.start : run.start + run.length]).split())
            found.setdefault(text, Seen(text, run.length, len(each.ids)))
    return tuple(sorted(found.values(), key=lambda seen: -seen.hits)[:most])


def paint(lm: LanguageModel, captions: Sequence[str], shaping: Shaping = PAINT) -> list[Made]:
    """A picture of each caption, caption i by the seed SEED + i, as Paint paints it."""
    found = []
    for first in range(0, len(captions), TOGETHER):
        some = captions[first : first + TOGETHER]
        seeds = range(SEED + first, SEED + first + len(some))
        steps = []
        for step in lm.paintings(some, shaping, seeds):
            steps.append(step)
            add(len(some))
        cells = np.array([step.rank.tolist() for step in steps]).T.tolist()  # (n, 256)
        bits = -np.array([step.logprobs.tolist() for step in steps]).mean(0) / math.log(2)
        for caption, paid, seed, row in zip(some, bits.tolist(), seeds, cells, strict=True):
            found.append(Made("picture", caption, paid, seed, shaping.temperature, cells=tuple(row)))
    return found


def sing(lm: LanguageModel, captions: Sequence[str], shaping: Shaping = WARM) -> list[Made]:
    """A tune for each caption, caption i by the seed SEED + i, as Compose plays it."""
    starts = [lm.tune_prompt(caption) for caption in captions]
    texts = written(lm, [lm.vocabulary.decode(ids) for ids in starts], 2 * MOST_NOTES + 1, shaping, seed=SEED)
    new = [lm.vocabulary.encode(text) for text in texts]
    bits = costs(lm, starts, new).tolist()
    found = []
    for i, (caption, paid, ids) in enumerate(zip(captions, bits, new, strict=True)):
        bar = sixteenths(read_request(caption).drawn)
        notes = tuple(read_notes(ids))
        found.append(Made("tune", caption, paid, SEED + i, shaping.temperature, notes=notes, bar=bar))
    return found
