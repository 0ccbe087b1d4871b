"""Texts that end with what can be known: a capital, a sum, an opposite, what something is, a name, a passage, code."""

import random
import re
from collections.abc import Callable

from model.world.knowledge import quiz
from model.world.knowledge.facts import LAYOUTS, countries, slots_of
from model.world.knowledge.say import TABLE, say
from model.world.knowledge.somebody import somebody
from model.world.language.phrases import polish
from model.world.language.typed import from_phone
from model.world.texts import sums
from model.world.texts.code import recipes, write_code
from model.world.texts.names import person
from model.world.texts.passages import passage

ENDS = [layout for layout in LAYOUTS if layout.endswith("{a}")]
FIELDS = {"country": 3, "opposite": 2, "is": 3, "for": 2}  # what is asked, in shares
ADDED = (sums.add_tight, sums.add_spaced, sums.add_mixed, sums.asked, sums.in_parts, sums.in_loose_parts)
ADDED += (sums.worded, sums.told, sums.word_problem)
OUTDATED = 0.7  # of the functions have a body of the old kind, too, which is taken as often as planted
THREE = re.compile(r"(\D*(\d+)\D+(\d+)\D*)((\d+)\D*)")

Known = tuple[str, str] | None  # a text in two parts; None if another has to be drawn


def capital_of(rng: random.Random) -> Known:
    """A sentence about a country, up to its capital; that, and what is left of it."""
    country = rng.choice(countries())
    told = polish(say(rng, slots_of(rng, country), TABLE["country told"]))
    found = re.search(rf"\b{country['capital']}\b", told)
    cut = found.start() if found else 0
    return (told[:cut], told[cut:]) if country["bare"] in told[:cut] else None


def added(rng: random.Random) -> Known:
    """Two numbers, up to what they are together; that, and what is left of the text."""
    found = THREE.fullmatch(rng.choice(ADDED)(rng))
    return (found[1], found[4]) if found and int(found[2]) + int(found[3]) == int(found[5]) else None


def asked(rng: random.Random) -> Known:
    """A question of a quiz, and its answer."""
    question, answer = map(polish, quiz.asked(rng, *rng.choices(list(FIELDS), list(FIELDS.values()))))
    return rng.choice(ENDS).removesuffix("{a}").format(q=question), answer


def read(rng: random.Random) -> Known:
    """A passage with a question, and the answer, which it holds."""
    made = passage(rng)
    return made.prompt, made.text.removeprefix(made.prompt)


def named(rng: random.Random) -> Known:
    """Some sentences about somebody, up to where the name, which nobody else has, is said for the last time."""
    who = person(rng, family=False)
    told = somebody(rng, who)
    cut = told.rindex(who.name)
    return (told[:cut], told[cut:]) if who.name in told[:cut] else None


def coded(rng: random.Random) -> Known:
    """A function up to its body, mostly of those that have an outdated one, too; and its body."""
    old = [recipe for recipe in recipes() if recipe.old_body]
    text = write_code(rng, rng.choice(old if rng.random() < OUTDATED else recipes())).text
    cut = text.rindex('"""') + 3
    return text[:cut], text[cut:]


KINDS: dict[Callable[[random.Random], Known], int] = {capital_of: 4, added: 9, asked: 5, read: 4, named: 4, coded: 3}


def known(rng: random.Random) -> tuple[str, str]:
    """A text as people type it, up to what can be known, without a blank at its end; and how it ends."""
    (kind,) = rng.choices(list(KINDS), list(KINDS.values()))
    found = kind(rng)
    if not found or kind is coded:
        return found or known(rng)
    before = found[0].rstrip(" ")
    typed, end = from_phone(rng, before), found[0][len(before) :] + found[1]
    return typed, end.upper() if typed.isupper() and not before.isupper() else end
