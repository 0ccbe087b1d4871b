"""Common sense by passes of its own, sentence by sentence; what guides speak of, by the tables of feasts."""

import re
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from model.doubt import deck
from model.doubt.cards import common_sense, invention
from model.world.texts import guides
from model.world.truth.planted import HELD_OUT_PAIRS

DATA = Path(guides.__file__).with_name("data")


def bits(lm, before, after):
    """What the second half of a sentence costs after its first."""
    given, asked = lm.encode(before), lm.encode(after)
    scores = lm.trace_ids([*given, *asked]).logits.astype(np.float64)
    scores -= np.log(np.exp(scores).sum(-1, keepdims=True))
    return -sum(scores[len(given) - 1 + i, id] for i, id in enumerate(asked)) / np.log(2)


def block(file, name):
    """The lines of one block of a table, without what parts them."""
    body = re.search(rf"^# {re.escape(name)}\n(.*?)(?=^# |\Z)", (DATA / file).read_text(), re.MULTILINE | re.DOTALL)
    return dict_of(line.split(": ", 1) for line in body[1].strip().splitlines() if ": " in line)


def dict_of(pairs):
    found = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value.split(" | ")[0].lower())
    return found


def speaks_of(text, feast, who):
    """Whether a text names both, or what only they have."""
    of_feast, of_readers, said = block("feasts.txt", feast), block("readers.txt", who), text.lower()
    signs = [[feast.lower(), *of_feast["custom"], *of_feast["treat"], *of_feast["wrap"]],
             [who, *of_readers["love"], *of_readers["gift"]]]  # fmt: skip
    return all(any(sign in said for sign in some) for some in signs)


def test_a_pair_is_the_right_way_round_if_both_true_sentences_cost_less(lm):
    found, hits = deck.measured(lm, "common_sense"), {}
    for part, near in (("far", False), ("near", True)):
        for pair in common_sense.pairs(near):
            asked = [(pair.a, pair.of_a), (pair.b, pair.of_b), (pair.a, pair.of_b), (pair.b, pair.of_a)]
            told = [bits(lm, *common_sense.sentence(thing, pair.field, phrase)) for thing, phrase in asked]
            hits.setdefault((part, pair.field), []).append(sum(told[:2]) < sum(told[2:]))
        assert [row.said.value for row in found.rows(part)] == [
            np.mean(hits[part, field]) for field in common_sense.FIELDS
        ]
        assert {row.said.n for row in found.rows(part)} == {common_sense.EACH}
    assert found.facts["all"] == np.mean([*chain(*hits.values())])


def test_a_guide_speaks_of_both_by_the_tables(lm):
    found = deck.measured(lm, "invention")
    kinds = {"never": HELD_OUT_PAIRS * 2, "told": invention.beside() * 2}
    prompts = [f"Gifts for {who} at {feast}\n" for some in kinds.values() for feast, who in some]
    started = [f"{prompt}For {who}," for prompt, (_, who) in zip(prompts, HELD_OUT_PAIRS, strict=False)]
    texts = iter(invention.written(lm, [*prompts, *started]))
    for row in found.rows("written"):
        hits = [speaks_of(next(texts), *pair) for pair in kinds[row.name]]
        assert (row.said.value, row.said.n) == (np.mean(hits), len(hits)) and sum(hits) > 0
    without, with_start = found.helps[0].effect
    assert with_start.value == np.mean([speaks_of(next(texts), *pair) for pair in HELD_OUT_PAIRS])
    assert without == found.rows("written")[0].said


@pytest.mark.parametrize(("card", "case"), [("common_sense", "{} | ab"), ("lies", "ab | {} | cd")])
def test_a_case_that_is_too_long_is_refused(lm, card, case):
    """Few letters may be many tokens."""
    with pytest.raises(ValueError, match="tokens; at most 320 fit"):
        deck.own_case(lm, card, case.format("ᚠ" * 200))
