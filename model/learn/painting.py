"""What a training learns from that shall paint the world beside a teacher: `--teacher` without `--painted`.

The world's pictures are too many for a day of processors, and texts are forgotten meanwhile. So all pictures are
learned, in rows of their own, and texts are held as in `news`. What is slow is to learn the drawings: some of the
pictures are crowds, which show four of them and not one.
Muon's steps go where most of the gradient points, noise or not: what is held must weigh no more than pictures do, or
neither is learned nor held (`--keep 0.6 --hush 3 --picture-weight 10`).
"""

import math
import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from torch import Tensor

from model.core.vocabulary import CAPTION_TOKENS, PAD, PIXELS
from model.learn.losses import PAINTED
from model.learn.material import Learner
from model.learn.news import News, Tell, foreign
from model.learn.rows import Rows
from model.world.draw import draw
from model.world.known import known
from model.world.pictures.crowds import crowd

CROWDS = 2 / 7  # of the pictures
KNOWN = 0.7  # of the rows of answers; the others are answers to other languages


class Painting(News):
    """The world of such a run. Of its settings it takes pictures, texts, picture weight, hush and keep."""

    said, answers = 1, 0.2

    def asks(self, rng: random.Random) -> Sequence[Tell]:
        """One row alone."""
        return (known if rng.random() < KNOWN else foreign,)

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """Pixels weigh as the run says, captions as little as they are short; its bits are those of a pixel."""
        run, rng = trainer.run, random.Random(name)
        inputs, targets = trainer.on_device(*pictures(Rows(trainer.vocabulary, run.world), rng, run.pictures))
        # A quarter of the pictures still competes with all tokens, so that these stay unlikely there.
        nats = trainer.pay(inputs, targets, run.pictures * 3 // 4)
        pixels = nats[:, PAINTED]
        captions = (nats.sum() - pixels.sum()) / nats.numel()
        held, _, tokens = self.beside(trainer, replace(run, pictures=0), rng)
        loss = held + captions + run.picture_weight * pixels.mean()
        return loss, pixels.mean().detach() / math.log(2), tokens + inputs.numel()


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
