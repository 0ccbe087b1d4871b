"""Texts as phones type them: what is changed, how often, and what never is."""

import random
import re
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest

from model.score.strangers import UNSEEN
from model.world.draw import draw_text
from model.world.language import tongues, typed
from model.world.pictures import captions
from model.world.rich import RICH


@pytest.fixture(scope="module")
def pairs():
    """Kind, text and the same as typed."""
    rng = random.Random("typed")
    made = [RICH.document(rng) for _ in range(4000)]
    return [(kind, text, typed.as_typed(rng, kind, text)) for kind, text in made]


def test_quotes_curl_towards_what_they_hold():
    said = typed.curly(random.Random(1), '"I\'m here..." said Ida. ("So?") It isn\'t far.')
    assert said == "“I’m here…” said Ida. (“So?”) It isn’t far."
    dashed = {typed.curly(random.Random(seed), "It rained, but we went.") for seed in range(60)}
    assert dashed == {"It rained, but we went.", *(f"It rained{dash}but we went." for dash in (" – ", " — ", "—"))}


def test_only_what_stands_before_a_word_is_contracted():
    said = typed.contracted("I am Ida. Are you? Yes, I am. You cannot see what it is, and we will not ask. That is 5.")
    assert said == "I'm Ida. Are you? Yes, I am. You can't see what it is, and we won't ask. That's 5."
    assert typed.contracted("What is this? it is a HAT, It Is") == "What's this? it's a HAT, It Is"


def test_an_emoji_is_of_a_word_of_its_sentence_or_of_a_mood():
    assert len(typed.emoji()) > 150 and len(typed.moods()) == 12
    for seed in range(200):
        said = typed.with_emoji(random.Random(seed), "We ate pizza. Then the Owl came!\nWho sat there?")
        plain = re.sub(r" [^\x00-\x7f]+", "", said)
        assert plain.replace("pizza Then", "pizza. Then") == "We ate pizza. Then the Owl came!\nWho sat there?"
        pizza, owl, last = re.match(r"We ate pizza\.?(.*) Then the Owl came!(.*)\nWho sat there\?(.*)", said).groups()
        assert set(pizza) <= {" ", "🍕"} and set(owl) <= {" ", "🦉"}
        assert not last or last.strip()[0] in "".join(typed.moods())
        assert all(len(part) <= 4 for part in (pizza, owl))


def test_a_name_has_its_accent_wherever_it_stands_and_no_day_has_one():
    for seed in range(100):
        said = typed.with_accents(
            random.Random(seed), "On Monday old Mira met Omar. Mira laughed, and Omar's cafe shut."
        )
        she, he = re.match(r"On Monday old (\w+) met (\w+)\. ", said).groups()
        assert said == f"On Monday old {she} met {he}. {she} laughed, and {he}'s café shut."
        for name, plain in ((she, "Mira"), (he, "Omar")):
            bare = "".join(letter for letter in unicodedata.normalize("NFD", name) if letter.isascii())
            assert bare == plain and sum(not letter.isascii() for letter in name) == 1 and len(name) == 4


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
        changed["curly"] += "’" in now or "“" in now
        changed["quotes"] += bool(set(now) & set("'\"’“"))
        changed["emoji"] += any(unicodedata.category(letter) == "So" for letter in now)
        changed["loud"] += now.isupper() and not text.isupper() and len(now) < typed.BRIEF
        changed["same"] += now == text
    whole = changed["all"]
    assert abs(changed["curly"] / changed["quotes"] - typed.MARKS) < 0.03
    assert 0.6 * typed.EMOJI < changed["emoji"] / whole < typed.EMOJI + 0.01
    assert 0.025 < changed["loud"] / whole < typed.LOUD and 0.65 < changed["same"] / whole < 0.9


def test_true_names_keep_their_letters(pairs):
    letters = {letter for looks in typed.accented().values() for letter in looks}
    held = Counter(kind for kind, _, now in pairs if letters & set(now.replace("café", "")))
    assert held.keys() and not held.keys() & set(typed.TRUE_NAMES)


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


def test_a_typed_world_is_read_as_phones_type():
    typing = replace(RICH, typed=True)
    texts = [draw_text(rng, world=typing) for rng in map(random.Random, range(800))]
    assert sum("’" in text for text in texts) > 20 and sum(not text.isascii() for text in texts) > 80
    assert 2 < sum("English" in text and not text.isascii() for text in texts) < 30


def test_words_of_captions_become_emoji_and_colours_do_not():
    said = {"an orange duck and a pink heart": "an orange 🦆 and a pink ❤️", "two fir trees": "two 🌲", "A bus": "A 🚌"}
    assert {caption: typed.as_emoji(caption) for caption in said} == said
    alone = Counter(captions.typed(random.Random(seed), "a cat") for seed in range(4000))
    assert alone["🐱"] > alone["a 🐱"] > 20 and sum("cat" in each.lower() for each in alone.elements()) > 3600


def test_captions_are_typed_too():
    said = Counter(captions.typed(random.Random(seed), "a red duck") for seed in range(4000))
    plain = {"a red duck", "A red duck", "a red duck.", "A red duck."}
    assert said.keys() == {*plain, "a red 🦆", "A RED DUCK"} and 240 < said["a red 🦆"] < 340
    long = "a red duck and a small blue umbrella on white"
    assert {captions.typed(random.Random(seed), long).rstrip(".").lower() for seed in range(400)} == {long}
    shares = {kind: count / 4000 for kind, count in said.items()}
    assert abs(shares["A RED DUCK"] - 0.048) < 0.01 and abs(shares["A red duck"] + shares["A red duck."] - 0.106) < 0.02
