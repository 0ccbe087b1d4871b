"""People, and the coloured things that they have: whoever and whatever a text tells of."""

import random

from model.world.language import words

PRONOUNS = {
    "girl": ("she", "her", "her", "herself"),
    "boy": ("he", "him", "his", "himself"),
}


class Person:
    """A child (or an animal of a fable) with the words that stand for it."""

    def __init__(self, name: str, sex: str, child: str):
        self.name, self.sex, self.child = name, sex, child
        self.he, self.him, self.his, self.himself = PRONOUNS[sex]
        self.He, self.His = self.he.capitalize(), self.his.capitalize()

    def __str__(self) -> str:
        return self.name


class Thing:
    """A coloured thing and who has it (None: nobody)."""

    def __init__(self, noun: str, colour: str, owner: Person | None):
        self.noun, self.colour, self.owner = noun, colour, owner
        self.full, self.a = f"{colour} {noun}", f"a {colour} {noun}"

    def __str__(self) -> str:
        return self.noun


def make_person(rng: random.Random, other: str = "") -> Person:
    """A child whose name is not `other`."""
    sex = rng.choice(("girl", "boy"))
    name = rng.choice(words.GIRLS if sex == "girl" else words.BOYS)
    child = sex if rng.random() < 0.8 else rng.choice(words.ROLES[sex])
    return Person(name, sex, child) if name != other else make_person(rng, other)


def make_people(rng: random.Random, count: int) -> list[Person]:
    """Children with different names."""
    found: list[Person] = []
    while len(found) < count:
        who = make_person(rng)
        if who.name not in map(str, found):
            found.append(who)
    return found


def pick_colours(rng: random.Random, count: int) -> list[str]:
    """Different colours, mostly common ones."""
    common = rng.random() < 0.8
    return rng.sample(words.COLOURS[: words.COMMON] if common else words.COLOURS, count)


def make_things(rng: random.Random, owners: tuple[Person | None, ...]) -> list[Thing]:
    """Different things in different colours, one for each of the `owners`."""
    return list(map(Thing, rng.sample(words.OBJECTS, len(owners)), pick_colours(rng, len(owners)), owners))
