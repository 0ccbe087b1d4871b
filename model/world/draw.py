"""What training draws from the world, and the part that it never sees.

Kept out are documents and captions whose checksum says so: what is measured on them is not memory of
the very same text.
"""

import random
import zlib
from collections.abc import Callable
from typing import TypeVar

from model.world.language.tongues import foreign
from model.world.language.typed import as_typed
from model.world.pictures.pictures import Picture
from model.world.rich import RICH, World

HELD_OUT = 32  # one text in so many
CAPTION_LISTS = 0.03  # documents that are lists of captions: so that a caption is also ordinary text
T = TypeVar("T")


def held_out(text: str) -> bool:
    """Whether this text is kept out of training."""
    return zlib.crc32(text.encode()) % HELD_OUT == 0


def draw(make: Callable[[random.Random], T], text_of: Callable[[T], str], rng: random.Random, validation: bool) -> T:
    """The first of `make(rng)` that belongs to the wanted part of the world."""
    while held_out(text_of(made := make(rng))) != validation:
        pass
    return made


def draw_text(rng: random.Random, validation: bool = False, world: World = RICH) -> str:
    """A document of the world."""

    def make(rng: random.Random) -> str:
        if rng.random() < CAPTION_LISTS:
            return "\n".join(draw_picture(rng, world=world).caption for _ in range(rng.randint(3, 8)))
        if not world.typed:
            return world.document(rng).text
        return foreign(rng) if rng.random() < world.foreign else as_typed(rng, *world.document(rng))

    return draw(make, str, rng, validation)


def draw_picture(rng: random.Random, validation: bool = False, world: World = RICH) -> Picture:
    """A picture of the world."""
    return draw(world.picture, lambda made: made.caption, rng, validation)
