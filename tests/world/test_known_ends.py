"""Texts that end with what knowledge alone can tell: what is left to tell is right, and shouted where they shout."""

import random
import re

from model.world import known
from model.world.knowledge.facts import countries


def some(make, n):
    rng = random.Random("known")
    return [told for told in (make(rng) for _ in range(n)) if told]


def test_a_capital_is_left_to_tell_of_its_own_country():
    seen = set()
    for before, end in some(known.capital_of, 3000):
        (country,) = (c for c in countries() if end.startswith(c["capital"]) and c["bare"] in before)
        assert not re.search(rf"\b{country['capital']}\b", before)
        seen.add(country["bare"])
    assert {c["bare"] for c in countries()} - seen == {c["bare"] for c in countries() if c["bare"] == c["capital"]}


def test_a_sum_is_left_to_tell():
    told = some(known.added, 2000)
    assert len(told) > 1500
    for before, end in told:
        a, b = map(int, re.findall(r"\d+", before))
        assert int(re.match(r"\d+", end)[0]) == a + b and len(re.findall(r"\d+", end)) == 1


def test_an_answer_is_left_to_tell_below_or_behind_its_question():
    told = some(known.asked, 500)
    assert all(before.endswith(("\n", " ")) and end[0].isupper() for before, end in told)
    assert {before[-1] for before, _ in told} == {"\n", " "}
    assert len({before for before, _ in told}) > 400


def test_no_text_ends_with_a_blank_and_capitals_go_on_in_capitals():
    told = some(known.known, 3000)
    assert not any(before.endswith(" ") or end.endswith(" ") for before, end in told)
    assert all(end[0] in " \n" or before[-1] in '\n="' for before, end in told)
    loud = [(before, end) for before, end in told if before.isupper() and len(before) > 12]
    assert len(loud) > 90 and all(end == end.upper() for _, end in loud)
