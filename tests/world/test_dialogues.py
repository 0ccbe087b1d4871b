"""Dialogues: who speaks and who has what stays right, and lies and sarcasm stand beside the truth."""

import random
import re
from collections import Counter

import pytest

from model.world.language.words import COLOURS, needs_an
from model.world.texts.dialogues import SAYINGS, SHARES, dialogue, in_speech, plots, tell

WRONG = {"girl": r"\b(he|him|his|himself)\b", "boy": r"\b(she|her|hers|herself)\b"}


@pytest.fixture(scope="module")
def told():
    rng = random.Random(31)
    return [tell(rng) for _ in range(2000)]


def test_same_seed_same_dialogues():
    one, other = random.Random(2), random.Random(2)
    assert [dialogue(one) for _ in range(60)] == [dialogue(other) for _ in range(60)]


def test_every_kind_and_situation_occurs_by_its_share(told):
    kinds = Counter(d.kind for d in told)
    for kind, share in SHARES.items():
        assert abs(kinds[kind] / len(told) - share) < 0.04
    assert {d.situation for d in told} == {*plots(), "sarcasm", "lie"}
    assert len({d.text for d in told[:500]}) >= 495


def test_dialogues_are_clean(told):
    for d in told:
        assert d.text.isascii() and d.text == d.text.strip() and 100 < len(d.text) < 900
        assert not re.search(r"  | \n|\n |\n\n|[{}|<>\[\]]| [,.!?]|[\t\r]", d.text), d.text
        assert not re.search(r"[.!?] [a-z]", re.sub(r'[.!?]" [a-z]', "", d.text)), d.text
        assert d.text.count('"') % 2 == 0 and d.text.count('"') >= 2, d.text
        assert not re.search(r'[a-z]" ', d.text) and not re.search(r'[?!]" [A-Z]\w+ed\b,', d.text), d.text
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", d.text):
            assert (article.lower() == "an") == needs_an(word), d.text


def test_pronouns_and_colours_fit(told):
    for d in told:
        sexes = {p.sex for p in d.people}
        free = not re.search(r"\b(grandmother|aunt|baker|cook|puppy|brother|sister|mother|father|uncle)\b", d.text)
        if len(sexes) == 1 and free and "{c" not in d.text and d.situation not in ("sarcasm", "party"):
            assert not re.search(WRONG[sexes.pop()], d.text, re.IGNORECASE), d.text
        for thing in d.things:
            named = re.findall(rf"\b({'|'.join(COLOURS)}) {thing.noun}\b", d.text)
            assert set(named) <= {thing.colour}, d.text


def test_the_end_says_who_has_the_thing(told):
    found = 0
    for d in told:
        for name in re.findall(r"it belonged to (\w[\w ]*?)\.", d.text):
            found += 1
            assert str(d.things[0].owner) == name, d.text
    assert found > 30


def test_speakers_are_there(told):
    for d in told:
        names = {str(p) for p in d.people}
        for name in re.findall(r'" (?:said|asked|answered|replied|whispered) ((?:Aunt |Uncle )?[A-Z]\w+)', d.text):
            assert name in names, d.text


def test_sarcasm_and_lies_stand_beside_the_truth(told):
    for d in told:
        if d.kind == "plain":
            continue
        assert f'"{d.said}' in d.text and d.truth.lower() in d.text.lower(), d.text
        if d.kind == "lie":
            assert re.search(r"lie|lied|not true|the truth|Not a word of it", d.text), d.text


def test_truths_of_sayings_are_data():
    assert len(SAYINGS["sarcasm"].columns(3)) >= 24 and len(SAYINGS["lies"].columns(6)) >= 16
    assert (
        in_speech("they were lost") == "we are lost" and in_speech("the shop had no bread") == "the shop has no bread"
    )


def test_a_kind_can_be_asked_for():
    rng = random.Random(5)
    assert {tell(rng, kind).kind for kind in SHARES} == set(SHARES)
