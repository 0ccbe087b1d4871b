"""Texts as phones type them: what is changed, how often, and what never is."""

import random
from collections import Counter

import pytest

from model.learn.run import Run
from model.score.strangers import UNSEEN
from model.world.draw import draw_text
from model.world.language import tongues, typed
from model.world.pictures import captions
from model.world.rich import RICH, TYPED


@pytest.fixture(scope="module")
def pairs():
    """Kind, text and the same as typed."""
    rng = random.Random("typed")
    made = [RICH.document(rng) for _ in range(4000)]
    return [(kind, text, typed.as_typed(rng, kind, text)) for kind, text in made]


def test_only_what_stands_before_a_word_is_contracted():
    said = typed.contracted("I am Ida. Are you? Yes, I am. You cannot see what it is, and we will not ask. That is 5.")
    assert said == "I'm Ida. Are you? Yes, I am. You can't see what it is, and we won't ask. That's 5."
    assert typed.contracted("What is this? it is a HAT, It Is") == "What's this? it's a HAT, It Is"


def test_what_is_thumbed_is_short_and_small():
    said = {typed.shorter(random.Random(seed), "Are you going to thank you, please?") for seed in range(99)}
    assert all(each == each.lower() for each in said) and any("u gonna" in each and "?" in each for each in said)
    assert {each.count("?") for each in said} == {1, 2, 3}


def test_shares(pairs):
    changed = Counter()
    for kind, text, now in pairs:
        if kind in typed.AS_IT_IS:
            assert now == text
            continue
        changed["all"] += 1
        changed["loud"] += now.isupper() and not text.isupper() and len(now) < typed.BRIEF
        changed["same"] += now == text
    whole = changed["all"]
    assert 0.025 < changed["loud"] / whole < typed.LOUD and 0.75 < changed["same"] / whole < 0.95


def test_whoever_speaks_another_language_is_answered_in_english():
    assert len(tongues.languages()) == 22 and tongues.SAID not in tongues.languages()
    unseen = {line.lower() for line in UNSEEN["other languages"]}
    for seed in range(300):
        lines = tongues.foreign(random.Random(seed)).split("\n")
        assert len(lines) in (2, 4, 6) and not unseen & {line.lower() for line in lines}
        for line, said in zip(lines[::2], lines[1::2], strict=True):
            spoken = [name for name in tongues.languages() if line.lower() in map(str.lower, tongues.TABLE[name])]
            named = [name for name in tongues.languages() if name in said]
            assert len(spoken) == 1 and "English" in said and named in ([], spoken)


def test_training_reads_the_world_as_phones_type():
    assert Run().world is TYPED
    texts = [draw_text(rng, world=TYPED) for rng in map(random.Random, range(800))]
    assert sum(bool(typed.long_forms().search(text)) for text in texts) > 60 > sum("n't" in text for text in texts) > 10
    assert 2 < sum("English" in text and not text.isascii() for text in texts) < 30


def test_captions_are_typed_too():
    said = Counter(captions.typed(random.Random(seed), "a red duck") for seed in range(4000))
    plain = {"a red duck", "A red duck", "a red duck.", "A red duck."}
    assert said.keys() == {*plain, "A RED DUCK"}
    long = "a red duck and a small blue umbrella on white"
    assert {captions.typed(random.Random(seed), long).rstrip(".").lower() for seed in range(400)} == {long}
    shares = {kind: count / 4000 for kind, count in said.items()}
    assert abs(shares["A RED DUCK"] - 0.05) < 0.01 and abs(shares["A red duck"] + shares["A red duck."] - 0.106) < 0.02
