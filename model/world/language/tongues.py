"""Other languages: what people type in them, and that a model which has learned only English says so."""

import random

from model.world.language.phrases import word_it
from model.world.language.tables import Table

TABLE, SAID = Table(__file__, "tongues"), "said"


def languages() -> list[str]:
    """Those that the table holds."""
    return [name for name in TABLE if name != SAID]


def spoken(rng: random.Random) -> tuple[str, str]:
    """What somebody says in another language, and what is answered in English."""
    language = rng.choice(languages())
    line = rng.choice(TABLE[language])
    return line.lower() if rng.random() < 0.25 else line, word_it(rng, TABLE[SAID], {"language": language})


def foreign(rng: random.Random) -> str:
    """One to three such lines, each with its answer below."""
    return "\n".join(line for _ in range(rng.choice((1, 1, 2, 3))) for line in spoken(rng))
