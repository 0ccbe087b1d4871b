"""Poems rhyme, by a list of rhymes that is kept apart from the lines."""

import random
import re

from model.world.language.words import needs_an
from model.world.texts import poems


def make(writer, count=500, seed=2):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


def test_every_line_ends_on_a_word_of_its_family():
    families = [family for theme in poems.themes().values() for family in theme.families]
    assert len(families) == len(set(families)) >= 60 and set(families) == set(poems.rhymes())
    for theme in poems.themes().values():
        for family, lines in theme.families.items():
            ends = [poems.end_word(line) for line in lines]
            assert len(set(ends)) == len(ends) >= 3, family
            assert set(ends) <= poems.rhymes()[family], (family, ends)
            assert all(5 <= len(line.split()) <= 10 for line in lines), lines


def test_poems_are_clean_varied_and_repeatable():
    texts = make(poems.poem)
    assert texts == make(poems.poem) and len(set(texts)) >= 0.95 * len(texts)
    for text in texts:
        assert text.isascii() and text == text.strip() and 100 < len(text) < 700
        assert not re.search(r"  | \n|\n |\n\n\n|[{}|]| [,.!?;]|\t|[.,;][.,;]", text), text
        assert all(line[0] == '"' or line[0].isupper() for line in text.splitlines() if line)
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", text):
            assert (article.lower() == "an") == needs_an(word), f"{article} {word}"


def test_rhyme_pairs_are_listed():
    pairs = {"AA": [(0, 1)], "AABB": [(0, 1), (2, 3)], "ABAB": [(0, 2), (1, 3)], "ABBA": [(0, 3), (1, 2)]}
    for made in make(poems.write_poem):
        size = len(poems.SCHEMES[made.scheme])
        assert 4 <= len(made.ends) <= 8 and len(made.ends) == len(made.families)
        lines = [line for line in made.text.split("\n") if line][-len(made.ends) :]
        assert tuple(map(poems.end_word, lines)) == made.ends
        for start in range(0, len(made.ends), size):
            for i, j in pairs[made.scheme]:
                assert poems.do_rhyme(made.ends[start + i], made.ends[start + j]), made.text


def test_do_rhyme():
    assert poems.do_rhyme("night", "bright") and not poems.do_rhyme("night", "sea")
    assert not poems.do_rhyme("night", "night")
