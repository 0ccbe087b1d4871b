"""Encyclopaedia entries of people, towns and animals that do not exist: a setting first, then lines that fit it."""

import random
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.phrases import blocks_of, lines_of, paragraphs, polish, word_it
from model.world.language.words import capital, listed
from model.world.texts import entry_facts as facts
from model.world.texts.invented import ENDINGS, creature, meal, named, people, person, river, ship, town, treasure
from model.world.texts.sums import spell

WATERY = ("sea", "river", "lake")
HEADED = 0.3  # share of the entries that have their name as a heading


class Entry(NamedTuple):
    """An entry with what it is about: a person, a town or a creature, its name and its setting."""

    text: str
    kind: str
    name: str
    setting: str


@cache
def parts_of(table: str, setting: str) -> dict[str, tuple[str, ...]]:
    """Part of an entry -> its wordings, for one occupation, place or habitat."""
    found: dict[str, tuple[str, ...]] = {}
    for line in blocks_of(table)[setting]:
        part, wording = line.split(": ", 1)
        found[part] = (*found.get(part, ()), wording)
    return found


def draw_slots(rng: random.Random) -> dict[str, str]:
    """What any entry may name."""
    num, num2 = rng.sample(range(2, 13), 2)
    colour, colour2 = rng.sample(words.COLOURS[: words.COMMON], 2)
    pick = rng.choice
    return {
        "num": spell(num), "num2": spell(num2), "few": spell(rng.randint(2, 5)), "kid": spell(rng.randint(5, 12)),
        "teen": spell(rng.randint(12, 16)), "big": str(rng.randint(20, 300)), "big2": str(rng.randint(13, 60)),
        "many": str(rng.randint(3, 99) * 100), "colour": colour, "colour2": colour2, "animal": pick(words.ANIMALS),
        "food": pick(words.FOODS), "day": pick(words.DAYS), "month": pick(words.MONTHS), "meal": meal(rng),
        "season": pick(("summer", "autumn")), "thing": treasure(rng), "ship": ship(rng), "river": river(rng),
        "t": town(rng), "t2": town(rng), "pet": named(rng, ENDINGS["boy"]), "song": pick(listed(facts.SONGS)),
        "coin": pick(("coin", "copper coin", "button", "white stone")), "p": people(rng, 1, family=True)[0].name,
    }  # fmt: skip


def draw_years(rng: random.Random) -> dict[str, str]:
    """A life: born, did something great, died, with the ages at both."""
    born, age = rng.randint(1300, 1880), rng.randint(19, 58)
    age2 = age + rng.randint(4, 36)
    return {"year": str(born), "year3": str(born + age), "year2": str(born + age2), "age": str(age), "age2": str(age2)}


def tell(rng: random.Random, orders: str, parts: dict[str, tuple[str, ...]], slots: dict) -> list[str]:
    """The parts of an entry in one of the orders; a part with `?` may be left out."""
    order = rng.choice(lines_of(orders)).split()
    chosen = [part.rstrip("?") for part in order if "?" not in part or rng.random() < 0.6]
    return [polish(word_it(rng, parts[part], slots)) for part in chosen if part in parts]


def person_entry(rng: random.Random) -> Entry:
    """An entry of an invented person and the work of a life."""
    job = rng.choice(tuple(blocks_of(facts.PEOPLE)))
    who = person(rng)
    slots = {**draw_slots(rng), **draw_years(rng), "n": who.name, "f": who.name.split()[0], "job": job}
    slots |= {"he": who.he, "his": who.his, "him": who.him, "himself": who.himself, "he_was": f"{who.he} was"}
    parts = {**blocks_of(facts.PERSON_LINES), **parts_of(facts.PEOPLE, job)}
    return Entry(lay_out(rng, who.name, tell(rng, facts.PERSON_ORDERS, parts, slots)), "person", who.name, job)


def town_entry(rng: random.Random) -> Entry:
    """An entry of an invented town, where everything fits the land around it."""
    setting = rng.choice(tuple(blocks_of(facts.TOWNS)))
    name, slots = town(rng, setting in WATERY), {**draw_slots(rng), **draw_years(rng)}
    own = parts_of(facts.TOWNS, setting)
    slots |= {"n": name, "where": word_it(rng, own["where"], slots)}
    parts = {**blocks_of(facts.TOWN_LINES), **own}
    return Entry(lay_out(rng, name, tell(rng, facts.TOWN_ORDERS, parts, slots)), "town", name, setting)


def creature_entry(rng: random.Random) -> Entry:
    """An entry of an invented animal, built for the place where it lives."""
    setting = rng.choice(tuple(blocks_of(facts.CREATURES)))
    name, slots = creature(rng), {**draw_slots(rng), **draw_years(rng)}
    own = parts_of(facts.CREATURES, setting)
    slots |= {
        "n": name,
        "N": capital(name),
        "group": word_it(rng, own["group"], slots),
        "size": word_it(rng, own["size"], slots),
    }
    parts = {**blocks_of(facts.CREATURE_LINES), **own}
    told = tell(rng, facts.CREATURE_ORDERS, parts, slots)
    return Entry(lay_out(rng, f"The {name}", told), "creature", name, setting)


def lay_out(rng: random.Random, name: str, told: list[str]) -> str:
    """The entry as text, in some cases under its name."""
    text = paragraphs(rng, told, 0.15)
    return f"{name}\n{text}" if rng.random() < HEADED else text


def entry(rng: random.Random) -> Entry:
    """One entry of a person, a town or an animal."""
    return rng.choice((person_entry, town_entry, creature_entry))(rng)


def entry_text(rng: random.Random) -> str:
    """The text of one entry."""
    return entry(rng).text
