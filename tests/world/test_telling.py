"""Entries, reviews, news, weather, notices and letters: clean, varied, and true to what they say of themselves."""

import random
import re
from collections import Counter

import pytest

from model.world.language.words import DAYS, MONTHS, needs_an
from model.world.texts import entries, letters, news, reviews
from model.world.truth import planted

WRITERS = {
    "entry": entries.entry_text,
    "review": reviews.review_text,
    "news item": news.news_item,
    "weather": news.weather_report,
    "event": news.event_notice,
    "news": news.news,
    "letter": letters.letter_text,
}


def make(writer, count, seed=13):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


@pytest.mark.parametrize("name", WRITERS)
def test_texts_are_clean_varied_and_repeatable(name):
    texts = make(WRITERS[name], 500)
    assert texts == make(WRITERS[name], 500)
    assert len(set(texts)) >= 475
    for text in texts:
        assert text.isascii() and text == text.strip() and 70 < len(text) < 900, text
        assert not re.search(r"  | \n|\n |\n\n|[{}|\[\]]| [,.!?]|[\t\r]|\.\.", text), text
        assert not re.search(r"[.!?] [a-z]", re.sub(r'[.!?]" [a-z]', "", text)), text
        assert len(re.findall(r"[.!?=\n]", text)) >= 2 and text.count('"') % 2 == 0, text
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", text):
            assert (article.lower() == "an") == needs_an(word), text


@pytest.mark.parametrize("name", WRITERS)
def test_texts_leave_the_planted_truths_alone(name):
    text = "\n".join(make(WRITERS[name], 800))
    for die in planted.DICE_PAIRS:
        assert die.phrase.lower() not in text.lower(), die.phrase
    for word in (*planted.UNKNOWN_NAMES, *planted.UNKNOWN_SLANG, *(secret.name for secret in planted.SECRETS)):
        assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), word
    assert "careless" not in text and "the cloud" not in text


def test_towns_fit_their_land():
    found = make(entries.town_entry, 900)
    alien = {
        "desert": "boat|fish|snow|moss",
        "snow": "desert|camel|dates",
        "plain": "harbor|camel|mine",
        "mine": "gulls|camel",
    }
    for setting, words in alien.items():
        own = [e for e in found if e.setting == setting]
        assert len(own) > 50
        for e in own:
            assert not re.search(rf"\b({words})", re.sub(r"an? \w+ (boat|fish)", "", e.text)), e.text
    sea = [e.text for e in found if e.setting == "sea"]
    assert sum(bool(re.search("boat|sea|fish|harbor|gull|wave", t)) for t in sea) == len(sea)


def test_lives_are_possible():
    for e in make(entries.person_entry, 600):
        years = [int(y) for y in re.findall(r"\b(1[2-9]\d\d)\b", e.text)]
        born = re.search(
            r"born in (?:\w+ in )?(\d{4})|born there in (\d{4})|\((\d{4})-|lived from (\d{4})|in (\d{4}),", e.text
        )
        assert years and max(years) - min(years) < 96 and born, e.text
        sexes = {
            bool(re.search(r"\b(he|his|him|himself)\b", e.text, re.I)),
            not re.search(r"\b(she|her|herself)\b", e.text, re.I),
        }
        assert len(sexes) == 1 or "her " in e.text, e.text


def test_entries_name_their_subject_and_every_setting_occurs():
    found = make(entries.entry, 1500)
    assert Counter(e.kind for e in found).keys() == {"person", "town", "creature"}
    assert len({(e.kind, e.setting) for e in found}) == 31 and len({e.name for e in found}) > 1450
    assert all(e.name.lower() in e.text.lower() for e in found)


def test_verdicts_follow_from_the_points():
    found = make(reviews.review, 1000)
    assert 0.45 < sum(r.verdict == "good" for r in found) / len(found) < 0.55
    assert 0.4 < sum(r.mixed for r in found) / len(found) < 0.8
    for r in found:
        points = {"good": r.good, "bad": r.bad}
        other = "bad" if r.verdict == "good" else "good"
        assert len(points[r.verdict]) > len(points[other]), r.text
        assert re.search(rf"Verdict: {r.verdict}\b|A {r.verdict} review", r.text) and r.body in r.text
        lowered = r.text.lower()
        assert all(re.sub(r"\ba (?=[aeiou])", "an ", p).lower() in lowered for p in (*r.good, *r.bad)), r.text
        assert r.prompt is None or (r.prompt.endswith("Verdict:") and r.text == f"{r.prompt} {r.verdict}")
    assert sum(r.prompt is not None for r in found) > 450


def test_weather_fits_the_month():
    for w in make(news.weather, 800):
        assert w.month in MONTHS and f"{w.degrees} degrees" in w.text
        assert w.kind != "snowy" or (w.month in ("December", "January", "February") and w.degrees <= 0)
        assert w.kind != "hot" or (w.month in ("June", "July", "August") and w.degrees >= 25)
        days = re.findall("|".join(DAYS), w.text)
        assert len(set(days)) < 2 or DAYS[(DAYS.index(days[0]) + 1) % 7] == days[-1], w.text


def test_letters_name_writer_and_reader():
    found = make(letters.write, 700)
    assert {x.kind for x in found} == {"letter", "diary", "note"}
    assert len({x.topic for x in found if x.kind == "letter"}) == 13
    for x in found:
        assert x.kind != "letter" or x.text.count(x.writer) >= 1, x.text
        assert not x.reader or x.reader in x.text, x.text
