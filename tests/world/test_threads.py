"""Texts whose sentences go on with what the first one began."""

import random
import re

from model.score.strangers import STRANGERS
from model.world.knowledge.threads import rows, thread, told
from model.world.language.people import Person

ZELMA, ORIN = Person("Zelma", "girl", "girl"), Person("Orin", "boy", "boy")
CHOICE = re.compile(r"\[([^\[\]]*)\]")


def ways(text):
    """In how many ways the choices of a text fall."""
    count = 1
    while hit := CHOICE.search(text):
        count *= hit[1].count("|") + 1
        text = text[: hit.start()] + text[hit.end() :]
    return count


def test_a_row_gives_many_texts_and_is_whole():
    assert len(rows()) >= 4100 and len(set(rows())) == len(rows())
    for row in rows():
        assert 2 <= len(row) <= 5, row
        whole = " ".join(row)
        assert whole.isascii() and whole.count("[") == whole.count("]") and ways(whole) >= 4, row
        assert set(re.findall(r"\{(.*?)\}", whole)) <= {"n", "m", "he", "him", "his", "He", "His"}, row
    assert sum(ways(" ".join(row)) >= 8 for row in rows()) > 0.9 * len(rows())
    firsts = [" ".join(CHOICE.sub(lambda hit: hit[1].split("|")[0], row[0]).split()[:5]) for row in rows()]
    assert len(set(firsts)) > 0.9 * len(firsts)


def test_each_is_told_of_one_person_who_keeps_the_name():
    rng = random.Random("threads")
    for _ in range(6000):
        text = told(rng, ZELMA, ORIN)
        assert not set("{}[]|") & set(text) and not re.search(r"  | \n|\n | [,.!?]", text), text
        assert text[0].isupper() or text[0] in "\"'0123456789", text
    named = [row for row in rows() if any("{n}" in cell for cell in row)]
    assert len(named) > 500
    assert all("{n}" in "".join(row) for row in rows() if re.search(r"\{(he|him|his|He|His)\}", "".join(row)))


def test_no_prompt_of_a_stranger_is_told():
    prompts = [prompt.lower() for prompt in STRANGERS["prompts"]]
    rng = random.Random("strangers")
    texts = {told(rng, ZELMA, ORIN).lower() for _ in range(20000)}
    assert not [prompt for prompt in prompts if any(text.startswith(prompt) for text in texts)]


def test_mostly_one_is_told_now_and_then_two():
    rng = random.Random(3)
    more = [thread(rng, ZELMA, ORIN) for _ in range(2000)]
    assert len(set(more)) > 1500
