"""Encyclopaedia entries of people, towns and animals that do not exist: a setting first, then lines that fit it."""

import random
from typing import NamedTuple

from model.world.language import words
from model.world.language.numbers import spell
from model.world.language.phrases import paragraphs, polish, word_it
from model.world.language.slots import draw_slots, in_digits, in_words, one_of, some_of, word_of
from model.world.language.tables import Table, split_mark
from model.world.language.words import capital
from model.world.texts.names import creature, first_name, meal, people, person, river, ship, town, treasure

PEOPLE, TOWNS, CREATURES = (Table(__file__, f"entry_{kind}") for kind in ("people", "towns", "creatures"))
LINES = Table(__file__, "entries")
WATERY = ("sea", "river", "lake")
HEADINGS = 0.3  # share of the entries that have their name as a heading
SLOTS = {  # what any entry may name
    "num num2": some_of(range(2, 13), 2, spell),
    "colour colour2": some_of(words.COLOURS[: words.COMMON], 2),
    "few": in_words(2, 5),
    "kid": in_words(5, 12),
    "teen": in_words(12, 16),
    "big": in_digits(20, 300),
    "big2": in_digits(13, 60),
    "many": lambda rng: str(rng.randint(3, 99) * 100),
    "animal": one_of(words.ANIMALS),
    "food": one_of(words.FOODS),
    "day": one_of(words.DAYS),
    "month": one_of(words.MONTHS),
    "meal": meal,
    "season": one_of(("summer", "autumn")),
    "thing": treasure,
    "ship": ship,
    "river": river,
    "t": town,
    "t2": town,
    "pet": lambda rng: first_name(rng, "boy"),
    "song": word_of(LINES, "songs"),
    "coin": one_of(("coin", "copper coin", "button", "white stone")),
    "p": lambda rng: people(rng, 1, family=True)[0].name,
}


class Entry(NamedTuple):
    """An entry with what it is about: a person, a town or a creature, its name and its setting."""

    text: str
    kind: str
    name: str
    setting: str


def draw_years(rng: random.Random) -> dict[str, str]:
    """A life: born, did something great, died, with the ages at both."""
    born, age = rng.randint(1300, 1880), rng.randint(19, 58)
    age2 = age + rng.randint(4, 36)
    return {"year": str(born), "year3": str(born + age), "year2": str(born + age2), "age": str(age), "age2": str(age2)}


def tell(rng: random.Random, kind: str, own: dict[str, tuple[str, ...]], slots: dict) -> list[str]:
    """The parts of an entry in one of the orders; a part with `?` may be left out."""
    parts = {**LINES[kind].parts, **own}
    order = map(split_mark, rng.choice(LINES[f"{kind} orders"]).split())
    chosen = [part for part, optional in order if not optional or rng.random() < 0.6]
    return [polish(word_it(rng, parts[part], slots)) for part in chosen if part in parts]


def person_entry(rng: random.Random) -> Entry:
    """An entry of a person and the work of a life."""
    job = rng.choice(tuple(PEOPLE))
    who = person(rng)
    slots = {**draw_slots(rng, SLOTS), **draw_years(rng), "n": who.name, "f": who.name.split()[0], "job": job}
    slots |= {"he": who.he, "his": who.his, "him": who.him, "himself": who.himself, "he_was": f"{who.he} was"}
    return Entry(put_heading(rng, who.name, tell(rng, "person", PEOPLE[job].parts, slots)), "person", who.name, job)


def town_entry(rng: random.Random) -> Entry:
    """An entry of a town, where everything fits the land around it."""
    setting = rng.choice(tuple(TOWNS))
    name, slots = town(rng, setting in WATERY), {**draw_slots(rng, SLOTS), **draw_years(rng)}
    own = TOWNS[setting].parts
    slots |= {"n": name, "where": word_it(rng, own["where"], slots)}
    return Entry(put_heading(rng, name, tell(rng, "town", own, slots)), "town", name, setting)


def creature_entry(rng: random.Random) -> Entry:
    """An entry of an animal, built for the place where it lives."""
    setting = rng.choice(tuple(CREATURES))
    name, slots = creature(rng), {**draw_slots(rng, SLOTS), **draw_years(rng)}
    own = CREATURES[setting].parts
    slots |= {"n": name, "N": capital(name), "group": word_it(rng, own["group"], slots)}
    slots["size"] = word_it(rng, own["size"], slots)
    return Entry(put_heading(rng, f"The {name}", tell(rng, "creature", own, slots)), "creature", name, setting)


def put_heading(rng: random.Random, name: str, told: list[str]) -> str:
    """The entry as text, in some cases under its name."""
    text = paragraphs(rng, told, 0.15)
    return f"{name}\n{text}" if rng.random() < HEADINGS else text


def entry(rng: random.Random) -> Entry:
    """One entry of a person, a town or an animal."""
    return rng.choice((person_entry, town_entry, creature_entry))(rng)


def entry_text(rng: random.Random) -> str:
    """The text of one entry."""
    return entry(rng).text
