"""Recipes whose steps fit the dish, as a numbered list, as text or as told by somebody."""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.language.numbers import spell
from model.world.language.phrases import and_list
from model.world.language.tables import Block, Table, cells_of, split_mark
from model.world.language.words import capital

DISHES, LINES = Table(__file__, "dishes"), Table(__file__, "recipes")
COLD = ("fruit salad", "lemonade", "cucumber salad")  # they need no stove


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
    return tuple(read_dish(name, block) for name, block in DISHES.items())


def read_dish(name: str, block: Block) -> Dish:
    """The dish of one block: first what goes in, then the steps."""
    (_, needs), *steps = block.pairs
    return Dish(name, cells_of(needs), tuple((cells_of(said), split_mark(part)[1]) for part, said in steps))


def fill_numbers(rng: random.Random, text: str) -> str:
    """Choose the numbers: `{2-4}` becomes 2, 3 or 4, in words up to twelve; long times go by fives."""

    def choose(hit: re.Match) -> str:
        low, high = int(hit[1]), int(hit[2])
        return spell(rng.randrange(low, high + 1, 5 if low >= 15 else 1))

    text = re.sub(r"\{(\d+)-(\d+)\}", choose, text)
    return re.sub(r"\bone (hours|cucumbers)", lambda hit: f"one {hit[1][:-1]}", text)


def line_up(rng: random.Random, steps: list[str]) -> str:
    """Steps as a numbered list, as lines or as running text with words like `then`."""
    style = rng.choice(("numbers", "numbers", "text", "text", "lines"))
    if style == "numbers":
        return "\n".join(f"{i}. {step}" for i, step in enumerate(steps, 1))
    if style == "lines":
        return "\n".join(steps)
    links = [""] + [rng.choice(LINES["links"].words) if is_order(step) else "" for step in steps[1:]]
    return " ".join(link_up(link, step) for link, step in zip(links, steps, strict=True))


def is_order(step: str) -> bool:
    """Whether the step opens with a verb, so that `then` may come before it."""
    return not re.match(rf"(?:{'|'.join(LINES['no orders'].words)})\b", step)


def link_up(link: str, step: str) -> str:
    """The step after `then`, or as it is."""
    return f"{link} {step[0].lower()}{step[1:]}" if link else step


def write_recipe(rng: random.Random) -> Recipe:
    """One recipe."""
    dish = rng.choice(dishes())
    chosen = [rng.choice(wordings) for wordings, optional in dish.steps if not optional or rng.random() < 0.6]
    steps = [fill_numbers(rng, step) for step in chosen]
    needs = [fill_numbers(rng, part) for part in dish.ingredients]
    slots = {"dish": dish.name, "Dish": capital(dish.name), "n": rng.choice(("two", "three", "four", "six")),
             "elder": rng.choice(LINES["elders"].words), "list": and_list(needs)}  # fmt: skip
    # a wording without words leaves its sentence out
    head, need, start, end = (rng.choice(LINES[p]).format_map(slots) for p in ("heads", "needs", "starts", "ends"))
    body = line_up(rng, steps)
    parts = [head, need, f"{start} {body}".strip() if "\n" not in body else f"{start}\n{body}".strip(), end]
    if dish.name in COLD:
        parts = [re.sub(r"[^.\n]*\bstove\.\s*", "", part) for part in parts]
    return Recipe("\n".join(filter(None, parts)), dish.name, tuple(steps))


def recipe(rng: random.Random) -> str:
    """The text of one recipe."""
    return write_recipe(rng).text
