"""Rows follow their rules, clocks agree, and everything counted is right."""

import random
import re

import pytest

from model.world.language.numbers import spell
from model.world.language.words import needs_an
from model.world.texts import series

WORDS = {spell(n): n for n in range(100)}


def make(writer, count=500, seed=2):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


def value(word):
    return int(word) if word.lstrip("-").isdigit() else WORDS[word.lower()]


def test_pages_are_clean_varied_and_repeatable():
    texts = make(series.series)
    assert texts == make(series.series) and len(set(texts)) >= 0.95 * len(texts)
    for text in texts:
        assert text.isascii() and text == text.strip() and len(text) < 900
        assert not re.search(r"  | \n|\n |\n\n|[{}|]| [,.!?]|\t|\.\.|-\d", text), text
        assert not re.search(r"[.!?] [a-z]", text), text
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", text):
            assert (article.lower() == "an") == needs_an(word), f"{article} {word}"


def test_rows_follow_their_rules():
    rng = random.Random(3)
    for _ in range(2000):
        rule, row = rng.choice((series.make_row, series.doubling))(rng)
        steps = [row[i + 1] - row[i] for i in range(len(row) - 1)]
        number = int((re.findall(r"\d+", rule) or [0])[0])
        if "add " in rule and number:
            assert set(steps) == {number}
        elif "take away" in rule:
            assert set(steps) == {-number} and min(row) >= 0
        elif "table" in rule:
            assert row == [number * i for i in range(1, len(row) + 1)]
        elif "double" in rule:
            assert all(row[i + 1] == 2 * row[i] for i in range(len(row) - 1))
        elif "halve" in rule:
            assert all(2 * row[i + 1] == row[i] for i in range(len(row) - 1))
        elif "sum of the two" in rule:
            assert all(row[i] + row[i + 1] == row[i + 2] for i in range(len(row) - 2))
        assert 4 <= len(row) <= 8


@pytest.mark.parametrize(
    "words, digits", [("half past three", "3:30"), ("quarter to one", "12:45"), ("ten past two", "2:10")]
)
def test_clocks_say_what_people_say(words, digits):
    rng = random.Random(1)
    seen = {series.clock(rng) for _ in range(3000)}
    assert (words, digits) in seen
    by_digits = {}
    for time in seen:
        assert by_digits.setdefault(time.digits, time.words) == time.words


def test_sharing_and_times_are_right():
    for text in make(series.share_fairly, 1000):
        found = [value(w) for w in re.findall(r"[\w-]+", text) if w.isdigit() or w.lower() in WORDS]
        name = next((part for part, word in series.PARTS if f"{word} of" in text.lower()), None)
        if name and len(found) == 2:
            assert found[0] == name * found[1], text
        else:
            a, b, c = found[:3]
            assert a == b * c or c == a * b or b == a * c, text
    for text in make(series.hours_later, 500):
        begin, end = re.findall(r"half past (\w+)|(\w+) o'clock", text)[:2]
        hours = [WORDS["".join(found)] for found in (begin, end)]
        gone = re.search(r"(\w+) hour", text)[1].lower()
        assert abs(hours[1] - hours[0]) == (1 if gone == "an" else WORDS[gone]), text


def test_ages_and_prices_are_right():
    for text in make(series.ages, 500):
        a, b, *rest = map(int, re.findall(r"\d+", text))
        if " older." in text and " and " in text:
            assert a - b == rest[0], text
        elif "so " in text or "will be" in text:
            assert a + b == rest[0], text
    for text in make(series.pay, 500):
        found = list(map(int, re.findall(r"\d+", text)))
        if "Together" in text:
            assert found[0] + found[1] == found[2]
        elif "Three" in text:
            assert 3 * found[0] == found[1]
        elif "I buy" in text:
            assert found[1] - found[0] == found[2]
        else:
            assert found[0] + found[1] == found[2] and found[3] - found[2] == found[4]


def test_largest_is_largest():
    for text in make(series.largest_of, 500):
        row = list(map(int, re.findall(r"\d+", text)))
        if "largest is" in text:
            said = int(re.search(r"largest is (\d+)", text)[1])
            assert said == max(row)
        if "smallest is" in text:
            assert int(re.search(r"smallest is (\d+)", text)[1]) == min(row)
