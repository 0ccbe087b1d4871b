"""Rows of training data: the world, cut to the context length, made anew from a seed at each step."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, EOT, IMAGE, PAD, TUNE, Vocabulary
from model.found.painted import UNSEEN, painted_rows
from model.world.clips.clips import clip
from model.world.draw import draw, draw_picture, draw_text
from model.world.rich import RICH, World
from model.world.texts.recalls import asked
from model.world.tunes.tunes import tune


@dataclass(frozen=True)
class Rows:
    """Makes rows of ids, each from a random generator: in which vocabulary, of which world, from which part of it."""

    vocabulary: Vocabulary
    world: World = RICH
    validation: bool = False  # what training never sees
    painted: str = ""  # an .npz with `rows` (n, 289) in place of the world's pictures: see `picture`

    def text(self, rng: random.Random, length: int) -> list[int]:
        """`length` ids: documents one after the other, each closed by <eot>; the first one starts the row."""
        row: list[int] = []
        while len(row) < length:
            if self.world.tunes and rng.random() < self.world.tunes:
                made = draw(tune, lambda made: made.caption, rng, self.validation)
                row += [*self.vocabulary.encode(made.caption), TUNE, *made.ids, EOT]
            else:
                row += [*self.vocabulary.encode(draw_text(rng, self.validation, self.world)), EOT]
        return row[:length]

    def picture(self, rng: random.Random) -> list[int]:
        """32 ids of caption and <image> or <clip>, 256 of pixels, and <eot>."""
        if self.painted:
            kept = painted_rows(self.painted)
            some = kept[:UNSEEN] if self.validation else kept[UNSEEN:]
            return some[rng.randrange(len(some))].tolist()
        if self.world.clips and rng.random() < self.world.clips:
            made, kind = draw(clip, lambda made: made.caption, rng, self.validation), CLIP
        else:
            made, kind = draw_picture(rng, self.validation, self.world), IMAGE
        return self.row(made.caption, made.frames if kind == CLIP else made.pixels, kind) or self.picture(rng)

    def row(self, caption: str, colours: np.ndarray, kind: int = IMAGE) -> list[int]:
        """The ids of `picture`; none if the caption is too long: a small vocabulary cuts it into many."""
        if len(self.vocabulary.encode(caption)) >= CAPTION_TOKENS:
            return []
        return [*self.vocabulary.picture_prompt(caption, kind), *(colours.ravel() + COLOUR_IDS.start), EOT]

    def batch(
        self, rng: random.Random, pictures: int, texts: int, length: int, first: Sequence[str] = ()
    ) -> tuple[np.ndarray, np.ndarray]:
        """Inputs and targets, (pictures + texts, length - 1) each; a target of -100 is not counted.

        The texts `first` begin the first row of text, if there is one.
        """
        rows = [self.picture(rng) for _ in range(pictures)]
        for row in rows:  # a picture is shorter than the context: text fills it up
            row[length:] = []
            row += self.text(rng, length - len(row))
        rows += [self.text(rng, length) for _ in range(texts)]
        if first and texts:
            told = [id for text in first for id in (*self.vocabulary.encode(text), EOT)]
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


def copies(vocabulary: Vocabulary, rng: random.Random, rows: int, length: int) -> tuple[np.ndarray, np.ndarray]:
    """As `batch`: random pieces of text, up to four dozen at a time, said twice or three times.

    What is said first is not counted, nor the first piece of what is said again, which nothing announces.
    The rest nothing but copying tells, so induction heads stay (Olsson et al. 2022), and no noise is learned.
    """
    ids, again = np.empty((rows, length), np.int64), np.zeros((rows, length), bool)
    for row, counted in zip(ids, again, strict=True):
        at = 0
        while at < length:
            said = rng.choices(vocabulary.words, k=rng.randint(2, 48))
            end = min(length, at + len(said) * rng.choice((2, 2, 3)))
            row[at:end] = np.resize(said, end - at)
            counted[at + len(said) + 1 : end] = True
            at = end
    return ids[:, :-1], np.where(again, ids, -100)[:, 1:]
