"""Little texts whose sentences go on with what the first one began: two to four about one thing, one day, one question.

Each row of the tables is one of them, in cells that are said one after the other; `[one|another]` choices within them
fit each other, so that a row gives some dozens of texts. `{n}` is somebody, `{m}` somebody else.
"""

import random
from functools import cache

from model.world.language.people import Person
from model.world.language.phrases import joined, polish, spin
from model.world.language.tables import Table

KINDS = (
    "days",
    "world",
    "talk",
    "openings",
    "beginnings",
    "people",
    "thoughts",
    "requests",
    "fragments",
    "turns",
    "reasons",
)
TABLES = tuple(Table(__file__, f"threads_of_{kind}") for kind in KINDS)
WHOLE = 0.75  # of the texts are told to their end, the others to any cell but the first
TWO = 0.1  # of them have another below


@cache
def rows() -> tuple[tuple[str, ...], ...]:
    """All of them, each with two to five cells."""
    return tuple(row for table in TABLES for _, block in table.items() for row in block.rows)


def told(rng: random.Random, who: Person, other: Person) -> str:
    """One of them, of these people if of any."""
    cells = rng.choice(rows())
    cells = cells if rng.random() < WHOLE else cells[: rng.randint(2, len(cells))]
    known = {"n": who.name, "he": who.he, "him": who.him, "his": who.his, "He": who.He, "His": who.His}
    text = joined(*(spin(rng, cell) for cell in cells))
    return polish(text.format(**known, m=other.name))


def thread(rng: random.Random, who: Person, other: Person) -> str:
    """One of them, now and then two, one below the other."""
    return "\n".join(told(rng, who, other) for _ in range(2 if rng.random() < TWO else 1))
