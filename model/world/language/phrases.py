"""Small tools of the writers: wordings with choices inside, lists and plurals, and the last polish of a text."""

import random
import re
from collections.abc import Iterable, Mapping

from model.world.language.words import fix_articles

ODD_PLURALS = {
    **{"goose": "geese", "mouse": "mice", "deer": "deer", "fish": "fish", "sheep": "sheep", "wolf": "wolves"},
    **{"leaf": "leaves", "snowman": "snowmen", "child": "children", "person": "people", "man": "men"},
    **{"woman": "women", "foot": "feet", "tooth": "teeth", "ox": "oxen", "knife": "knives", "wife": "wives"},
}
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_START = re.compile(r"(^|\n|(?<![.!?])[.!?] |\.\" )([a-z])")


def spin(rng: random.Random, wording: str) -> str:
    """The wording with one option taken of every `[one|other]`; brackets may be nested.

    >>> spin(random.Random(0), "a [small|small] town")
    'a small town'
    """
    while hit := _CHOICE.search(wording):
        wording = wording[: hit.start()] + rng.choice(hit[1].split("|")) + wording[hit.end() :]
    return wording


def word_it(rng: random.Random, wordings: Iterable[str], slots: Mapping) -> str:
    """One of the wordings, spun and with its slots filled."""
    return spin(rng, rng.choice(tuple(wordings))).format_map(slots)


def polish(text: str) -> str:
    """The text with a capital after every full stop, `an` before vowels, and no blank too many."""
    text = re.sub(r" +", " ", text.replace(" \n", "\n").replace("\n ", "\n")).strip()
    return _START.sub(lambda hit: hit[1] + hit[2].upper(), fix_articles(text))


def joined(*parts: str) -> str:
    """The parts in a row, with a blank where one stands between words; none before a stop or at a line's end."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or text[-1] == "\n" or part[0] in "\n.,:;?!" else f" {part}"
    return text


def loosely(rng: random.Random, text: str) -> str:
    """The text as people also type it: one in eight with small first letters, without its last stop, or both."""
    way = rng.random()
    if way < 0.08:
        text = text.lower()
    elif way < 0.1:
        text = "\n".join(line[:1].lower() + line[1:] for line in text.split("\n"))
    return text.rstrip(".") if rng.random() < 0.08 else text


def plural(noun: str) -> str:
    """`boxes` for box, `ponies` for pony, `geese` for goose."""
    if " of " in noun:
        head, of, rest = noun.partition(" of ")
        return f"{plural(head)}{of}{rest}"
    if noun in ODD_PLURALS:
        return ODD_PLURALS[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def and_list(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def cut_in_two(rng: random.Random, told: list[str]) -> str:
    """The sentences, which are more than three, as two paragraphs."""
    cut = rng.randint(2, len(told) - 2)
    return " ".join(told[:cut]) + "\n" + " ".join(told[cut:])


def paragraphs(rng: random.Random, told: list[str], share: float = 0.25) -> str:
    """The sentences as one text, in some cases cut into two paragraphs."""
    told = [line for line in told if line]
    return cut_in_two(rng, told) if len(told) > 4 and rng.random() < share else " ".join(told)
