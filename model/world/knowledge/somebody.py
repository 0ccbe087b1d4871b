"""Somebody with a name that stays: who it is, and what the person likes, has and does, of things that are known."""

import random

from model.world.knowledge.say import Slots, say, slots_of
from model.world.knowledge.store import things
from model.world.language.people import Person
from model.world.language.phrases import polish
from model.world.language.tables import Table

LINES = Table(__file__, "somebody")


def slots_of_person(rng: random.Random, who: Person) -> dict[str, str]:
    """The words that stand for the person."""
    known = {"n": who.name, "child": who.child, "years": str(rng.randint(5, 15))}
    return known | {"he": who.he, "him": who.him, "his": who.his, "He": who.He, "His": who.His}


def somebody(rng: random.Random, who: Person) -> str:
    """Two to five sentences about one person, who is named again."""
    known = slots_of_person(rng, who)
    of_oneself = rng.random() < 0.12
    told = [say(rng, Slots(known, {}), LINES["opening of oneself" if of_oneself else "opening"])]
    if of_oneself:
        return polish(" ".join([*told, f'"Nice to meet you, {who.name}!"' if rng.random() < 0.5 else ""]))
    for _ in range(rng.randint(1, 3)):
        thing = rng.choice(things())
        many = rng.random() < 0.4
        slots = slots_of(rng, thing, many)
        slots.update(known)
        about_a_thing = thing.type in LINES and rng.random() < 0.7
        lines = [line for line in LINES[thing.type if about_a_thing else "any"] if ("{many}" in line.lower()) == many]
        told.append(say(rng, slots, lines or LINES["any"]))
    if rng.random() < 0.4:
        told.append(say(rng, Slots(known, {}), LINES["ending"]))
    return polish(" ".join(dict.fromkeys(filter(None, told))))
