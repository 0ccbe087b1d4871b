"""Recipes whose steps fit the dish, as a numbered list, as text or as told by somebody."""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.language.words import capital, listed
from model.world.texts.recipe_table import DISHES
from model.world.texts.sums import spell

HEADS = listed(
    "How to make {dish}|{Dish}|Recipe: {dish}|{Dish} for {n}|My {elder}'s {dish}|Today we make {dish}|Easy {dish}"
)
NEEDS = listed(
    "You need: {list}.|For this you need {list}.|Take {list}.|What you need: {list}.|Put on the table: {list}.|"
)
STARTS = listed("""
    Wash your hands first.|Put on an apron.|Tie back your hair and wash your hands.|Roll up your sleeves.|
    Ask a grown-up to help you with the stove.||||
""")
ENDS = listed("""
    Enjoy your meal!|It is enough for {n}.|Call everybody to the table.|Wash the dishes together.|
    Do not forget to turn off the stove.|My {elder} always made it like this.|That is all.|
    Keep what is left for tomorrow.|||||
""")
# how steps begin that do not open with a verb, or that say themselves when they come
NO_ORDERS = listed("""
    The|If|When|Now|They|It|After|Each|Last|First|A|Some|Let's|Start|Wait|Nobody|Everybody|On|Cheese|Green|
    Salt it last|Eggs|One|Vanilla|Take it off
""")
COLD = ("fruit salad", "lemonade", "cucumber salad")  # they need no stove
LINKS = listed("Then |After that, |Now |Next, |||||")
ELDERS = listed("grandmother|grandfather|aunt|uncle|mother|father|neighbor")


class Dish(NamedTuple):
    """A dish, what goes in, and its steps, each with its wordings and whether it may be left out."""

    name: str
    ingredients: tuple[str, ...]
    steps: tuple[tuple[tuple[str, ...], bool], ...]


class Recipe(NamedTuple):
    """A recipe as text, its dish, and the steps that it tells, in order."""

    text: str
    dish: str
    steps: tuple[str, ...]


@cache
def dishes() -> tuple[Dish, ...]:
    """All dishes of the table."""
    read = []
    for block in DISHES.strip().split("\n\n"):
        name, ingredients, *steps = block.splitlines()
        split = tuple((tuple(step.lstrip("?").split("|")), step[0] == "?") for step in steps)
        read.append(Dish(name, tuple(ingredients.split("|")), split))
    return tuple(read)


def fill_numbers(rng: random.Random, text: str) -> str:
    """Choose the numbers: `{2-4}` becomes 2, 3 or 4, in words up to twelve; long times go by fives."""

    def choose(hit: re.Match) -> str:
        low, high = int(hit[1]), int(hit[2])
        return spell(rng.randrange(low, high + 1, 5 if low >= 15 else 1))

    text = re.sub(r"\{(\d+)-(\d+)\}", choose, text)
    return re.sub(r"\bone (hours|cucumbers)", lambda hit: f"one {hit[1][:-1]}", text)


def and_list(parts: list[str]) -> str:
    """`a, b and c`."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def lay_out(rng: random.Random, steps: list[str]) -> str:
    """Steps as a numbered list, as lines or as running text with words like `then`."""
    style = rng.choice(("numbers", "numbers", "text", "text", "lines"))
    if style == "numbers":
        return "\n".join(f"{i}. {step}" for i, step in enumerate(steps, 1))
    if style == "lines":
        return "\n".join(steps)
    links = [""] + [rng.choice(LINKS) if is_order(step) else "" for step in steps[1:]]
    return " ".join(link_up(link, step) for link, step in zip(links, steps, strict=True))


def is_order(step: str) -> bool:
    """Whether the step opens with a verb, so that `then` may come before it."""
    return not re.match(rf"(?:{'|'.join(NO_ORDERS)})\b", step)


def link_up(link: str, step: str) -> str:
    """The step after `then`, or as it is."""
    return f"{link.strip()} {step[0].lower()}{step[1:]}" if link else step


def write_recipe(rng: random.Random) -> Recipe:
    """One recipe."""
    dish = rng.choice(dishes())
    chosen = [rng.choice(wordings) for wordings, optional in dish.steps if not optional or rng.random() < 0.6]
    steps = [fill_numbers(rng, step) for step in chosen]
    needs = [fill_numbers(rng, part) for part in dish.ingredients]
    # `LINKS` and tables above end in blanks, which leave their sentence out
    slots = {"dish": dish.name, "Dish": capital(dish.name), "n": rng.choice(("two", "three", "four", "six")),
             "elder": rng.choice(ELDERS), "list": and_list(needs)}  # fmt: skip
    head, need, start, end = (rng.choice(table).format_map(slots) for table in (HEADS, NEEDS, STARTS, ENDS))
    body = lay_out(rng, steps)
    parts = [head, need, f"{start} {body}".strip() if "\n" not in body else f"{start}\n{body}".strip(), end]
    if dish.name in COLD:
        parts = [re.sub(r"[^.\n]*\bstove\.\s*", "", part) for part in parts]
    return Recipe("\n".join(filter(None, parts)), dish.name, tuple(steps))


def recipe(rng: random.Random) -> str:
    """The text of one recipe."""
    return write_recipe(rng).text
