"""Passages out of daily life, and passages of all kinds: those about invented subjects as well."""

import random
from collections.abc import Sequence
from functools import cache

from model.world.language import words
from model.world.language.phrases import plural, polish, word_it
from model.world.language.slots import draw_slots, in_digits, one_of, some_of, word_of
from model.world.language.tables import Table
from model.world.texts.names import town
from model.world.texts.passages import SLOTS, WORDS, Subject, Told, ask_about, invented, passage, read_subject

SCENES = Table(__file__, "scenes")
SCENE_SLOTS = SLOTS | {
    "p p2 p3": lambda rng: rng.choice((SLOTS["p p2 p3"], some_of((*words.GIRLS, *words.BOYS), 3)))(rng),
    "animal animal_s animal2 animal2_s": lambda rng: one_and_many(rng.sample(words.ANIMALS, 2)),
    "skill skill2": some_of(words.SKILLS, 2),
    "does do did": lambda rng: rng.choice(WORDS["deeds"].rows),
    "river": lambda rng: town(rng).removesuffix("town"),
    "object object2": some_of(words.OBJECTS, 2),
    "game": one_of(words.GAMES),
    "tool": one_of(words.MUSIC),
    "cost": in_digits(2, 95),
    "place place2": lambda rng: rng.sample(WORDS["buildings"].words, 2),
    "hour hour2": lambda rng: rng.sample(WORDS["hours"].words, 2),
    "room": word_of(WORDS, "rooms"),
    "job": word_of(WORDS, "jobs"),
    "material": word_of(WORDS, "materials"),
    "ride": word_of(WORDS, "rides"),
    "lodging": word_of(WORDS, "lodgings"),
    "subject": word_of(WORDS, "subjects"),
    "reason": word_of(WORDS, "reasons"),
}


def one_and_many(nouns: Sequence[str]) -> list[str]:
    """Each noun, and behind it its plural."""
    return [said for noun in nouns for said in (noun, plural(noun))]


@cache
def scenes() -> tuple[Subject, ...]:
    """All kinds of scenes; they have no head."""
    return tuple(read_subject(kind, block) for kind, block in SCENES.items())


def scene(rng: random.Random) -> Told:
    """A scene of daily life: its kind, the passage, and the questions it answers."""
    made = rng.choice(scenes())
    slots = draw_slots(rng, SCENE_SLOTS)
    told, asked = [polish(word_it(rng, made.openings, slots))] if rng.random() < 0.8 else [], []
    for fact in rng.sample(made.facts, rng.randint(3, min(6, len(made.facts)))):
        told.append(polish(word_it(rng, fact.wordings, slots)))
        asked += ask_about(rng, fact, told[-1], slots)
    return made.kind, " ".join(told), asked


def any_kind(rng: random.Random) -> Told:
    """A passage of any kind."""
    return (scene if rng.random() < 0.4 else invented)(rng)


def passage_text(rng: random.Random) -> str:
    """The text of one passage with its questions."""
    return passage(rng, make=any_kind).text
