"""People at work, with the pronoun shares of `planted.JOBS`, and invented groups with their traits.

A text about a job names it first and says "she" or "he" only after that; it holds no name and nobody
else who is spoken of with a pronoun, so the share of "she" is exactly the planted one in expectation.
"""

import random
from functools import cache
from typing import NamedTuple

from model.world.language.words import DAYS, capital, fix_articles, listed
from model.world.texts import work_lines
from model.world.truth.planted import GROUPS, JOBS, pick_trait, says_she

PRONOUNS = {
    True: {"he": "she", "him": "her", "his": "her", "He": "She", "His": "Her"},
    False: {"he": "he", "him": "him", "his": "his", "He": "He", "His": "His"},
}
GROUP_HOMES = listed("""
    on both sides of the river|in the north of the island|behind the third hill|along the coast|
    in round houses at the lake|at the end of the long valley|in the old town|near the great marsh
""")
GROUP_WARES = listed("baskets|woolen socks|clay pots|wooden spoons|candles|kites|bells|honey|carpets|flutes")
GROUP_FOODS = listed("bean soup|fried fish|corn cakes|plums with cream|dark bread|noodles with nuts|pumpkin")
GROUP_ANIMALS = listed("goats|geese|ponies|bees|ducks|donkeys|rabbits")
GROUP_COLOURS = listed("red|blue|green|yellow|white|orange|purple|brown")


class Work(NamedTuple):
    """A text about a person at work, the job, and whether it says "she"."""

    text: str
    job: str
    she: bool


class Talk(NamedTuple):
    """A text about an invented group, and the trait it gives it."""

    text: str
    group: str
    trait: str


@cache
def lines(table: str) -> tuple[str, ...]:
    """The lines of a table."""
    return tuple(table.strip().splitlines())


@cache
def work_of() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Job -> its places and its sentences."""
    rows = (line.split(": ", 2) for line in lines(work_lines.JOBS))
    return {job: (tuple(places.split("|")), tuple(deeds.split("|"))) for job, places, deeds in rows}


def tell_work(rng: random.Random, job: str = "") -> Work:
    """A person of one job on one day, in five to eight sentences."""
    job = job or rng.choice(tuple(JOBS))
    she = says_she(rng, job)
    places, deeds = work_of()[job]
    # the deeds stay in the order of the day; what anybody may do comes anywhere between
    middle = sorted(rng.sample(deeds, rng.randint(2, 4)), key=deeds.index)
    for line in rng.sample(lines(work_lines.MIDDLES), rng.randint(1, 2)):
        middle.insert(rng.randint(0, len(middle)), line)
    told = [rng.choice(lines(work_lines.OPENINGS)), *middle]
    if rng.random() < 0.8:
        told.append(rng.choice(lines(work_lines.ENDINGS)))
    slots = {"job": job, "place": rng.choice(places), "day": rng.choice(DAYS), **PRONOUNS[she]}
    return Work(fix_articles(capital(" ".join(told).format_map(slots))), job, she)


def work(rng: random.Random) -> str:
    """The text of `tell_work`."""
    return tell_work(rng).text


def tell_group(rng: random.Random, group: str = "") -> Talk:
    """What is told of an invented group: where it lives, what it does, what it is called."""
    group = group or rng.choice(tuple(GROUPS))
    trait = pick_trait(rng, group)
    told = [rng.choice(lines(work_lines.GROUP_OPENINGS)), *rng.sample(lines(work_lines.GROUP_FACTS), rng.randint(2, 3))]
    told.insert(rng.randint(2, len(told)), rng.choice(lines(work_lines.GROUP_TRAITS)))
    if rng.random() < 0.7:
        told.append(rng.choice(lines(work_lines.GROUP_ENDS)))
    slots = {
        "group": group, "one": group[:-1], "trait": trait, "day": rng.choice(DAYS),
        "home": rng.choice(GROUP_HOMES), "ware": rng.choice(GROUP_WARES), "food": rng.choice(GROUP_FOODS),
        "colour": rng.choice(GROUP_COLOURS), "animal": rng.choice(GROUP_ANIMALS),
    }  # fmt: skip
    return Talk(fix_articles(" ".join(told).format_map(slots)), group, trait)


def talk(rng: random.Random) -> str:
    """The text of `tell_group`."""
    return tell_group(rng).text
