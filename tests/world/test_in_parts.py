"""Words that are said as asked, quizzes below a head, sums in loose parts, names of nobody."""

import random
import re

from model.world.knowledge.quiz import HEADS, quiz
from model.world.knowledge.tell import say_it
from model.world.language.phrases import spin
from model.world.language.words import GIRLS
from model.world.pictures.captions import in_parts
from model.world.rich import someone
from model.world.texts import sums


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


def test_captions_in_parts_say_what_is_shown_and_where():
    """Much more often new than again; nothing stands before a stop, and no slot is left."""
    rng = random.Random(5)
    said = [in_parts(rng, "a red cat", "navy", "at the top") for _ in range(2000)]
    assert all("a red cat at the top" in caption and "navy" in caption for caption in said)
    assert not any(re.search(r" [,.!?]|[{}]|  |^ | $", caption) for caption in said)
    assert len(set(said)) > 1500
    assert {word for caption in said for word in caption.split()} >= {"please", "draw", "background"}
    assert not any(re.search(r"navy|\bat\b", in_parts(rng, "a red cat", None)) for _ in range(300))
