"""Pictures that no training has drawn: their captions are kept out of it, see `draw`."""

import random
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from model.world import rich
from model.world.draw import draw
from model.world.pictures.pictures import Picture

EACH = 10  # pictures of each digit
FITS = 28  # bytes: as many tokens at most, in any vocabulary; another digit and its article are three longer at most


def unseen(kind: str, seed: str) -> Iterator[Picture]:
    """Pictures of a kind with held-out captions, without end."""
    rng = random.Random(seed)
    while True:
        yield draw(rich.PAINTERS[kind], lambda made: made.caption, rng, validation=True)


@cache
def unseen_digits() -> tuple[Picture, ...]:
    """A hundred pictures of digits, ten of each, by turns: 0, 1, 2 ... 9, 0, 1 ...; all with short captions."""
    found: dict[int, list[Picture]] = defaultdict(list)
    pictures = unseen("digit", "digits to recognise")
    while sum(map(len, found.values())) < 10 * EACH:
        made = next(pictures)
        same = found[digit_of(made)]
        if len(same) < EACH and len(made.caption.encode()) <= FITS:
            same.append(made)
    return tuple(found[digit][i] for i in range(EACH) for digit in range(10))


def digit_of(made: Picture) -> int:
    """The digit that it shows."""
    return int(made.things[0].name)
