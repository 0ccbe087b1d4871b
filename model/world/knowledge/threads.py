"""Little texts whose sentences go on with what the first one began: two to four about one thing, one day, one question.

Each row of the tables is one of them, in cells that are said one after the other; `[one|another]` choices within them
fit each other, so that a row gives some dozens of texts. `{n}` is somebody, `{m}` somebody else.
"""

import random
from functools import cache

from model.world.language.people import Person
from model.world.language.phrases import joined, polish, spin
from model.world.language.tables import Table

OFTEN = {  # table: how often each of its rows is told; plain words most, what takes a turn that nobody expects least
    "days": 1,
    "world": 1,
    "talk": 1,
    "openings": 1,
    "beginnings": 1,
    "people": 1,
    "thoughts": 1,
    "requests": 1,
    "fragments": 1,
    "turns": 1,
    "reasons": 1,
    "words": 0.4,
    "verbs": 0.4,
    "firsts": 1,
    "plain": 2,
    "told": 2,
    "again": 3,
}
TABLES = {kind: Table(__file__, f"threads_of_{kind}") for kind in OFTEN}
WHOLE = 0.75  # of the texts are told to their end, the others to any cell but the first
TWO = 0.1  # of them have another below


@cache
def rows(kind: str) -> tuple[tuple[str, ...], ...]:
    """Those of a table, each with two to five cells."""
    return tuple(row for _, block in TABLES[kind].items() for row in block.rows)


@cache
def shares() -> dict[str, float]:
    """How often a row of each table is told."""
    return {kind: often * len(rows(kind)) for kind, often in OFTEN.items()}


def drawn(rng: random.Random) -> tuple[str, ...]:
    """One of all rows."""
    (kind,) = rng.choices(list(OFTEN), list(shares().values()))
    return rng.choice(rows(kind))


def told(rng: random.Random, who: Person, other: Person) -> str:
    """One of them, of these people if of any."""
    cells = drawn(rng)
    cells = cells if rng.random() < WHOLE else cells[: rng.randint(2, len(cells))]
    known = {"n": who.name, "he": who.he, "him": who.him, "his": who.his, "He": who.He, "His": who.His}
    text = joined(*(spin(rng, cell) for cell in cells))
    return polish(text.format(**known, m=other.name))


def thread(rng: random.Random, who: Person, other: Person) -> str:
    """One of them, now and then two, one below the other."""
    return "\n".join(told(rng, who, other) for _ in range(2 if rng.random() < TWO else 1))
