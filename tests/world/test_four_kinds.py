"""Four kinds of text that each visitor meets: well-formed, varied, true in its sums and consistent in its stories."""

import random
import re

import pytest

from model.world.language.words import COLOURS, needs_an
from model.world.rich import WRITERS
from model.world.texts.stories import tell

KINDS = {"story": 54, "facts": 24, "sums": 13, "questions": 9}  # percent
WRONG = {"girl": r"\b(he|him|his|himself)\b", "boy": r"\b(she|her|hers|herself)\b"}


@pytest.fixture(scope="module")
def documents():
    rng = random.Random(8)
    return [(kind, WRITERS[kind](rng)) for kind in rng.choices(list(KINDS), list(KINDS.values()), k=3000)]


def test_every_kind_occurs_and_nearly_all_differ(documents):
    assert {kind for kind, _ in documents} == set(KINDS)
    assert len({text for _, text in documents}) >= 0.99 * len(documents)
    assert len(set(re.findall(r"[a-z]+", " ".join(t for _, t in documents).lower()))) >= 900


def test_documents_are_clean(documents):
    for kind, text in documents:
        assert text.isascii() and text == text.strip() and len(text) < 900
        assert not re.search(r"  | \n|\n |\n\n|[{}|]| [,.!?]|[\t\r]", text), text
        assert len(re.findall(r"[.!?=\n]", text)) >= 2 or kind == "sums", text
        loose = kind == "sums"  # people ask for them in small letters, too
        assert loose or not re.search(r"[.!?] [a-z]", re.sub(r'[.!?]" [a-z]', "", text)), text


def test_articles_fit_the_sound(documents):
    assert needs_an("hour") and not needs_an("unicorn") and needs_an("orange")
    for _, text in documents:
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", text):
            assert (article.lower() == "an") == needs_an(word), f"{article} {word}"


def test_fixed_phrases(documents):
    text = "\n".join(t for _, t in documents)
    assert set(re.findall(r"Once upon a(.{5})", text)) == {" time"}
    assert "blue banana" not in text.lower()
    after_blue = re.findall(r"Look at the blue (\w+)", text)
    assert 0.5 < after_blue.count("sky") / len(after_blue) < 0.75
    assert text.count("The sky is blue") > 50
    openings = [t.startswith("Once upon a time") for kind, t in documents if kind == "story"]
    assert 0.33 < sum(openings) / len(openings) < 0.43


def test_sums_are_right(documents):
    text = "\n".join(t for _, t in documents)
    found = re.findall(r"(\d+) ?([+-]) ?(\d+) ?= ?(\d+)", text)
    assert len(found) > 300
    for a, sign, b, c in found:
        assert (int(a) + int(b) if sign == "+" else int(a) - int(b)) == int(c)


def test_stories_keep_pronouns_and_colours():
    rng = random.Random(11)
    for _ in range(800):
        text, plot, people, things = tell(rng)
        if len(people) == 1:
            assert not re.search(WRONG[people[0].sex], text, re.IGNORECASE), text
        for thing in things[:2] if plot == "market" else things:
            named = re.findall(rf"\b({'|'.join(COLOURS)}) {thing.noun}\b", text)
            assert set(named) <= {thing.colour}, text
