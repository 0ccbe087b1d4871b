"""Recipes keep the order of their steps and use what the dish needs."""

import random
import re

from model.world.texts import recipes


def make(writer, count=500, seed=2):
    rng = random.Random(seed)
    return [writer(rng) for _ in range(count)]


def test_dishes_are_complete():
    assert len(recipes.dishes()) >= 20
    for dish in recipes.dishes():
        assert len(dish.ingredients) >= 4 and len(dish.steps) >= 5, dish.name
        assert not dish.steps[0][1]


def test_recipes_are_clean_varied_and_repeatable():
    texts = make(recipes.recipe)
    assert texts == make(recipes.recipe) and len(set(texts)) >= 0.95 * len(texts)
    for text in texts:
        assert text.isascii() and text == text.strip() and 120 < len(text) < 900, text
        assert not re.search(r"  | \n|\n |\n\n|[{}|]| [,.!?]|\t|\.\.", text), text
        assert not re.search(r"(?<!\d)[.!] [a-z]", text), text


def test_steps_come_in_order():
    for made in make(recipes.write_recipe):
        places = [made.text.lower().index(step.lower()) for step in made.steps]
        assert places == sorted(places) and made.dish in made.text.lower()


def test_cold_dishes_need_no_stove():
    for made in make(recipes.write_recipe, 1500):
        assert made.dish not in recipes.COLD or "stove" not in made.text


def test_numbers():
    rng = random.Random(1)
    assert {recipes.fill_numbers(rng, "{2-4} eggs") for _ in range(50)} == {"two eggs", "three eggs", "four eggs"}
    assert recipes.fill_numbers(rng, "{1-1} hours") == "one hour"
    assert recipes.fill_numbers(rng, "{15-25} minutes").split()[0] in ("fifteen", "twenty", "twenty-five")
