"""Rows of training data: the world, cut to the context length, made anew from a seed at each step.

A part of the world is never trained on: documents and captions whose checksum says so. So what is
measured on them is not memory of the very same text.
"""

import random
import zlib
from collections.abc import Callable
from typing import TypeVar

import numpy as np

from model.vocabulary import COLOUR_IDS, EOT, PAD, Vocabulary
from model.world.pictures import Picture, picture
from model.world.text import document

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


def draw_text(rng: random.Random, validation: bool = False) -> str:
    """A document of the world."""
    return draw(_text, str, rng, validation)


def _text(rng: random.Random) -> str:
    if rng.random() < CAPTION_LISTS:
        return "\n".join(draw_picture(rng).caption for _ in range(rng.randint(3, 8)))
    return document(rng).text


def draw_picture(rng: random.Random, validation: bool = False) -> Picture:
    """A picture of the world."""
    return draw(picture, lambda made: made.caption, rng, validation)


def text_row(vocabulary: Vocabulary, rng: random.Random, length: int, validation: bool = False) -> list[int]:
    """`length` ids: documents one after the other, each closed by <eot>; the first one starts the row."""
    row: list[int] = []
    while len(row) < length:
        row += [*vocabulary.encode(draw_text(rng, validation)), EOT]
    return row[:length]


def picture_row(vocabulary: Vocabulary, rng: random.Random, validation: bool = False) -> list[int]:
    """32 ids of caption and <image>, 256 of pixels, and <eot>."""
    made = draw_picture(rng, validation)
    return [*vocabulary.picture_prompt(made.caption), *(made.pixels.ravel() + COLOUR_IDS.start), EOT]


def batch(
    vocabulary: Vocabulary, rng: random.Random, pictures: int, texts: int, length: int, validation: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets, (pictures + texts, length - 1) each; a target of -100 is not counted."""
    rows = [picture_row(vocabulary, rng, validation)[:length] for _ in range(pictures)]
    rows += [text_row(vocabulary, rng, length, validation) for _ in range(texts)]
    ids = np.array(rows, dtype=np.int64)
    return ids[:, :-1], np.where(ids == PAD, -100, ids)[:, 1:]
