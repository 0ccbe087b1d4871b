"""What the slots of a wording are filled with: drawn by a list of makers, or gathered for any scene of daily life."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from model.world.language import words
from model.world.language.numbers import spell
from model.world.language.people import make_person, make_things
from model.world.language.tables import Table

Maker = Callable[[random.Random], Any]


def draw_slots(rng: random.Random, makers: Mapping[str, Maker]) -> dict[str, Any]:
    """The slots as their makers make them, in order; a name of several words stands for several slots."""
    drawn: dict[str, Any] = {}
    for names, make in makers.items():
        made = make(rng)
        drawn.update(zip(names.split(), made, strict=True) if " " in names else [(names, made)])
    return drawn


def one_of(options: Sequence) -> Maker:
    """Makes one of the options."""
    return lambda rng: rng.choice(options)


def word_of(table: Table, name: str) -> Maker:
    """Makes one of the words of a block, which is read when the first is made."""
    return lambda rng: rng.choice(table[name].words)


def some_of(options: Sequence, count: int, say: Callable[[Any], Any] = str) -> Maker:
    """Makes as many different ones, each as it is said."""
    return lambda rng: [say(option) for option in rng.sample(options, count)]


def in_digits(low: int, high: int) -> Maker:
    """Makes a number in digits."""
    return lambda rng: str(rng.randint(low, high))


def in_words(low: int, high: int, say: Callable[[int], str] = spell) -> Maker:
    """Makes a number in words."""
    return lambda rng: say(rng.randint(low, high))


def go_to(place: str) -> str:
    """Turn `in the park` into `to the park`."""
    return "to " + place.split(" ", 1)[1]


def pick_where(rng: random.Random, options: Sequence[str], inside: Sequence[str], count: int = 2) -> list[str]:
    """Different places, none with a word of `inside`."""
    outside = [place for place in options if not any(word in place for word in inside)]
    return rng.sample(outside, count)


EVERYDAY = {
    "food food2": some_of(words.FOODS, 2),
    "animal animal2": some_of(words.ANIMALS, 2),
    "day day2": some_of(words.DAYS, 2),
    "weather weather2": some_of(words.WEATHER, 2),
    "place to_place": lambda rng: pick_where(rng, words.PLACES, (*words.INDOORS, "roof")),
    "spot spot2": some_of(words.SPOTS, 2),
    "elder": one_of(words.ELDERS),
    "skill": one_of(words.SKILLS),
    "game": one_of(words.GAMES),
    "month": one_of(words.MONTHS),
    "glad": one_of(words.GLAD),
    "sad": one_of(words.SAD),
    "flower": one_of(words.FLOWERS),
    "season": one_of(words.SEASONS),
    "home": one_of(words.HOMES),
    "dish": one_of(words.DISHES),
    "n": lambda rng: rng.randint(5, 20),
    "m": lambda rng: rng.randint(2, 4),
    "k": lambda rng: rng.randint(4, 12),
    "raw": one_of(words.RAW),
    "cut": one_of(words.CUTTABLE),
    "blue": lambda rng: rng.choice(("sky", rng.choice(words.BLUE_THINGS))),
}


def gather(rng: random.Random) -> dict[str, Any]:
    """Everything that a scene of everyday life may name; of the things t and u are a's, v is b's."""
    a = make_person(rng)
    b = make_person(rng, a.name)
    t, u, v = make_things(rng, (a, a, b))
    slots = draw_slots(rng, EVERYDAY)
    slots["to_place"] = go_to(slots["to_place"])
    return {"a": a, "b": b, "t": t, "u": u, "v": v, "c1": t.colour, "c2": u.colour, "c3": v.colour, **slots}
