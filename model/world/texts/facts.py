"""True things about the world, by topic; every fact in several wordings."""

import random
from collections.abc import Iterable
from functools import cache
from itertools import chain

from model.world.language.phrases import plural
from model.world.language.tables import Table
from model.world.language.words import BLUE_THINGS, DAYS, MONTHS, capital, fix_articles

TOPICS, ROWS = Table(__file__, "facts"), Table(__file__, "fact_rows")
LEGS = {"0": "no legs", "2": "two legs", "4": "four legs", "6": "six legs", "8": "eight legs"}
OFTEN = {"sky": 7, "look": 6, "colours": 4, "animals": 3, "feasts": 4, "foods": 3}
Fact = tuple[str, ...]  # its wordings


def describe_animal(row: tuple[str, ...]) -> list[Fact]:
    """The facts on one animal."""
    name, food, sound, home, legs, young = row
    many, limbs = plural(name).capitalize(), LEGS[legs]
    lives = (f"A {name} lives {home}.", f"{many} live {home}.")
    facts = [
        (f"A {name} eats {food}.", f"{many} eat {food}.", f"{many} like to eat {food}."),
        lives[1:] if "trees" in home or "meadows" in home else lives,
        (f"A {name} has {limbs}.", f"{many} have {limbs}."),
    ]
    if sound:
        facts.append((f"A {name} {sound}.", f"The {name} {sound}."))
    if young:
        facts.append((f"A young {name} is called a {young}.", f"A {young} is a young {name}."))
    return facts


def describe_food(row: tuple[str, ...]) -> list[Fact]:
    """The facts on one food."""
    food, taste, colour = row
    ripe = "Most ripe" if food.split()[0] in ("Bananas", "Lemons", "Plums", "Mangoes") else ""
    hue = f"{ripe} {food.lower()} {colour}." if ripe else f"{food} {colour}."
    return [(f"{food} {taste}.",), (f"{food} {colour}.", hue)]


def describe_opposite(row: tuple[str, ...]) -> list[Fact]:
    """One pair of opposites in both directions."""
    a, b = row
    return [
        (f"The opposite of {a} is {b}.", f"{capital(a)} is the opposite of {b}."),
        (f"The opposite of {b} is {a}.", f"{capital(b)} and {a} are opposites."),
    ]


def describe_job(row: tuple[str, ...]) -> list[Fact]:
    """What a person with one job does."""
    job, work = row
    return [(f"A {job} {work}.", f"The {job} {work}.", f"A person who {work} is a {job}.")]


def describe_calendar(names: tuple[str, ...], span: str) -> list[Fact]:
    """Which day or month follows which."""
    return [
        (f"After {a} comes {b}.", f"{b} comes after {a}.", f"{a} comes before {b}.")
        for a, b in zip(names, names[1:] + names[:1], strict=True)
        if span == "day" or a != "December"
    ]


def chain_all(lists: Iterable[list]) -> list:
    """One list of many."""
    return list(chain.from_iterable(lists))


@cache
def load_topics() -> dict[str, list[Fact]]:
    """All facts: topic to a list of facts, each a tuple of wordings."""
    topics = {name: list(block.rows) for name, block in TOPICS.items()}
    animals = [describe_animal(row) for row in ROWS["animals"].columns(6)]
    topics["animals"] = chain_all(animals)
    for index in range(0, len(animals), 3):
        topics[f"animals {index}"] = chain_all(animals[index : index + 3])
    topics["foods"] = chain_all(map(describe_food, ROWS["foods"].columns(3)))
    topics["opposites"] = chain_all(map(describe_opposite, ROWS["opposites"].columns(2)))
    topics["jobs"] = chain_all(map(describe_job, ROWS["jobs"].columns(2)))
    topics["calendar"] = describe_calendar(DAYS, "day") + describe_calendar(MONTHS, "month")
    return topics


@cache
def topic_weights() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Topic names with how often each is taken."""
    names = tuple(load_topics())
    return names, tuple(0.6 if " " in name else OFTEN.get(name, 2) for name in names)


def word_fact(rng: random.Random, wordings: Fact) -> str:
    """One wording of a fact."""
    text = rng.choice(wordings)
    return text.replace("{blue}", rng.choice(BLUE_THINGS)) if "{" in text else text


def facts(rng: random.Random) -> str:
    """A short page of four to nine facts on one or two topics."""
    names, weights = topic_weights()
    topics = load_topics()
    chosen = set(rng.choices(names, weights, k=rng.choice((1, 2, 2, 3))))
    pool = [fact for name in sorted(chosen) for fact in topics[name]]
    picked = rng.sample(pool, min(rng.randint(7, 13), len(pool)))
    lines = list(dict.fromkeys(word_fact(rng, fact) for fact in picked))
    return fix_articles("\n".join(lines))
