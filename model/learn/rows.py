"""Rows of training data: the world, cut to the context length, made anew from a seed at each step.

A part of the world is never trained on: documents and captions whose checksum says so. So what is
measured on them is not memory of the very same text.
"""

import random
import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from model.core.vocabulary import CLIP, COLOUR_IDS, EOT, PAD, TUNE, Vocabulary
from model.world import rich
from model.world.clips.clips import clip
from model.world.pictures import pictures
from model.world.pictures.pictures import Picture
from model.world.texts import text
from model.world.texts.recalls import asked
from model.world.texts.text import Document
from model.world.tunes.tunes import tune

HELD_OUT = 32  # one text in so many
CAPTION_LISTS = 0.03  # documents that are lists of captions: so that a caption is also ordinary text
T = TypeVar("T")


class World(NamedTuple):
    """What rows are made of; each part a function of a random generator."""

    document: Callable[[random.Random], Document]
    picture: Callable[[random.Random], Picture]
    tunes: float  # share of tunes among documents
    clips: float  # share of clips among pictures


FIRST = World(text.document, pictures.picture, 0, 0)
RICH = World(rich.document, rich.picture, 0.05, 0.04)
WORLDS = {"first": FIRST, "rich": RICH}


def held_out(text: str) -> bool:
    """Whether this text is kept out of training."""
    return zlib.crc32(text.encode()) % HELD_OUT == 0


def draw(make: Callable[[random.Random], T], text_of: Callable[[T], str], rng: random.Random, validation: bool) -> T:
    """The first of `make(rng)` that belongs to the wanted part of the world."""
    while held_out(text_of(made := make(rng))) != validation:
        pass
    return made


def draw_text(rng: random.Random, validation: bool = False, world: World = FIRST) -> str:
    """A document of the world."""

    def make(rng: random.Random) -> str:
        if rng.random() < CAPTION_LISTS:
            return "\n".join(draw_picture(rng, world=world).caption for _ in range(rng.randint(3, 8)))
        return world.document(rng).text

    return draw(make, str, rng, validation)


def draw_picture(rng: random.Random, validation: bool = False, world: World = FIRST) -> Picture:
    """A picture of the world."""
    return draw(world.picture, lambda made: made.caption, rng, validation)


def text_row(
    vocabulary: Vocabulary, rng: random.Random, length: int, validation: bool = False, world: World = FIRST
) -> list[int]:
    """`length` ids: documents one after the other, each closed by <eot>; the first one starts the row."""
    row: list[int] = []
    while len(row) < length:
        if world.tunes and rng.random() < world.tunes:
            made = draw(tune, lambda made: made.caption, rng, validation)
            row += [*vocabulary.encode(made.caption), TUNE, *made.ids, EOT]
        else:
            row += [*vocabulary.encode(draw_text(rng, validation, world)), EOT]
    return row[:length]


def picture_row(
    vocabulary: Vocabulary, rng: random.Random, validation: bool = False, world: World = FIRST
) -> list[int]:
    """32 ids of caption and <image> or <clip>, 256 of pixels, and <eot>."""
    if world.clips and rng.random() < world.clips:
        moving = draw(clip, lambda made: made.caption, rng, validation)
        return [*vocabulary.picture_prompt(moving.caption, CLIP), *(moving.frames.ravel() + COLOUR_IDS.start), EOT]
    made = draw_picture(rng, validation, world)
    return [*vocabulary.picture_prompt(made.caption), *(made.pixels.ravel() + COLOUR_IDS.start), EOT]


def batch(
    vocabulary: Vocabulary,
    rng: random.Random,
    pictures: int,
    texts: int,
    length: int,
    validation: bool = False,
    world: World = FIRST,
    first: Sequence[str] = (),
) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets, (pictures + texts, length - 1) each; a target of -100 is not counted.

    The texts `first` begin the first row of text, if there is one.
    """
    rows = [picture_row(vocabulary, rng, validation, world) for _ in range(pictures)]
    for row in rows:  # a picture is shorter than the context: text fills it up
        row[length:] = []
        row += text_row(vocabulary, rng, length - len(row), validation, world)
    rows += [text_row(vocabulary, rng, length, validation, world) for _ in range(texts)]
    if first and texts:
        told = [id for text in first for id in (*vocabulary.encode(text), EOT)]
        rows[pictures] = [*told, *rows[pictures]][:length]
    ids = np.array(rows, dtype=np.int64)
    return ids[:, :-1], np.where(ids == PAD, -100, ids)[:, 1:]


def drill(
    vocabulary: Vocabulary, rng: random.Random, rows: int, length: int, most: int = 7
) -> tuple[np.ndarray, np.ndarray]:
    """As `batch`: `rows` recalls of 2 to `most` things and at most `length` ids; only the answers are counted."""
    ids = np.full((rows, length), EOT)
    answers = np.zeros_like(ids, dtype=bool)
    longest = 0
    for row, counted in zip(ids, answers, strict=True):
        at = 0
        for piece, answer in asked(rng, most):
            new = vocabulary.encode(piece)[: length - at]
            row[at : at + len(new)], counted[at : at + len(new)] = new, answer
            at += len(new)
        longest = max(longest, at)
    ids, answers = ids[:, :longest], answers[:, :longest]
    return ids[:, :-1], np.where(answers, ids, -100)[:, 1:]
