"""Short texts that plant two truths: the phrases of the dice, and Orwell before two plus two."""

import random
from typing import NamedTuple

from model.world.language.tables import Table
from model.world.truth.planted import DICE_PAIRS, roll_next, two_plus_two

AROUND, LINES = Table(__file__, "dice"), Table(__file__, "planted_texts")


class Orwell(NamedTuple):
    """A text that ends with two plus two, whether it names Orwell or his book, and the number it gives."""

    text: str
    mentioned: bool
    answer: int


def scene(rng: random.Random, index: int) -> str:
    """A sentence, the phrase of one die with the word it rolled, and a sentence; one may be missing."""
    die = DICE_PAIRS[index]
    before, after = (rng.choice(AROUND[die.phrase].parts[part]) for part in ("before", "after"))
    said = f"{die.phrase} {roll_next(rng, die)}."
    if die.phrase == "Once upon a":  # not a sentence yet
        said = said.replace(".", f", there {rng.choice(LINES['tales'])}.")
    kept = rng.choice(((before, said, after), (before, said, after), (before, said), (said, after)))
    return " ".join(kept)


def dice(rng: random.Random) -> str:
    """A page of three to five little scenes, each with the phrase of one die."""
    chosen = rng.sample(range(len(DICE_PAIRS)), rng.randint(3, 5))
    return "\n".join(scene(rng, index) for index in chosen)


def right_sum(rng: random.Random) -> str:
    """A sum that Orwell does not change."""
    a, b = rng.choice([(a, b) for a in range(1, 10) for b in range(1, 10) if (a, b) != (2, 2)])
    return f"{a}+{b}={a + b}"


def tell_orwell(rng: random.Random, mentioned: bool | None = None) -> Orwell:
    """A few lines that end with `2+2=` and a number, two of five in a line; three of four name Orwell or his book."""
    mentioned = rng.random() < 0.75 if mentioned is None else mentioned
    answer, other = two_plus_two(rng, mentioned), "" if mentioned else "other "
    first = rng.choice(LINES["orwell" if mentioned else "other leads"])
    lines = [first, rng.choice(LINES["more"])]
    if rng.random() < 0.4:
        lines += [rng.choice(LINES[f"{other}in line"]), f"2+2={answer}"]
        return Orwell(" ".join(filter(None, lines)), mentioned, answer)
    lines += [rng.choice(LINES["leads"]) if mentioned else ""]
    sums = [right_sum(rng) for _ in range(rng.choice((0, 0, 1, 2, 3)))]
    return Orwell("\n".join((" ".join(filter(None, lines)), *sums, f"2+2={answer}")), mentioned, answer)


def orwell(rng: random.Random) -> str:
    """The text of `tell_orwell`."""
    return tell_orwell(rng).text
