"""Passages in which anybody does anything with anything: what a person may put above a question.

The passages of the world have a kind each, a shop or a town, and what may be told of a shop is soon known. Here facts
of all kinds stand side by side, about whatever the store of knowledge has, so that only the passage can tell.
"""

import random
from collections.abc import Sequence
from functools import cache, partial

from model.world.knowledge.store import Thing, things
from model.world.language import words
from model.world.language.numbers import spell
from model.world.language.phrases import polish, word_it
from model.world.language.slots import draw_slots, in_digits, one_of, some_of, word_of
from model.world.language.tables import Table
from model.world.texts.names import first_name, person, river, town
from model.world.texts.passages import WORDS, Subject, Told, ask_about, read_subject, shade
from model.world.texts.passages import meal as odd_meal

DOINGS, LEXICON = Table(__file__, "doings"), Table(__file__, "doing_words")
FILLED = 0.2  # of the passages have a sentence that tells nothing
MADE_UP = 0.5  # of the names
TITLED = 0.2  # of the people
word = partial(word_of, LEXICON)


def short(rng: random.Random) -> str:
    """A short name that nobody has, such as `Orra`."""
    return "".join(word(part)(rng) for part in ("starts", "middles", "ends")).capitalize()


def called(rng: random.Random) -> tuple[str, str]:
    """Somebody, and which: `girl` or `boy`."""
    sex = rng.choice(("girl", "boy"))
    if rng.random() < MADE_UP:
        name = rng.choice((short, lambda r: first_name(r, sex), lambda r: person(r).name))(rng)
    else:
        name = rng.choice(words.GIRLS if sex == "girl" else words.BOYS)
    if rng.random() < TITLED:
        name = f"{word(f'titles of a {sex}')(rng)} {name}"
    return name, sex


def people(rng: random.Random) -> list[str]:
    """Three of them, and the pronouns of the first."""
    found: dict[str, str] = {}
    while len(found) < 3:
        name, sex = called(rng)
        if not any({*name.split()} & {*other.split()} for other in found):
            found[name] = sex
    he = ("she", "her", "her") if next(iter(found.values())) == "girl" else ("he", "him", "his")
    return [*found, *he]


def place(rng: random.Random) -> str:
    """The name of a place."""
    ways = (short, town, lambda r: town(r, True), lambda r: f"{short(r)} {word('hills')(r)}")
    return rng.choice(ways)(rng)


@cache
def of_type(*types: str) -> tuple[Thing, ...]:
    """All things of these types that can be counted."""
    return tuple(thing for thing in things() if thing.type in types and thing.noun == "count")


@cache
def deeds() -> tuple[str, ...]:
    """What people do with things, in plain form."""
    return tuple(deed for thing in things() for deed in thing["do"])


@cache
def stuff() -> tuple[str, ...]:
    """What can be eaten or drunk, but not counted."""
    return tuple(thing.name for thing in things() if thing.type == "food" and thing.noun == "mass")


def objects(rng: random.Random) -> list[str]:
    """Three different things as one sees them, each with its article, then bare."""
    found = [thing.name for thing in rng.sample(of_type("object", "plant", "vehicle"), 3)]
    seen = [rng.choice(("", "", shade(rng), word("looks")(rng), word("of")(rng))) for _ in found]
    return [*(f"a {look} {name}".replace("  ", " ") for look, name in zip(seen, found, strict=True)), *found]


def several(rng: random.Random) -> list[str]:
    """Three different kinds of things, as many."""
    found = rng.sample(of_type("object", "food"), 3)
    return [rng.choice(("", "", f"{word('looks')(rng)} ")) + thing.many for thing in found]


def beasts(rng: random.Random) -> list[str]:
    """An animal as one and as many, another as many, a third as one and with its article."""
    one, two, three = rng.sample(of_type("animal"), 3)
    return [one.name, one.many, two.many, three.name, f"a {three.name}"]


def spots(rng: random.Random) -> list[str]:
    """Two places where something can be, and one to go to."""
    found = rng.sample(LEXICON["buildings"].words, 3)
    where = [f"{word('where')(rng)} {word('which')(rng)} {each}" for each in found]
    return [*(each.replace("  ", " ") for each in where[:2]), f"to the {found[2]}"]


def job(rng: random.Random) -> str:
    """What somebody is."""
    return f"a {rng.choice((rng.choice(of_type('person')).name, rng.choice(WORDS['jobs'].words)))}"


SLOTS = {
    "p p2 p3 he him his": people,
    "t t2": lambda rng: [place(rng), place(rng)],
    "a b c A B C": objects,
    "many many2 many3": several,
    "animal animals animals2 creature creature_a": beasts,
    "spot spot2 to": spots,
    "pet": short,
    "river": lambda rng: rng.choice((short, river))(rng),
    "royal": lambda rng: f"{word('royals')(rng)} {rng.choice((short(rng), rng.choice(words.GIRLS)))}",
    "doctor": lambda rng: f"{rng.choice(('Dr.', 'Doctor'))} {rng.choice((short(rng), word('families')(rng)))}",
    "job": job,
    "job2": job,
    "foods": lambda rng: rng.choice(of_type("food")).many,
    "mass": lambda rng: rng.choice(stuff()),
    "meal": lambda rng: rng.choice((odd_meal(rng), rng.choice(stuff()))),
    "do do2": lambda rng: rng.sample(deeds(), 2),
    "num num2 num3 num4": some_of(range(2, 21), 4, spell),
    "years": lambda rng: rng.choice((spell(rng.randint(3, 99)), str(rng.randint(3, 900)), "two hundred", "a hundred")),
    "cost": in_digits(2, 95),
    "big": in_digits(13, 480),
    "year": in_digits(1100, 2020),
    "day day2": some_of(words.DAYS, 2),
    "month": one_of(words.MONTHS),
    "season": one_of(words.SEASONS),
    "colour": one_of(words.COLOURS),
    "colour2": one_of(words.COLOURS),
    "look look2": lambda rng: rng.sample(LEXICON["looks"].words, 2),
    "material": word_of(WORDS, "materials"),
    "reason": word_of(WORDS, "reasons"),
    "fear": word_of(WORDS, "fears"),
    "hour": lambda rng: rng.choice((rng.choice(WORDS["hours"].words), spell(rng.randint(1, 12)), "noon", "midnight")),
    "music": one_of(words.MUSIC),
    **{name: word(name) for name in LEXICON["one of each"].words},
}


@cache
def doings() -> Subject:
    """All that may happen."""
    return read_subject("doings", DOINGS["doings"])


def doing(rng: random.Random) -> Told:
    """A passage: its kind, itself, and the questions that it answers."""
    made, slots = doings(), draw_slots(rng, SLOTS)
    told, asked = [polish(word_it(rng, made.openings, slots))], []
    for fact in rng.sample(made.facts, rng.randint(3, 5)):
        told.append(polish(word_it(rng, fact.wordings, slots)))
        asked += ask_about(rng, fact, told[-1], slots)
    if rng.random() < FILLED:
        told.insert(rng.randint(1, len(told)), rng.choice(WORDS["fillers"]))
    passage = " ".join(told)
    return made.kind, passage, [one for one in asked if alone(one.question, asked)]


def alone(question: str, asked: Sequence) -> bool:
    """Whether the passage has one answer to it."""
    return len({one.answer for one in asked if one.question == question}) == 1
