"""Passages in which anybody does anything with anything: only they answer what is asked about them."""

import random
import re

import pytest

from model.learn.chat.measure import by_hand
from model.learn.chat.turns import BY_HAND, SECOND, head, wide
from model.world.doings import SLOTS, alone, deeds, doing, doings, of_type, people, stuff
from model.world.language.slots import draw_slots
from model.world.language.words import needs_an
from model.world.texts.passages import Question


@pytest.fixture(scope="module")
def passages():
    rng = random.Random(5)
    return [doing(rng)[1:] for _ in range(1500)]


def test_same_seed_same_passages(passages):
    rng = random.Random(5)
    assert [doing(rng)[1:] for _ in range(40)] == passages[:40]


def test_they_are_clean(passages):
    for told, _ in passages:
        assert told.isascii() and told == told.strip() and 40 < len(told) < 700
        assert not re.search(r"  | \n|\n|[{}|\[\]]| [,.!?]|[\t\r]|[.!?] [a-z]", told), told
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", told):
            assert (article.lower() == "an") == needs_an(word) or word == "X", told


def test_answers_stand_in_the_passage_and_each_question_has_one(passages):
    rare = [doing(random.Random(seed))[1:] for seed in (5028, 5201, 5509)]  # two facts of these answer one question
    for told, asked in [*passages, *rare]:
        assert all(one.answer in told and one.answer.lower() in one.sentence.lower() for one in asked)
        assert all(one.question[0].isupper() and one.question.endswith("?") for one in asked)
        assert len({(one.question, one.answer) for one in asked}) == len({one.question for one in asked})
    assert sum(len(asked) for _, asked in passages) / len(passages) > 4
    a, b = Question("Who?", "Ida", "It was Ida."), Question("Who?", "Bo", "It was Bo.")
    assert alone("Who?", [a, a]) and not alone("Who?", [a, b])


def test_whatever_there_is_may_stand_in_them(passages):
    """Each fact is told; things are of the store, names of many kinds, and none stands for two."""
    told = " ".join(passage for passage, _ in passages)
    things = {thing.name for thing in of_type("object")}
    assert len([name for name in things if re.search(rf"\b{name}\b", told)]) > 0.8 * len(things)
    assert len(deeds()) > 1000 and len(stuff()) > 60
    slots = [draw_slots(random.Random(i), SLOTS) for i in range(300)]
    names = [slots[i][p] for i in range(300) for p in ("p", "p2", "p3")]
    assert len({*names}) > 500
    assert all(
        len({drawn["p"], drawn["p2"], drawn["p3"]}) == 3 and len({drawn[x] for x in "ABC"}) == 3 for drawn in slots
    )
    for i in range(1500):
        *three, _, _, _ = people(random.Random(i))
        assert len({word for name in three for word in name.split()}) == sum(len(name.split()) for name in three)
    for fact in doings().facts:
        for wording in fact.wordings:  # every answer stands in every wording that has room for it
            assert any(f"{{{ask.slot}}}" in wording for ask in fact.asks), wording


def test_half_of_what_is_taught_is_of_them_and_nothing_that_is_counted():
    rng = random.Random(2)
    kinds = [wide(rng)[0] for _ in range(1000)]
    assert 0.44 < kinds.count("doings") / 1000 < 0.56
    counted = [head(random.Random(i)).passage for i in range(300)]
    assert counted == [head(random.Random(i)).passage for i in range(300)]
    hands = {case.passage for table in (BY_HAND, SECOND) for case in by_hand(table) if case.passage}
    assert not hands & {wide(rng)[1] for _ in range(2000)}
