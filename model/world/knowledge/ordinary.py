"""What belongs together on ordinary days: causes and effects, opinions and reasons, what is asked and answered."""

import random

from model.world.knowledge.daily import LINES as DAYS
from model.world.knowledge.say import Slots, say
from model.world.language.phrases import polish
from model.world.language.tables import Table

FIELDS = Table(__file__, "ordinary")
TOLD = " told"  # behind the name of a field: how its rows are told


def field(rng: random.Random) -> str:
    """A row of a field, told."""
    told = rng.choice([name for name in FIELDS if name.endswith(TOLD)])
    row = rng.choice(FIELDS[told.removesuffix(TOLD)].rows)
    who, he = rng.choice(DAYS["people"].columns(2))
    return polish(say(rng, Slots(dict(zip("abc", row, strict=False)) | {"who": who, "he": he}, {}), FIELDS[told]))


def ordinary(rng: random.Random) -> str:
    """One of them, now and then two."""
    return "\n".join(field(rng) for _ in range(rng.choice((1, 1, 1, 1, 2))))
