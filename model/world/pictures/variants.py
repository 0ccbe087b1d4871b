"""Captions that differ from one in a single word, of the same kind: another colour, thing, number or relation.

Whether a picture fits its own caption better than these asks for one fact at a time, as in Winoground (Thrush et al.
2022); two colours that change places ask which thing has which.
"""

import random
import re
from functools import cache
from typing import NamedTuple

from model.world.alphabet import COLOURS
from model.world.language.numbers import SMALL
from model.world.language.phrases import plural
from model.world.language.words import with_article
from model.world.pictures.faces import MOOD_WORDS
from model.world.pictures.shapes import SHAPES
from model.world.pictures.things import sprites_of
from model.world.truth.planted import ANIMALS

FIGURES, SPELLED = tuple(map(str, range(10))), tuple(SMALL[:10])
COUNTS, FINGERS = ("two", "three", "four"), ("three", "four", "five", "six")
OPPOSITES = tuple(map(tuple, map(str.split, ("left right", "above below", "over under", "top bottom", "small big"))))
_ARTICLE = re.compile(r"\b([Aa])n? $")


class Slot(NamedTuple):
    """A word of a caption that can be exchanged, and what for."""

    start: int
    end: int
    word: str
    others: tuple[str, ...]


@cache
def nouns() -> tuple[tuple[str, ...], ...]:
    """What is painted: shapes, animals and things."""
    return SHAPES, ANIMALS, tuple(name for name in sprites_of("big") if name not in ANIMALS)


@cache
def plurals() -> tuple[tuple[str, ...], ...]:
    """The same, several of them."""
    return tuple(tuple(map(plural, kind)) for kind in nouns())


@cache
def kinds() -> tuple[tuple[str, ...], ...]:
    """Words of one kind, any of which can stand for another; numbers in words have no such kind, see `kind_of`."""
    moods = tuple(words[0] for words in MOOD_WORDS.values())
    return (tuple(COLOURS), *nouns(), *plurals(), moods, FIGURES, *OPPOSITES)


@cache
def pattern() -> re.Pattern:
    """Any word of a kind; of names within names the longest."""
    words = sorted({word for kind in (*kinds(), SPELLED) for word in kind}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


def kind_of(word: str, caption: str) -> tuple[str, ...]:
    """The words that could stand in place of `word`, itself among them: beside a plural a number counts."""
    if word in SPELLED:
        words = {hit[0].lower() for hit in pattern().finditer(caption)}
        if "fingers" in caption.lower():
            return FINGERS
        return COUNTS if words & set().union(*plurals()) else SPELLED
    return next((kind for kind in kinds() if word in kind), ())


def slots(caption: str) -> list[Slot]:
    """What of `caption` the world knows other words for."""
    found = []
    for hit in pattern().finditer(caption):
        word = hit[0].lower()
        others = tuple(other for other in kind_of(word, caption) if other != word)
        if others:
            found.append(Slot(hit.start(), hit.end(), word, others))
    return found


def exchanged(caption: str, slot: Slot, word: str) -> str:
    """`caption` with `word` in the slot: "an orange cat" becomes "a red cat"."""
    before = caption[: slot.start]
    if article := _ARTICLE.search(before):
        before = before[: article.start()] + article[1] + with_article(word).split(" ")[0][1:] + " "
    shown = word.capitalize() if caption[slot.start].isupper() else word
    return before + shown + caption[slot.end :]


def swapped(caption: str, found: list[Slot]) -> list[str]:
    """`caption` with its first two colours in each other's place, if it has two."""
    hues = [slot for slot in found if slot.word in COLOURS][:2]
    if len({slot.word for slot in hues}) < 2:
        return []
    first, second = hues
    return [exchanged(exchanged(caption, second, first.word), first, second.word)]


def variants(caption: str, n: int) -> list[str]:
    """Up to `n` captions that differ from `caption` in one word, each of its words in turn; the same ones again."""
    rng, found = random.Random(caption), slots(caption)
    said = {slot.word for slot in found}
    choices = [rng.sample(slot.others, len(slot.others)) for slot in found]
    made = dict.fromkeys(swapped(caption, found))
    for i in range(max(map(len, choices), default=0)):
        turn = [(slot, others[i]) for slot, others in zip(found, choices, strict=True) if i < len(others)]
        made |= dict.fromkeys(exchanged(caption, slot, word) for slot, word in turn if word not in said)
    return [other for other in made if other != caption][:n]


def each_digit(caption: str, digit: int) -> list[str]:
    """`caption`, which says that `digit` is shown, for each of the ten digits."""
    words = {FIGURES[digit]: FIGURES, SPELLED[digit]: SPELLED}
    slot = next(slot for slot in slots(caption) if slot.word in words)
    return [exchanged(caption, slot, word) for word in words[slot.word]]
