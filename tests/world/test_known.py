"""What everybody knows: opposites either way round, and sentences that say of what they speak."""

import random
import re

import pytest

from model.world.knowledge.facts import of_opposites, opposites
from model.world.knowledge.store import things
from model.world.knowledge.tell import sentence


def test_opposites_are_told_and_asked_either_way_round():
    pairs = {(word, other) for word, others in opposites() for other in others}
    assert len(pairs) >= 84
    rng, seen = random.Random("opposites"), set()
    for _ in range(6000):
        text = of_opposites(rng)
        assert not set("{}[]|") & set(text)
        for told in re.findall(r"opposite of ([\w-]+) is ([\w-]+)\.|([\w-]+) is the opposite of ([\w-]+)\.", text):
            one, other = (word.lower() for word in told if word)
            assert {(one, other), (other, one)} & pairs, text
            seen.add((one, other))
        for one, other in re.findall(r"Which word means the opposite of ([\w-]+)\?\W+(?:A\w*: )?([\w-]+)\.", text):
            assert {(one, other.lower()), (other.lower(), one)} & pairs, text
    assert len(seen) > 150


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("name", ["is", "for"])
def test_the_first_sentence_of_a_text_names_its_thing(name, many):
    rng, forms = random.Random("named"), 0
    for thing in things():
        told = sentence(rng, thing, many, name, True).lower()
        assert not told or any(each.removeprefix("the ").lower() in told for each in (thing.name, thing.many)), told
        forms += bool(told)
    assert forms > 500
