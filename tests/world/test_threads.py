"""Texts whose sentences go on with what the first one began."""

import random
import re
from collections import Counter

from model.score.strangers import STRANGERS
from model.world.knowledge import threads
from model.world.knowledge.threads import OFTEN, drawn, rows, thread, told
from model.world.language.people import Person
from model.world.language.phrases import joined, spin

ZELMA, ORIN = Person("Zelma", "girl", "girl"), Person("Orin", "boy", "boy")
ROWS = tuple(row for kind in OFTEN for row in rows(kind))
CHOICE = re.compile(r"\[([^\[\]]*)\]")


def ways(text):
    """In how many ways the choices of a text fall."""
    count = 1
    while hit := CHOICE.search(text):
        count *= hit[1].count("|") + 1
        text = text[: hit.start()] + text[hit.end() :]
    return count


def test_a_row_gives_many_texts_and_is_whole():
    assert len(ROWS) >= 12000 and len(set(ROWS)) == len(ROWS)
    for row in ROWS:
        assert 2 <= len(row) <= 5, row
        whole = " ".join(row)
        assert whole.isascii() and whole.count("[") == whole.count("]") and ways(whole) >= 4, row
        assert set(re.findall(r"\{(.*?)\}", whole)) <= {"n", "m", "he", "him", "his", "He", "His"}, row
    assert sum(ways(" ".join(row)) >= 8 for row in ROWS) > 0.9 * len(ROWS)
    firsts = [" ".join(CHOICE.sub(lambda hit: hit[1].split("|")[0], row[0]).split()[:5]) for row in ROWS]
    assert len(set(firsts)) > 0.9 * len(firsts)


def test_each_is_told_of_one_person_who_keeps_the_name():
    rng = random.Random("threads")
    for _ in range(6000):
        text = told(rng, ZELMA, ORIN)
        assert not set("{}[]|") & set(text) and not re.search(r"  | \n|\n | [,.!?]", text), text
        assert text[0].isupper() or text[0] in "\"'0123456789", text
    named = [row for row in ROWS if any("{n}" in cell for cell in row)]
    assert len(named) > 1500
    assert all("{n}" in "".join(row) for row in ROWS if re.search(r"\{(he|him|his|He|His)\}", "".join(row)))


def test_no_prompt_of_a_stranger_is_told():
    hands = ("prompts", "by another hand", "by a third hand")
    prompts = [prompt.lower() for name in hands for prompt in STRANGERS[name]]
    rng = random.Random("strangers")
    texts = "\n".join(joined(*(spin(rng, cell) for cell in row)).lower() for row in ROWS for _ in range(20))
    assert len(prompts) > 140 and [prompt for prompt in prompts if prompt in texts] == []


def test_each_word_for_a_person_is_that_persons(monkeypatch):
    row = ("{n} met {m}.", "{He} gave {him} {his} hat, and {he} smiled.", "{His} day was good.")
    monkeypatch.setattr(threads, "drawn", lambda _: row)
    monkeypatch.setattr(threads, "WHOLE", 1)
    assert told(random.Random(1), ZELMA, ORIN) == (
        "Zelma met Orin. She gave her her hat, and she smiled. Her day was good."
    )
    assert (
        told(random.Random(1), ORIN, ZELMA) == "Orin met Zelma. He gave him his hat, and he smiled. His day was good."
    )


def test_most_are_told_to_their_end_and_none_without_a_second_cell(monkeypatch):
    monkeypatch.setattr(threads, "drawn", lambda _: ("One.", "Two.", "Three.", "\nFour."))
    rng = random.Random(2)
    told_so = Counter(told(rng, ZELMA, ORIN) for _ in range(4000))
    assert set(told_so) == {"One. Two.", "One. Two. Three.", "One. Two. Three.\nFour."}
    assert 0.80 < told_so["One. Two. Three.\nFour."] / 4000 < 0.87 and told_so["One. Two."] > 250


def test_one_in_ten_has_another_below(monkeypatch):
    monkeypatch.setattr(threads, "told", lambda *_: "One. Two.")
    rng = random.Random(3)
    found = Counter(thread(rng, ZELMA, ORIN) for _ in range(4000))
    assert set(found) == {"One. Two.", "One. Two.\nOne. Two."}
    assert abs(found["One. Two.\nOne. Two."] / 4000 - threads.TWO) < 0.02


def test_plain_rows_are_told_more_often():
    rng, kind_of = random.Random(4), {row: kind for kind in OFTEN for row in rows(kind)}
    seen = Counter(kind_of[drawn(rng)] for _ in range(40_000))
    per_row = {kind: seen[kind] / len(rows(kind)) for kind in OFTEN if len(rows(kind)) > 250}
    usual = per_row["days"]
    assert all(abs(told / usual - OFTEN[kind]) < 0.25 * OFTEN[kind] for kind, told in per_row.items()), per_row
