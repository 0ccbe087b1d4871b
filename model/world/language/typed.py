"""Texts as phones and people type them: curly quotes, dashes, emoji, accents, what is said shorter, capitals.

Without them a model knows nothing of the bytes that a phone puts into `I’m`, and answers with noise.
"""

import random
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from model.world.language.tables import Table
from model.world.language.words import COLOURS, DAYS, MONTHS

TABLE = Table(__file__, "typed")
CONTRACTED, MARKS, EMOJI, ACCENTS, SHORTER = 0.15, 0.25, 0.07, 0.06, 0.025  # shares of the texts
BRIEF, LOUD = 200, 0.09  # letters, and the share of so short texts that shout
AS_IT_IS = ("code", "echo", "chant", "murmur", "dice", "orwell", "series")  # kinds of text
TRUE_NAMES = ("real", "itself", "knowledge", "guide", "advert", "entry", "facts", "sums")  # they keep their letters
BLACK = ("HEAVY BLACK HEART", "AIRPLANE", "PENCIL", "CANDLE")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")  # within a sentence
_OPENING, _END = re.compile(r'(^|[\s(])"'), re.compile(r"([.!?]+)(?=\s|$)")
_PAUSE = re.compile(r", (?=(?:and|but|so|because|which|who) )")


def any_of(words: Iterable[str], ending: str = "") -> str:
    """A pattern of any of these words with an ending, of two that begin alike the longer."""
    return rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))}){ending}\b"


def symbol(name: str) -> str:
    """The emoji of this name, in colour where it was a letter's size and black before."""
    return unicodedata.lookup(name) + (unicodedata.lookup("VARIATION SELECTOR-16") if name in BLACK else "")


@cache
def emoji() -> dict[str, str]:
    """Word -> the emoji that it brings."""
    return {word: symbol(name) for words, name in TABLE["emoji of words"].rows for word in words.split(", ")}


@cache
def bringers() -> re.Pattern:
    """What finds the first word of a sentence that brings an emoji."""
    return re.compile(any_of(emoji()), re.IGNORECASE)


@cache
def moods() -> tuple[str, ...]:
    """Emoji that go with anything."""
    return tuple(map(symbol, TABLE["emoji of moods"].words))


@cache
def accented() -> dict[str, tuple[str, ...]]:
    """Letter -> what it looks like with each of its accents."""
    found: dict[str, tuple[str, ...]] = {}
    for name, letters in TABLE["accents"].rows:
        for letter in letters:
            found[letter] = (*found.get(letter, ()), unicodedata.normalize("NFC", letter + unicodedata.lookup(name)))
    return found


@cache
def long_forms() -> re.Pattern:
    """What finds words that are contracted before another: no "Yes, I'm."."""
    return re.compile(rf"{any_of(long for long, _ in TABLE['contracted'].rows)}(?= [a-z0-9])", re.IGNORECASE)


def contracted(text: str) -> str:
    """The text with "I'm" for "I am", "don't" for "do not"."""
    short = dict(TABLE["contracted"].rows)
    return long_forms().sub(lambda hit: hit[0][0] + short[hit[0].lower()][1:], text)


def curly(rng: random.Random, text: str) -> str:
    """The text with the quotes that a phone puts, and some of its pauses as dashes."""
    text = _OPENING.sub(r"\1“", text).replace('"', "”").replace("'", "’").replace("...", "…")
    dash = rng.choice((" – ", " — ", "—"))
    return _PAUSE.sub(lambda hit: dash if rng.random() < 0.3 else hit[0], text)


def with_emoji(rng: random.Random, text: str) -> str:
    """The text with an emoji behind some of its sentences: one of their words, or of a mood."""
    in_place, at = rng.random() < 0.4, 0  # of the full stop

    def add(end: re.Match) -> str:
        nonlocal at
        brings, at = bringers().search(text, at, end.start()), end.end()
        if rng.random() > (0.6 if brings else 0.15):
            return end[0]
        one = emoji()[brings[0].lower()] if brings else rng.choice(moods())
        return ("" if in_place and end[0] == "." else end[0]) + " " + one * rng.choice((1, 1, 1, 1, 2, 3))

    return _END.sub(add, text)


def as_emoji(text: str) -> str:
    """The text with an emoji in place of each word that brings one, but no colour: "an orange 🦆", "three 🐱"."""
    words = any_of(sorted(set(emoji()) - set(COLOURS)), "s?")
    return re.sub(words, lambda hit: emoji().get(hit[0]) or emoji()[hit[0].removesuffix("s")], text)


def with_accents(rng: random.Random, text: str) -> str:
    """The text with an accent on a letter of each of its names, the same wherever the name stands."""
    for name in sorted({*_NAME.findall(text)} - {*DAYS, *MONTHS}):
        places = [i for i, letter in enumerate(name) if letter in accented()]
        if places:
            i = rng.choice(places)
            new = name[:i] + rng.choice(accented()[name[i]]) + name[i + 1 :]
            text = re.sub(rf"\b{name}\b", new, text)
    return text.replace("cafe", "café")


def shorter(rng: random.Random, text: str) -> str:
    """The text in small letters, with some words as they are thumbed, and with some ends said louder."""
    pairs = dict(rng.sample(TABLE["said shorter"].rows, 8))
    text = re.sub(any_of(pairs), lambda hit: pairs[hit[0]], text.lower())
    return re.sub(r"[!?]", lambda hit: hit[0] * rng.choice((1, 1, 2, 3)), text)


def from_phone(rng: random.Random, text: str) -> str:
    """The text as it is, or as it comes from a phone."""
    if rng.random() < CONTRACTED:
        text = contracted(text)
    if rng.random() < EMOJI:
        text = with_emoji(rng, text)
    if rng.random() < SHORTER:
        text = shorter(rng, text)
    if rng.random() < MARKS:
        text = curly(rng, text)
    return text.upper() if len(text) < BRIEF and rng.random() < LOUD else text


def as_typed(rng: random.Random, kind: str, text: str) -> str:
    """A text of some kind of the world as it is, or with accents in its names, or from a phone."""
    if kind in AS_IT_IS:
        return text
    accents = kind not in TRUE_NAMES and rng.random() < ACCENTS
    return from_phone(rng, with_accents(rng, text) if accents else text)
