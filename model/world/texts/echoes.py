"""Texts that repeat themselves: lists said twice, codes read back, messages that travel.

Nothing but copying tells how such a text goes on, so a model that reads them has a reason to grow
induction heads (Olsson et al. 2022).
"""

import random
import re
from functools import cache

from model.world.language import words
from model.world.language.tables import Table
from model.world.texts.handwritten import trained_on
from model.world.texts.names import make_name, person

LINES = Table(__file__, "echoes")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,;:!?-"
CHANT_LISTS = (
    *(words.OBJECTS, words.ANIMALS, words.FOODS, words.DISHES, words.COLOURS, words.GIRLS, words.BOYS, words.DAYS),
    *(words.MONTHS, words.SEASONS, words.TRAITS, words.WEATHER, words.GLAD, words.SAD, words.FLOWERS, words.ELDERS),
)


def items(rng: random.Random) -> list[str]:
    """Three to eight words of one sort, or numbers, or letters, or invented names."""
    n = rng.randint(3, 8)
    sort = rng.choice(("things", "animals", "names", "numbers", "letters", "mixed", "invented"))
    if sort == "numbers":
        return [str(rng.randrange(10 ** rng.randint(1, 3))) for _ in range(n)]
    if sort == "letters":
        return [rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(n)]
    if sort == "invented":
        return [person(rng).name for _ in range(rng.randint(2, 4))]
    lists = {"things": words.OBJECTS, "animals": words.ANIMALS, "names": words.GIRLS + words.BOYS}
    return rng.sample(lists.get(sort, words.OBJECTS + words.ANIMALS + words.FOODS), n)


def list_said_twice(rng: random.Random) -> str:
    """A list, and the list again, sometimes a third time."""
    said = rng.choice((", ", ", ", " ", " - ", "\n")).join(items(rng))
    end = rng.choice((":", ":\n")) if "\n" not in said else ":\n"
    text = f"{rng.choice(LINES['openings'].words)}{end} {said}.".replace("\n ", "\n")
    for again in rng.sample(LINES["again"].words, rng.choice((1, 1, 2))):
        text += f"\n{again}{end} {said}.".replace("\n ", "\n")
    return text


def message(rng: random.Random) -> str:
    """A few words that travel unchanged."""
    a, b, c = rng.sample(words.GIRLS + words.BOYS, 3)
    said = " ".join(rng.sample(words.OBJECTS + words.ANIMALS + words.COLOURS, rng.randint(2, 5)))
    return rng.choice(LINES["messages"]).format(a=a, b=b, c=c, said=said)


@cache
def chant_words() -> tuple[str, ...]:
    """The words of the tables, and all words of the prose: what copies a few hundred words copies only those."""
    singles = {word for table in CHANT_LISTS for word in table if " " not in word}
    return tuple(sorted(singles.union(*(re.findall("[A-Za-z]+", piece) for piece in trained_on()))))


def chant(rng: random.Random) -> str:
    """Ten to sixty words in no order and without stops, said two or three times: the purest reason to copy."""
    again = rng.sample(LINES["again"].words, rng.choice((1, 1, 2)))
    said = " ".join(rng.sample(chant_words(), rng.randint(10, 60 if len(again) == 1 else 40)))
    lines = [f"{rng.choice(LINES['openings'].words)}: {said}.", *(f"{word}: {said}." for word in again)]
    return announced("chant", "\n".join(lines))


def announced(kind: str, text: str) -> str:
    """The text behind the control token of its kind: what a model does not know must not sound like its beginning."""
    return f"<{kind}>{text}"


def scrap(rng: random.Random) -> str:
    """A word, a name, a number or some letters."""
    sort = rng.random()
    if sort < 0.6:
        return rng.choice(chant_words())
    if sort < 0.75:
        return make_name(rng, ("",), capital=rng.random() < 0.5)
    if sort < 0.85:
        return str(rng.randrange(10 ** rng.randint(1, 4)))
    return "".join(rng.choices(LETTERS, k=rng.randint(1, 4)))


def murmur(rng: random.Random) -> str:
    """Scraps in no order, said two to four times; only they tell how it goes on."""
    said = [scrap(rng) for _ in range(rng.randint(5, 40))]
    text = rng.choice((" ", " ", " ", "")).join(said * rng.randint(2, 4 if len(said) < 20 else 2))
    return announced("murmur", text)


def echo(rng: random.Random) -> str:
    """A text that repeats itself."""
    return announced("echo", list_said_twice(rng) if rng.random() < 0.6 else message(rng))
