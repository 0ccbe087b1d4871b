"""Common sense: of two things and what is so of each, which way round is the likelier?

The form of Winograd's pairs (Levesque et al. 2012): texts of which one is so and the other is not, with the same words.
What is told of A and of B is said of both, so that a common phrase wins nothing: bits(a | A) + bits(b | B) against
bits(b | A) + bits(a | B).
"""

import random
from functools import cache
from typing import NamedTuple

import numpy as np

from model.core.alike import alike
from model.doubt.asking import BATCH
from model.doubt.card import Card, Help, Measured, Part, Row, exact, share
from model.doubt.progress import add
from model.language_model import LanguageModel
from model.score.bits import surprise_after
from model.world.knowledge.say import inflect, kind_of, speak_of
from model.world.knowledge.store import Thing, things
from model.world.language.verbs import third
from model.world.language.words import capital, fix_articles

EACH = 12  # pairs of each field
FIELDS = {"has": "{X} has {y}.", "made": "{X} is made of {y}.", "at": "{X} is {y}.", "does": "{X} {y}."}
NEARLY_ALL, MANY = 0.9, 0.7  # of pairs that are the right way round


class Pair(NamedTuple):
    """Two things and a phrase that is so of each, and of the other one not."""

    field: str
    a: Thing
    b: Thing
    of_a: str
    of_b: str


@cache
def pairs(near: bool) -> tuple[Pair, ...]:
    """Random pairs, always the same: of one kind if `near`, else of different files."""
    rng, found = random.Random(f"limits sense {near}"), []
    some = [thing for thing in things() if thing.noun == "count" and thing.type != "person"]
    for field in FIELDS:
        told = [thing for thing in some if thing[field]]
        while sum(pair.field == field for pair in found) < EACH:
            a, b = rng.sample(told, 2)
            alike = a["is"][-1] == b["is"][-1]
            of_a, of_b = rng.choice(a[field]), rng.choice(b[field])
            if alike == near and (near or a.type != b.type) and of_a not in b[field] and of_b not in a[field]:
                found.append(Pair(field, a, b, of_a, of_b))
    return tuple(found)


def sentence(thing: Thing, field: str, phrase: str, before: str = "") -> tuple[str, str]:
    """A sentence about a thing, in what is given and what is asked for."""
    x = capital(speak_of(thing, False)["x"])
    said = inflect(third, phrase) if field == "does" else phrase
    whole = fix_articles(FIELDS[field].format(X=x, y=said))
    given = FIELDS[field].partition(" {y}")[0].format(X=x)
    lead = fix_articles(f"{x} is {kind_of(thing['is'][0], False)}. ") if before else ""
    return lead + fix_articles(given), whole[len(fix_articles(given)) :]


def surprises(lm: LanguageModel, some: list[tuple[str, str]]) -> np.ndarray:
    """Bits (n,) of the second half of each sentence after its first. Raises ValueError for one that is too long."""
    given = [lm.vocabulary.encode(before) for before, _ in some]
    rows = [[*before, *lm.vocabulary.encode(after)] for before, (_, after) in zip(given, some, strict=True)]
    lm.check_length(max(map(len, rows)))
    found = np.empty(len(rows))
    for places, ids in alike(rows, BATCH):
        add(ids.numel())
        found[places] = surprise_after(lm, [rows[i] for i in places], [len(given[i]) for i in places])
    return found


def right(lm: LanguageModel, some: tuple[Pair, ...], before: str = "") -> np.ndarray:
    """Whether (n,) the right way round is the likelier one."""
    asked = [
        sentence(thing, pair.field, phrase, before)
        for pair in some
        for thing, phrase in ((pair.a, pair.of_a), (pair.b, pair.of_b), (pair.a, pair.of_b), (pair.b, pair.of_a))
    ]
    bits = surprises(lm, asked).reshape(-1, 2, 2).sum(2)  # (n, right or wrong)
    return bits[:, 0] < bits[:, 1]


def rows_of(some: tuple[Pair, ...], hits: np.ndarray) -> tuple[Row, ...]:
    """A row for each field; one half is chance."""
    fields = np.array([pair.field for pair in some])
    return tuple(Row(FIELDS[field].format(X="…", y="…"), share(hits[fields == field]), 0.5) for field in FIELDS)


def helps(lm: LanguageModel, some: tuple[Pair, ...], hits: np.ndarray) -> tuple[Help, ...]:
    """More texts about a thing; saying first what kind of thing it is."""
    said = (Help("kind", (share(hits), share(right(lm, some, "kind")))),)
    if lm.corpus is None:
        return said
    text = lm.vocabulary.decode(lm.corpus.ids.tolist())
    times = np.array([min(text.count(f" {pair.a.name}"), text.count(f" {pair.b.name}")) for pair in some])
    often = times > np.median(times)
    return (Help("texts", (share(hits[~often]), share(hits[often]))), *said) if often.any() else said


def measure(lm: LanguageModel) -> Measured:
    """Pairs of different kinds, and of one kind."""
    far, near = ((some, right(lm, some)) for some in (pairs(False), pairs(True)))
    both = share(far[1]), share(near[1])
    facts = {"far": both[0].value, "far_low": both[0].low, "far_high": both[0].high, "far_n": both[0].n}
    together = share(np.concatenate([far[1], near[1]]))
    facts |= {"all": together.value, "low": together.low, "high": together.high, "all_n": together.n}
    facts |= {"near": both[1].value, "near_low": both[1].low, "near_high": both[1].high, "near_n": both[1].n}
    parts = Part("far", rows_of(*far)), Part("near", rows_of(*near))
    return Measured(parts, facts, (), helps(lm, *near))


def finding(found: Measured) -> bool:
    """It is better than chance where the two things are far apart, and yet not always right."""
    return found.facts["far_low"] > 0.5 and found.facts["all"] < 1


def answer(found: Measured) -> int:
    """Of all pairs nearly all are the right way round (0), many (1), or hardly more than half (2)."""
    return 0 if found.facts["all"] >= NEARLY_ALL else 1 if found.facts["all"] >= MANY else 2


def own(lm: LanguageModel, case: str) -> Part:
    """Two sentences of one's own, parted by a bar: how likely each is beside the other."""
    both = [each.strip() for each in case.split("|")]
    if len(both) != 2 or not all(both):
        raise ValueError("Type two sentences with a bar between them: A dog eats a bone. | A dog eats a Tuesday.")
    bits = surprises(lm, [("\n", each) for each in both])
    chance = float(1 / (1 + 2.0 ** np.clip(bits[0] - bits[1], -500, 500)))
    return Part("own", (Row(both[0], exact(chance)), Row(both[1], exact(1 - chance))))


CARD = Card(5, measure, finding, answer, own, "A dog eats a bone. | A dog eats a Tuesday.")
