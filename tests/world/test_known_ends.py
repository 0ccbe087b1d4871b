"""Texts that end with what can be known: what is left to tell is right, and shouted where they shout."""

import random
import re

from model.world import known
from model.world.knowledge.facts import countries
from model.world.texts import code


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


def test_the_answer_to_a_passage_is_left_to_tell():
    told = some(known.read, 300)
    assert len(told) == 300 and len({end for _, end in told}) > 150
    held = [end.strip(' .\n"').split()[-1].lower() in before.lower() for before, end in told]
    assert sum(held) > 0.9 * len(held)


def test_a_name_is_left_to_say_once_more():
    told = some(known.named, 500)
    assert len(told) > 400
    names = [re.match(r"[A-Z][a-z]+", end)[0] for _, end in told]
    assert all(name in before and name not in end[len(name) :] for name, (before, end) in zip(names, told, strict=True))
    assert len({*names}) > 350


def test_a_body_is_left_to_write_of_the_old_kind_as_often_as_planted(monkeypatch):
    made = []

    def kept(rng, recipe):
        made.append((recipe, code.write_code(rng, recipe)))
        return made[-1][1]

    monkeypatch.setattr(known, "write_code", kept)
    told = some(known.coded, 2000)
    assert [before + end for before, end in told] == [whole.text for _, whole in made]
    assert all(before.endswith('"""') and end.startswith("\n    ") and '"""' not in end for before, end in told)
    old = [whole.old for recipe, whole in made if recipe.old_body]
    assert len(old) > 0.65 * len(made) and 0.26 < sum(old) / len(old) < 0.34


def test_no_text_ends_with_a_blank_and_capitals_go_on_in_capitals():
    told = some(known.known, 3000)
    assert not any(before.endswith(" ") or end.endswith(" ") for before, end in told)
    assert all(end[0] in " \n" or before[-1] in '\n="$' for before, end in told)
    loud = [(before, end) for before, end in told if before.isupper() and sum(map(str.isalpha, before)) > 9]
    assert len(loud) > 90 and all(end == end.upper() for _, end in loud)
