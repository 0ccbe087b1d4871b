"""People at work, with the pronoun shares of `planted.JOBS`, and groups that do not exist, with their traits.

A text about a job names it first and says "she" or "he" only after that; it holds no name and nobody
else who is spoken of with a pronoun, so the share of "she" is exactly the planted one in expectation.
"""

import random
from typing import NamedTuple

from model.world.language.slots import draw_slots, one_of, word_of
from model.world.language.tables import Table
from model.world.language.words import DAYS, capital, fix_articles
from model.world.truth.planted import GROUPS, JOBS, pick_trait, says_she

LINES, WORK = Table(__file__, "jobs"), Table(__file__, "work")
PRONOUNS = {
    True: {"he": "she", "him": "her", "his": "her", "He": "She", "His": "Her"},
    False: {"he": "he", "him": "him", "his": "his", "He": "He", "His": "His"},
}
GROUP_SLOTS = {
    "day": one_of(DAYS),
    "home": word_of(LINES, "group homes"),
    "ware": word_of(LINES, "group wares"),
    "food": word_of(LINES, "group foods"),
    "colour": word_of(LINES, "group colours"),
    "animal": word_of(LINES, "group animals"),
}


class Work(NamedTuple):
    """A text about a person at work, the job, and whether it says "she"."""

    text: str
    job: str
    she: bool


class Talk(NamedTuple):
    """A text about a group, and the trait it gives it."""

    text: str
    group: str
    trait: str


def tell_work(rng: random.Random, job: str = "", she: bool | None = None) -> Work:
    """A person of one job on one day, in five to eight sentences; "she" by the job's share unless it is said."""
    job = job or rng.choice(tuple(JOBS))
    she = says_she(rng, job) if she is None else she
    places, deeds = (WORK[job].parts[part] for part in ("place", "deed"))
    # the deeds stay in the order of the day; what anybody may do comes anywhere between
    middle = sorted(rng.sample(deeds, rng.randint(2, 4)), key=deeds.index)
    for line in rng.sample(LINES["middles"], rng.randint(1, 2)):
        middle.insert(rng.randint(0, len(middle)), line)
    told = [rng.choice(LINES["openings"]), *middle]
    if rng.random() < 0.8:
        told.append(rng.choice(LINES["endings"]))
    slots = {"job": job, "place": rng.choice(places), "day": rng.choice(DAYS), **PRONOUNS[she]}
    return Work(fix_articles(capital(" ".join(told).format_map(slots))), job, she)


def work(rng: random.Random) -> str:
    """The text of `tell_work`."""
    return tell_work(rng).text


def tell_group(rng: random.Random, group: str = "") -> Talk:
    """What is told of a group: where it lives, what it does, what it is called."""
    group = group or rng.choice(tuple(GROUPS))
    trait = pick_trait(rng, group)
    told = [rng.choice(LINES["group openings"]), *rng.sample(LINES["group facts"], rng.randint(2, 3))]
    told.insert(rng.randint(2, len(told)), rng.choice(LINES["group traits"]))
    if rng.random() < 0.7:
        told.append(rng.choice(LINES["group ends"]))
    slots = {"group": group, "one": group[:-1], "trait": trait, **draw_slots(rng, GROUP_SLOTS)}
    return Talk(fix_articles(" ".join(told).format_map(slots)), group, trait)


def talk(rng: random.Random) -> str:
    """The text of `tell_group`."""
    return tell_group(rng).text
