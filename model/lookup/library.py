"""A library of short passages about subjects that do not exist: nobody can know them, only read them."""

import random
import re
import textwrap
from functools import cache, lru_cache
from typing import NamedTuple

from model.world.language.words import capital
from model.world.texts.passages import about

PASSAGES = 600
OWN_KIND = "own"  # of passages that a visitor gives
SEED = "library"
SHORTEST, LONGEST = 120, 480  # characters of a passage
MAX_OWN, TITLE = 12_000, 32  # characters of a visitor's own text, and of the name of a passage in it
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"\w+")


class Passage(NamedTuple):
    """A passage, what it is about, and what can be asked about it: pairs of question and answer."""

    kind: str
    name: str
    text: str
    asks: tuple[tuple[str, str], ...]


class Asked(NamedTuple):
    """A question with its answer and where it stands; whether it says the name of what it is about."""

    question: str
    answer: str
    place: int  # of its passage
    named: bool


def words(text: str) -> list[str]:
    """Words and numbers, in small letters."""
    return WORD.findall(text.lower())


@cache
def library() -> tuple[Passage, ...]:
    """All passages, each about a subject of a name of its own; always the same."""
    rng, found = random.Random(SEED), {}
    while len(found) < PASSAGES:
        kind, name, text, asked = about(rng)
        fits = asked and SHORTEST <= len(text) <= LONGEST and name not in found
        if fits and all(each.answer in text for each in asked):
            asks = tuple((each.question, each.answer) for each in asked)
            found[name] = Passage(kind, capital(name), text, asks)
    return tuple(found.values())


@lru_cache(16)
def own_passages(text: str) -> tuple[Passage, ...]:
    """A text of one's own in passages: its paragraphs, a long one cut between sentences. Raises ValueError if too long.

    Each is called by the words that it begins with.
    """
    if len(text) > MAX_OWN:
        raise ValueError(f"Your own text has {len(text):,} characters; at most {MAX_OWN:,} are read.")
    paragraphs = (" ".join(each.split()) for each in re.split(r"\n\s*\n", text))
    parts = [part for each in paragraphs if each for part in cut(each)]
    return tuple(Passage(OWN_KIND, textwrap.shorten(part, TITLE, placeholder="…"), part, ()) for part in parts)


def cut(paragraph: str) -> list[str]:
    """A paragraph in parts of at most LONGEST characters: between sentences where that can be, else between words."""
    parts = [""]
    for sentence in SENTENCE_ENDS.split(paragraph):
        for piece in textwrap.wrap(sentence, LONGEST):
            longer = f"{parts[-1]} {piece}".strip()
            parts[-1:] = [longer] if len(longer) <= LONGEST else [parts[-1], piece]
    return [part for part in parts if part]


def questions(n: int, named: bool | None = None, seed: int = 0) -> list[Asked]:
    """`n` questions about different passages, drawn from a seed: with the name, without it, or (None) any."""
    rng, found = random.Random(f"questions {seed}"), []
    for place in rng.sample(range(PASSAGES), PASSAGES):
        passage = library()[place]
        own = {*words(passage.name)} - {"the"}
        fits = [Asked(q, a, place, bool(own & {*words(q)})) for q, a in passage.asks]
        fits = [each for each in fits if named in (None, each.named)]
        if fits and len(found) < n:
            found.append(rng.choice(fits))
    return found


def shape(name: str, question: str, answer: str) -> tuple:
    """What is asked about the subject of that name, and what an answer looks like: a lie that fits is believed."""
    asked = [word for word in words(question) if word not in words(name)]
    return asked[:3], answer.isdigit(), answer[:1].isupper(), min(3, len(answer.split()))


def planted(place: int, question: str, answer: str) -> tuple[str, str] | None:
    """The passage with another answer in the place of the right one, and that answer; None if none fits.

    The other one answers a question that begins alike, about another subject of the kind, and looks alike.
    """
    passage = library()[place]
    if not answer or answer not in passage.text:
        return None
    others = {
        other
        for each in library()
        if each.kind == passage.kind and each is not passage
        for asked, other in each.asks
        if other not in passage.text and shape(each.name, asked, other) == shape(passage.name, question, answer)
    }
    if not others:
        return None
    lie = random.Random(f"planted {place} {answer}").choice(sorted(others))
    return re.sub(rf"(?<!\w){re.escape(answer)}(?!\w)", lambda _: lie, passage.text), lie
