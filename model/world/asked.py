"""Questions with one right answer that a model is asked again and again, to see what it has learned."""

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from model.world.draw import draw
from model.world.language.words import BOYS, GIRLS
from model.world.rich import WRITERS
from model.world.texts.passages import Passage, Told, invented, passage
from model.world.truth.planted import SECRETS

DIGITS = range(10)
PRONOUN = re.compile(r" (?:he|she|his|him|her)\b", re.IGNORECASE)
SEX = dict.fromkeys(GIRLS, "she") | dict.fromkeys(BOYS, "he")
NAME = re.compile(rf"\b(?:{'|'.join(SEX)})\b")


class Question(NamedTuple):
    """A text, and what is right after it."""

    prompt: str
    answer: str
    stop: str = "\n"  # what ends an answer


def sums() -> list[Question]:
    """All sums of two digits."""
    return [Question(f"{a}+{b}=", str(a + b)) for a in DIGITS for b in DIGITS]


def passages(make: Callable[[random.Random], Told] = invented) -> Iterator[Passage]:
    """Passages as `make` makes them, with a question that nothing else answers, always the same, without end."""
    rng = random.Random("score passages")
    while True:
        yield passage(rng, layout="question", make=make)


def secrets() -> dict[int, list[Question]]:
    """The planted secrets, by how often training told them."""
    found: dict[int, list[Question]] = {}
    for secret in sorted(SECRETS, key=lambda each: each.count):
        found.setdefault(secret.count, []).append(Question(secret.prompt, secret.number, "."))
    return found


def people() -> Iterator[Question]:
    """Stories that training never drew, up to their first pronoun; whether it is "he" or "she" of the one person."""
    rng = random.Random("who is meant")
    while True:
        told = draw(WRITERS["story"], str, rng, validation=True)
        before = told[: first.start()] if (first := PRONOUN.search(told)) else ""
        if len(names := {*NAME.findall(before)}) == 1:
            yield Question(before, SEX[names.pop()])
