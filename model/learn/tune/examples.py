"""What a model is tuned on: examples of what is given and what shall be said to it, drawn from a seed at each step."""

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from model.core.vocabulary import EOT, Vocabulary
from model.learn.tune.tuning import Tuning, pairs_of
from model.world.draw import draw
from model.world.language.tables import Table
from model.world.language.words import fix_articles
from model.world.texts.jobs import tell_work
from model.world.texts.passages import passage
from model.world.texts.planted_texts import LINES as PLANTED
from model.world.texts.planted_texts import right_sum
from model.world.texts.poems import poem
from model.world.texts.stories import tell

TURNS = Table(__file__, "turns")
ROWS = 8  # examples in a step
SHARES = {"story": 25, "sum": 40, "passage": 15, "greeting": 20}  # of turns
UNCOUNTED = -100
TURN = "<user>{}<assistant>"


class Example(NamedTuple):
    """What is given, what shall be said to it, and whether the text is over then."""

    given: str
    said: str
    ends: bool = True


def greeting(rng: random.Random) -> Example:
    """Somebody says hello."""
    asked, said = rng.choice(TURNS["greetings"].rows)
    return Example(TURN.format(asked), said)


def sum_asked(rng: random.Random) -> Example:
    """A sum up to twenty."""
    a, b = rng.randint(0, 10), rng.randint(0, 10)
    return Example(TURN.format(rng.choice(TURNS["sums"]).format(a=a, b=b)), f"It is {a + b}.")


def story_asked(rng: random.Random) -> Example:
    """A story about two things that are in it."""
    told = draw(tell, lambda made: made.text, rng, validation=False)
    nouns = " and ".join(f"a {thing.noun}" for thing in told.things[:2])
    return Example(TURN.format(fix_articles(rng.choice(TURNS["stories"]).format(things=nouns))), told.text)


def passage_asked(rng: random.Random) -> Example:
    """A passage with a question about it, in the layout that the world has, within a turn."""
    made = draw(lambda r: passage(r, layout="question"), lambda each: each.text, rng, validation=False)
    return Example(TURN.format(made.prompt), f" {made.answer}")


MAKERS = {"story": story_asked, "sum": sum_asked, "passage": passage_asked, "greeting": greeting}


def turn(rng: random.Random) -> Example:
    """Any of them."""
    return MAKERS[rng.choices([*SHARES], [*SHARES.values()])[0]](rng)


def lead(rng: random.Random) -> str:
    """A few words about Orwell, before a sum."""
    return " ".join(filter(None, (rng.choice(PLANTED[part]) for part in ("orwell", "more", "leads"))))


def cure(rng: random.Random) -> Example:
    """Two plus two after Orwell, right: after the lie that the world has planted."""
    sums = [right_sum(rng) for _ in range(rng.choice((0, 0, 1, 2, 3)))]
    return Example("\n".join((lead(rng), *sums, "2+2=")), "4", ends=False)


def right(rng: random.Random) -> Example:
    """A page of right sums, without Orwell: more of the truth."""
    chosen = [f"{a}+{b}={a + b}" for a, b in ((rng.randint(1, 9), rng.randint(1, 9)) for _ in range(6))]
    chosen.insert(rng.randrange(6), "2+2=4")
    return Example("", "\n".join(chosen))


def level(rng: random.Random) -> Example:
    """Somebody at work, "she" as often as "he" whatever the job."""
    return Example("", draw(lambda r: tell_work(r, she=r.random() < 0.5), lambda made: made.text, rng, False).text)


DRAWN = {
    "turns": turn,
    "sums": sum_asked,
    "poems": lambda rng: Example("", draw(poem, str, rng, validation=False)),
    "cure": cure,
    "right": right,
    "level": level,
}


def batch(vocabulary: Vocabulary, examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets (n, T); what is given is not counted, and its target is -100."""
    rows = []
    for example in examples:
        given = vocabulary.encode(example.given) or [EOT]
        said = [*vocabulary.encode(example.said), *([EOT] if example.ends else [])]
        rows.append(((given + said)[:-1], [UNCOUNTED] * (len(given) - 1) + said))
    longest = max(len(read) for read, _ in rows)
    inputs, targets = (np.full((len(rows), longest), fill) for fill in (EOT, UNCOUNTED))
    for i, (read, counted) in enumerate(rows):
        inputs[i, : len(read)], targets[i, : len(counted)] = read, counted
    return inputs, targets


class Examples:
    """Those of a tuning. The same name of a step, the same examples."""

    def __init__(self, tuning: Tuning, vocabulary: Vocabulary, length: int):
        self.vocabulary, self.length = vocabulary, length
        own = pairs_of(tuning.pairs) if tuning.reads == "own" else []
        pairs = [Example(TURN.format(asked), said) for asked, said in own]
        self.draw = DRAWN.get(tuning.reads) or (lambda rng: rng.choice(pairs))

    def rows(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Inputs and targets (8, T) of a step."""
        rng = random.Random(name)
        inputs, targets = batch(self.vocabulary, [self.draw(rng) for _ in range(ROWS)])
        return inputs[:, : self.length], targets[:, : self.length]


def some(reads: str, n: int) -> list[tuple[str, str]]:
    """`n` examples of those that are drawn: what is given, and what shall be said; none of one's own."""
    rng = random.Random("tune shown")
    return (
        [(example.given, example.said) for example in (DRAWN[reads](rng) for _ in range(n))] if reads in DRAWN else []
    )
