"""Other languages: what people type in them, and that a model which has learned only English says so."""

import random

from model.world.language.phrases import word_it
from model.world.language.tables import Table

TABLE, SAID = Table(__file__, "tongues"), "said"


def languages() -> list[str]:
    """Those that the table holds."""
    return [name for name in TABLE if name != SAID]


def foreign(rng: random.Random) -> str:
    """One to three things that somebody says in other languages, each with its answer in English below."""
    asked = []
    for language in rng.choices(languages(), k=rng.choice((1, 1, 2, 3))):
        line = rng.choice(TABLE[language])
        line = line.lower() if rng.random() < 0.25 else line
        asked.append(f"{line}\n{word_it(rng, TABLE[SAID], {'language': language})}")
    return "\n".join(asked)
