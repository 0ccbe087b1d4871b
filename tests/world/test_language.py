"""What the writers share: numbers in words, people and their things, slots in their order, recalls that are true."""

import random

from model.world.language import words
from model.world.language.numbers import o_clock, spell
from model.world.language.people import make_people, make_person, make_things
from model.world.language.slots import draw_slots, gather, go_to, in_digits, in_words, one_of, pick_where, some_of
from model.world.language.wordings import bank, recall


def test_numbers_in_words():
    said = {0: "zero", 7: "seven", 20: "twenty", 21: "twenty-one", 40: "forty", 99: "ninety-nine"}
    assert {n: spell(n) for n in said} == said
    assert len({spell(n) for n in range(100)}) == 100 and o_clock(3) == "three o'clock"


def test_people_differ_and_have_the_words_for_them():
    rng = random.Random(1)
    for _ in range(200):
        people = make_people(rng, 4)
        assert len({str(who) for who in people}) == 4
        assert all((who.he, who.His) == {"girl": ("she", "Her"), "boy": ("he", "His")}[who.sex] for who in people)
        assert make_person(rng, "Mira").name != "Mira"


def test_things_differ_in_noun_and_colour_and_know_their_owners():
    a, b = make_people(random.Random(2), 2)
    t, u, v = make_things(random.Random(2), (a, b, None))
    assert len({str(t), str(u), str(v)}) == len({t.colour, u.colour, v.colour}) == 3
    assert (t.owner, u.owner, v.owner) == (a, b, None) and t.a == f"a {t.full}" == f"a {t.colour} {t}"


def test_slots_are_drawn_in_their_order():
    makers = {"day": one_of(words.DAYS), "n n2": some_of(range(3), 2), "big": in_digits(7, 7), "few": in_words(3, 3)}
    rng, same = random.Random(3), random.Random(3)
    drawn = draw_slots(rng, makers)
    assert list(drawn) == ["day", "n", "n2", "big", "few"] and (drawn["big"], drawn["few"]) == ("7", "three")
    assert [drawn["day"], drawn["n"], drawn["n2"]] == [same.choice(words.DAYS), *map(str, same.sample(range(3), 2))]


def test_a_scene_of_daily_life_names_nothing_twice():
    rng = random.Random(4)
    for _ in range(100):
        scene = gather(rng)
        assert scene["a"].name != scene["b"].name and scene["v"].owner is scene["b"]
        assert all(scene[key] != scene[f"{key}2"] for key in ("food", "animal", "day", "weather", "spot"))
        assert scene["to_place"].startswith("to ") and not any(word in scene["place"] for word in words.INDOORS)
    assert go_to("in the park") == "to the park"
    assert len(set(pick_where(rng, words.PLACES, words.INDOORS, 5))) == 5


def test_what_is_recalled_is_so():
    rng = random.Random(5)
    for _ in range(100):
        scene = gather(rng)
        scene["u"].owner = None
        told = recall(rng, scene, {"t", "v"}, rng.choice(("one", "early", "end")))
        assert str(scene["t"]) in told or str(scene["v"]) in told
        assert scene["u"].full not in told and "{" not in told
    scene["t"].owner = scene["v"].owner = None
    assert recall(rng, scene, {"t", "v"}, "one") == "" and len(bank("joy")) > 10
