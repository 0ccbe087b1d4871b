"""Names that nobody has: people, towns, creatures, ships and things, made from syllables or from two words."""

import random
import re
from functools import cache

from model.world.language import words
from model.world.language.people import Person
from model.world.language.tables import Table
from model.world.language.words import fix_articles
from model.world.truth import planted

SYLLABLES = Table(__file__, "names")
KNOWN = re.compile(rf"\b(?:{'|'.join((*words.GIRLS, *words.BOYS))})\b")


def syllable(rng: random.Random) -> str:
    """One syllable that begins a name, such as `Brall`."""
    return "".join(rng.choice(SYLLABLES[part].words) for part in ("onsets", "vowels", "codas"))


def make_name(rng: random.Random, endings: tuple[str, ...], capital: bool = True) -> str:
    """A syllable with an ending, 4 to 11 letters, without unlucky words in it or around it."""
    while True:
        start, end = syllable(rng), rng.choice(endings)
        name = start[:-1] + end if start[-1] == end[:1] else start + end
        clean = not any(part in name for part in SYLLABLES["avoid"].words) and name.capitalize() not in known_words()
        if clean and 4 <= len(name) <= 11:
            return name.capitalize() if capital else name


@cache
def known_words() -> set[str]:
    """Words of the names that are planted elsewhere, and those that must never occur."""
    names = [*(secret.name for secret in planted.SECRETS), *planted.UNKNOWN_NAMES]
    return {word for name in names for word in name.split()} | {word.capitalize() for word in planted.UNKNOWN_SLANG}


def first_name(rng: random.Random, sex: str) -> str:
    """The name of a girl or a boy, or of whoever is called like one."""
    return make_name(rng, SYLLABLES[sex].words)


def person(rng: random.Random, family: bool = True, taken: tuple = ()) -> Person:
    """A person who does not exist, with a family name or without, called otherwise than those of `taken`."""
    sex = rng.choice(("girl", "boy"))
    name = first_name(rng, sex)
    if any(name in str(other) for other in taken):
        return person(rng, family, taken)
    return Person(f"{name} {make_name(rng, SYLLABLES['family'].words)}" if family else name, sex, sex)


def people(rng: random.Random, count: int, family: bool = False) -> list[Person]:
    """Some people who do not exist, with different names."""
    found: list[Person] = []
    for _ in range(count):
        found.append(person(rng, family, tuple(found)))
    return found


def renamed(rng: random.Random, text: str) -> str:
    """The text with names that nobody has in place of all first names: so that a name is read, not recognised."""
    told = dict.fromkeys(KNOWN.findall(text))
    new: dict[str, str] = {}
    for name in told:
        while (made := first_name(rng, "girl" if name in words.GIRLS else "boy")) in new.values():
            pass
        new[name] = made
    return KNOWN.sub(lambda hit: new[hit[0]], text)


def town(rng: random.Random, wet: bool = False) -> str:
    """The name of a town; by the water it may end like Dellmouth."""
    return make_name(rng, SYLLABLES["wet towns" if wet else "dry towns"].words)


def river(rng: random.Random) -> str:
    """The name of a river."""
    return make_name(rng, SYLLABLES["rivers"].words)


def creature(rng: random.Random) -> str:
    """The name of a kind of animal, such as `snorrel`."""
    return make_name(rng, SYLLABLES["beasts"].words, capital=False)


def ship(rng: random.Random) -> str:
    """The name of a ship, without its article."""
    name = first_name(rng, rng.choice(("girl", "boy")))
    return f"{rng.choice(SYLLABLES['glories'].words)} {name}" if rng.random() < 0.5 else name


def treasure(rng: random.Random) -> str:
    """A thing with its article, such as `a copper kettle`."""
    return fix_articles(f"a {rng.choice(SYLLABLES['materials'].words)} {rng.choice(SYLLABLES['treasures'].words)}")


def meal(rng: random.Random) -> str:
    """Something to eat, such as `barley soup`."""
    return f"{rng.choice(SYLLABLES['plants'].words)} {rng.choice(SYLLABLES['dishes'].words)}"
