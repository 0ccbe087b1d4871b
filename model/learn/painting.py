"""Pictures from which a training learns beside a teacher: all of the world, some of them crowds.

What is slow is to learn the drawings: a crowd shows four of them, and not one.
"""

import random

import numpy as np

from model.core.vocabulary import CAPTION_TOKENS, PAD, PIXELS
from model.learn.rows import Rows
from model.world.draw import draw
from model.world.pictures.crowds import crowd

CROWDS = 2 / 7  # of the pictures


def pictures(plain: Rows, rng: random.Random, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets (n, 288) of pictures, crowds first; a target of -100 is not counted."""
    length, crowds = CAPTION_TOKENS + PIXELS + 1, round(CROWDS * n)
    ids = np.array([crowded(plain, rng) for _ in range(crowds)], np.int64).reshape(crowds, length)
    inputs, targets = plain.batch(rng, n - crowds, 0, length)
    told = np.where(ids == PAD, -100, ids)
    return np.concatenate([ids[:, :-1], inputs]), np.concatenate([told[:, 1:], targets])


def crowded(plain: Rows, rng: random.Random) -> list[int]:
    """A row of a crowd; of another picture where its caption is too long for one."""
    made = draw(crowd, lambda made: made.caption, rng, validation=False)
    return plain.row(made.caption, made.pixels) or plain.picture(rng)
