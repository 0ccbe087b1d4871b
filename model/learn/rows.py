"""Rows of training data: the world, cut to the context length, made anew from a seed at each step."""

import random
from collections.abc import Sequence

import numpy as np

from model.core.vocabulary import CLIP, COLOUR_IDS, EOT, PAD, TUNE, Vocabulary
from model.world.clips.clips import clip
from model.world.draw import draw, draw_picture, draw_text
from model.world.rich import RICH, World
from model.world.texts.recalls import asked
from model.world.tunes.tunes import tune


def text_row(
    vocabulary: Vocabulary, rng: random.Random, length: int, validation: bool = False, world: World = RICH
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


def picture_row(vocabulary: Vocabulary, rng: random.Random, validation: bool = False, world: World = RICH) -> list[int]:
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
    world: World = RICH,
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
