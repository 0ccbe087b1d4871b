"""Guides and adverts: clean, varied, and never for a pair that is held out."""

import random
import re

import pytest

from model.world.language.words import needs_an
from model.world.texts import guides
from model.world.truth.planted import FEASTS, HELD_OUT_PAIRS, READERS, guide_pairs

WRITERS = [guides.guide, guides.advert, guides.blurb, guides.shop_ad, guides.small_ads, guides.slogans]


def make(writer, count=500, seed=2):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


def test_tables_fit_the_planted_lists():
    assert set(guides.feasts()) == set(FEASTS) and set(guides.readers()) == set(READERS)
    assert all(len(row) == 5 for row in guides.feasts().values())
    assert all(len(gifts) == 8 and all(len(g) == 2 for g in gifts) for _, gifts in guides.readers().values())
    assert all(len(w.features) == 4 and len(w.slogans) == 3 for w in guides.wares())
    assert all(len(shop) == 4 for shop in guides.shops())


@pytest.mark.parametrize("writer", WRITERS)
def test_texts_are_clean_varied_and_repeatable(writer):
    texts = make(writer)
    assert texts == make(writer)
    assert len(set(texts)) >= 0.95 * len(texts)
    for text in texts:
        assert text.isascii() and text == text.strip() and len(text) < 900, text
        assert not re.search(r"  | \n|\n |\n\n|[{}|]| [,.!?]|\t|\.\.", text), text
        assert not re.search(r"[.!?] [a-z]", text), text
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", text):
            assert (article.lower() == "an") == needs_an(word), f"{article} {word}"


def test_guides_name_their_pair_and_gifts():
    made = make(guides.gift_guide, 3000)
    assert {(g.feast, g.readers) for g in made} == set(guide_pairs())
    for g in made:
        assert g.feast in g.text and g.readers in g.text.lower() and 3 <= len(g.gifts) <= 5
        assert all(gift in g.text.lower() for gift in g.gifts)
        for feast, who in HELD_OUT_PAIRS:
            assert not (feast in g.text and who in g.text.lower())


def test_a_held_out_guide_can_be_asked_for():
    told = guides.gift_guide(random.Random(1), HELD_OUT_PAIRS[0])
    assert "Eid al-Fitr" in told.text and "content marketers" in told.text.lower()


def test_plural_wares_agree():
    text = " ".join(make(guides.blurb, 2000))
    for noun in ("rain boots", "reading glasses", "wooden blocks"):
        assert not re.search(rf"\b([Tt]his|[Aa]) {noun}\b|{noun} (is|was|does)\b", text)
