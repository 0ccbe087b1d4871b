"""Texts whose sentences go on with what the first one began, words that are said as asked, quizzes below a head."""

import random
import re

from model.score.strangers import STRANGERS
from model.world.knowledge.quiz import HEADS, quiz
from model.world.knowledge.tell import say_it
from model.world.knowledge.threads import rows, thread, told
from model.world.language.people import Person
from model.world.language.phrases import spin
from model.world.language.words import GIRLS
from model.world.rich import someone
from model.world.texts import sums

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
    texts = {told(rng, someone(rng), someone(rng)).lower() for _ in range(20000)}
    assert not [prompt for prompt in prompts if any(text.startswith(prompt) for text in texts)]


def test_mostly_one_is_told_now_and_then_two():
    rng = random.Random(3)
    more = [thread(rng, ZELMA, ORIN) for _ in range(2000)]
    assert len(set(more)) > 1500


def test_what_shall_be_said_is_said():
    rng = random.Random("say")
    for _ in range(3000):
        asked, *others = say_it(rng).split("\n")
        text = "\n".join((asked, *others)).lower()
        first = re.match(r"(?:user: )?(?:please )?say (?:the word )?([a-z -]+)\.\s(?:assistant:\s)?([a-z -]+)", text)
        if first:
            assert first[1] == first[2].strip() or " times" in first[1] or "twice" in first[1], text


def test_a_sum_in_loose_parts_is_right():
    rng = random.Random("loose")
    for _ in range(3000):
        numbers = [int(n) for n in re.findall(r"\d+", sums.in_loose_parts(rng))]
        assert len(numbers) == 3 and numbers[0] + numbers[1] == numbers[2]


def test_many_pages_of_sums_are_a_line_or_two():
    rng = random.Random("pages")
    short = [sums.sums(rng).count("\n") < 2 for _ in range(2000)]
    assert abs(sum(short) / 2000 - sums.ALONE) < 0.08


def test_what_is_many_says_first_what_it_is():
    rng = random.Random("heads")
    heads = {spin(rng, wording).strip().lower() for name in HEADS if name != "before" for wording in HEADS[name] * 9}
    for _ in range(600):
        lines = quiz(rng).split("\n")
        if len(lines) > 8:
            assert any(head in lines[0].lower() for head in heads), lines[0]


def test_somebody_mostly_has_a_name_of_nobody():
    rng = random.Random(1)
    assert sum(someone(rng).name in GIRLS for _ in range(1000)) < 300
