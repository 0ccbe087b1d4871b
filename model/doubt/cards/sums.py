"""Sums: which it gets right, by size; those that it was told, and those that no text told it.

Nye et al. (2021) and Nogueira et al. (2021) found the same of large models: they do not carry over to more digits. What
helps there, steps on paper or a calculator (Schick et al. 2023), is tried here as far as this model goes.
"""

import random
import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from model.doubt.asking import bits_after, comes
from model.doubt.card import Card, Grid, Help, Measured, Part, Row, Seen, exact, share
from model.language_model import LanguageModel
from model.score.truths import answer as likeliest

EACH = 50
BANDS = {"1 + 1": (0, 9), "10 + 10": (10, 49), "50 + 50": (50, 100), "101 + 101": (101, 299)}  # summands from, to
FORMS = ("{a}+{b}=", "The sum of {a} and {b} is ")
WORDS = "Three friends have {a} apples and {b} pears. Together they have "
SHOWN = "7+8=15\n12+25=37\n64+58=122\n"
PLUS = re.compile(r"(\d{1,3}) ?\+ ?(\d{1,3})(?!\d)")
SURE = 0.9
FIELD, FIELDS, IN_FIELD = 10, 12, 4  # numbers along a side of a field, fields along the map, sums of each


@cache
def pairs(band: str) -> tuple[tuple[int, int], ...]:
    """Random summands of one size, always the same."""
    low, high = BANDS[band]
    rng = random.Random(f"limits sums {band}")
    return tuple((rng.randint(low, high), rng.randint(low, high)) for _ in range(EACH))


def right(lm: LanguageModel, some: Sequence[tuple[int, int]], form: str) -> list[bool]:
    """Of each pair of summands, whether the likeliest tokens after `form` are the sum."""
    spaced = form.endswith(" ")
    prompts = [form.format(a=a, b=b).rstrip() for a, b in some]
    return comes(lm, prompts, [f"{' ' * spaced}{a + b}" for a, b in some]).tolist()


def by_size(lm: LanguageModel, form: str) -> tuple[Row, ...]:
    """A row for each size of summands."""
    return tuple(Row(band, share(right(lm, pairs(band), form))) for band in BANDS)


def added(lm: LanguageModel) -> list[tuple[int, int]]:
    """The summands of all sums in the sample of what was read."""
    if lm.corpus is None:
        return []
    return [(int(a), int(b)) for a, b in PLUS.findall(lm.vocabulary.decode(lm.corpus.ids.tolist()))]


def charted(lm: LanguageModel) -> Part:
    """How much is right, ten numbers by ten; all where the sample of what was read adds such numbers, and elsewhere."""
    rng, starts = random.Random("limits sums map"), range(0, FIELD * FIELDS, FIELD)
    fields = [(a, b) for a in starts for b in starts]
    some = [(a + rng.randrange(FIELD), b + rng.randrange(FIELD)) for a, b in fields for _ in range(IN_FIELD)]
    hits = np.reshape(right(lm, some, FORMS[0]), (FIELDS, FIELDS, IN_FIELD))
    met = np.zeros((FIELDS, FIELDS), bool)
    for a, b in added(lm):
        if max(a, b) < FIELD * FIELDS:
            met[a // FIELD, b // FIELD] = True
    sides = {"seen": hits[met].ravel(), "unseen": hits[~met].ravel()}
    rows = tuple(Row(side, share(side_hits)) for side, side_hits in sides.items() if len(side_hits))
    shares = tuple(map(tuple, hits.mean(-1).tolist()))
    grid = Grid(tuple(map(str, starts)), shares, tuple(map(tuple, met.tolist())), IN_FIELD)
    return Part("map", rows, grid=grid)


def told(lm: LanguageModel) -> tuple[Seen, ...]:
    """How many sums of the sample have a result of one digit, of two and of three."""
    digits = [len(str(a + b)) for a, b in added(lm)]
    return tuple(Seen(str(n), digits.count(n), len(digits)) for n in (1, 2, 3) if digits)


def helps(lm: LanguageModel) -> tuple[Help, ...]:
    """Three sums before it; and a calculator, which reads what is written as a sum only."""
    some = [pair for band in ("10 + 10", "50 + 50") for pair in pairs(band)]
    before = share(right(lm, some, FORMS[0]))
    written = [FORMS[0].format(a=a, b=b) for a, b in some]
    worded = [WORDS.format(a=a, b=b) for a, b in some]
    reads, misses = (share([bool(PLUS.search(text)) for text in texts]) for texts in (written, worded))
    return (
        Help("examples", (before, share(right(lm, some, SHOWN + FORMS[0])))),
        Help("calculator", (before, reads), (reads, misses)),
    )


def measure(lm: LanguageModel) -> Measured:
    """Right answers by size, in two forms of the question."""
    tight, said = (by_size(lm, form) for form in FORMS)
    small, two, three, never = (row.said.value for row in tight)
    chart = charted(lm)
    facts = {"small": small, "two": two, "three": three, "never": never, "each_n": EACH, "field_n": IN_FIELD}
    for row in chart.rows:
        facts |= {row.name: row.said.value, f"{row.name}_n": row.said.n}
    return Measured((Part("tight", tight), Part("said", said), chart), facts, told(lm), helps(lm))


def finding(found: Measured) -> bool:
    """Small sums are right, those beyond what any text told are not."""
    return found.facts["small"] >= SURE and found.facts["never"] <= 1 - SURE


def answer(found: Measured) -> int:
    """It can add whatever it is asked (0), what is as small as in its texts (1), or a part of that (2)."""
    if found.facts["never"] >= SURE:
        return 0
    return 1 if min(found.facts["two"], found.facts["three"]) >= SURE else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A sum of one's own: the chance of the right result, and of what the model says instead."""
    asked = PLUS.search(case)
    if asked is None:
        raise ValueError("Type a sum of two whole numbers below 1,000, such as 67+88")
    a, b = int(asked[1]), int(asked[2])
    prompt = FORMS[0].format(a=a, b=b)
    said = likeliest(lm, prompt, tokens=5)
    results = dict.fromkeys([str(a + b), *([said] if said.isdigit() else [])])
    chances = 2.0 ** -bits_after(lm, prompt, [*results])
    return Part("own", tuple(Row(f"{prompt}{text}", exact(p)) for text, p in zip(results, chances, strict=True)))


CARD = Card(3, measure, finding, answer, own, "67+88")
