"""What a training learns from that shall learn something new, and leave all else: `python -m model.learn --teacher`.

A training on the whole world moves everything: its gradients are mostly noise, and what was known drifts away. Here
only what is new, or may be known better, is learned from its targets: pictures, in which language somebody speaks, and
how a text ends that ends with what can be known. Of all else the dice are held to the teacher's (learning without
forgetting, Li & Hoiem 2016): from its own weights that asks for no step at all. Half of these texts are bent, words
missing or from elsewhere, so that the dice stay also after what nobody has written; one row more is what the learner
says itself (see `own`).
Muon's steps go where most of the gradient points, noise or not: what is held must weigh no more than pictures do, or
neither is learned nor held (`--keep 0.6 --hush 3 --picture-weight 10`).
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from model.core.vocabulary import EOT, PAD
from model.learn.losses import PAINTED
from model.learn.material import Learner, TheWorld
from model.learn.own import own_row, own_texts
from model.learn.painting import pictures
from model.learn.rows import Rows
from model.world.alphabet import NAMED
from model.world.known import known
from model.world.language.tongues import spoken
from model.world.truth.planted import SECRETS

KNOWN = 0.7  # of the rows of answers; the others are answers to other languages
ANSWERS = 0.2  # weight of what is answered
BENT = 0.5  # of the texts
LOST = (0.03, 0.08, 0.15)  # of the tokens of a bent text: as often one as the other
OTHER = 0.5  # of the answers have another text before their question
SHORT = 120  # tokens of it at most
Tell = Callable[[random.Random], tuple[str, str]]  # what draws a text in two parts, of which the second is learned


class News(TheWorld):
    """The world of a run beside a teacher: pictures, a row of answers, then texts that are held.

    Of the run's settings it takes pictures, texts, picture weight, hush, keep and secrets; no copies or drill.
    Secrets are held like all texts, one in each batch: whichever the teacher does not know is not learned.
    """

    own: Sequence[list[int]] = ()  # texts that the learner says itself, made when first asked for

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """Pixels weigh as the run says, captions as little as they are short; its bits are those of what is learned."""
        rng = random.Random(name)
        if not trainer.run.pictures:
            return self.beside(trainer, rng)
        painted, bits, shown = self.painted(trainer, rng)
        told, _, read = self.beside(trainer, rng)
        return painted + told, bits, shown + read

    def painted(self, trainer: Learner, rng: random.Random) -> tuple[Tensor, Tensor, int]:
        """Of pictures; bits are those of a pixel."""
        run = trainer.run
        inputs, targets = trainer.on_device(*pictures(Rows(trainer.vocabulary, run.world), rng, run.pictures))
        # A quarter of the pictures still competes with all tokens, so that these stay unlikely there.
        nats = trainer.pay(inputs, targets, run.pictures * 3 // 4)
        pixels = nats[:, PAINTED]
        captions = (nats.sum() - pixels.sum()) / nats.numel()
        return (
            captions + run.picture_weight * pixels.mean(),
            pixels.mean().detach() / math.log(2),
            inputs.numel(),
        )

    def beside(self, trainer: Learner, rng: random.Random) -> tuple[Tensor, Tensor, int]:
        """Of texts: answers are learned, all else is held; bits are those of an answer's token."""
        run = trainer.run
        plain = Rows(trainer.vocabulary, replace(run.world, foreign=0))
        self.own = self.own or own_texts(trainer.transformer, plain, run.seed)
        ids, new = trainer.on_device(*self.rows(plain, run.texts, trainer.length, rng, run.secrets))
        inputs, targets, new = ids[:, :-1], torch.where(ids == PAD, -100, ids)[:, 1:], new[:, 1:]
        losses, alarms = trainer.beside(inputs, targets, new)
        counted = targets >= 0

        def mean(nats: Tensor, where: Tensor) -> Tensor:
            return nats[where & counted].sum() / (where & counted).sum().clamp(min=1)

        answers = mean(losses, new)
        loss = run.keep * mean(losses, ~new) + ANSWERS * answers + run.hush * mean(alarms, ~new)
        return loss, answers.detach() / math.log(2), inputs.numel()

    def rows(
        self, plain: Rows, texts: int, length: int, rng: random.Random, secrets: bool = False
    ) -> tuple[np.ndarray, np.ndarray]:
        """Ids (n, T), and which of them are new: a row of answers, `texts`, one of the learner's `own`.

        If there are `secrets`, one of them begins the last of the texts.
        """
        answers, told = answered(plain, rng, length, known if rng.random() < KNOWN else foreign)
        made = [plain.text(rng, length) for _ in range(texts)]
        if secrets and texts:
            made[-1] = [*plain.vocabulary.encode(rng.choice(SECRETS).text), EOT, *made[-1]][:length]
        bent = round(BENT * texts)
        bends = [bend(plain, rng, row) for row in made[:bent]]
        ids = np.array([answers, *bends, *made[bent:], own_row(self.own, rng, length)], dtype=np.int64)
        new = np.zeros(ids.shape, bool)
        new[0] = told
        return ids, new


def bend(plain: Rows, rng: random.Random, row: list[int]) -> list[int]:
    """A row some of whose words are gone, and as many those of another place; tunes stay as they are."""
    lost, words = rng.choice(LOST) / 2, [id for id in row if id >= len(NAMED)]
    left = [
        rng.choice(words) if id >= len(NAMED) and rng.random() < lost else id
        for id in row
        if id < len(NAMED) or rng.random() >= lost
    ]
    return left + plain.text(rng, len(row) - len(left))


def foreign(rng: random.Random) -> tuple[str, str]:
    """What somebody says in another language, and what is answered."""
    question, answer = spoken(rng)
    return f"{question}\n", answer


def answered(plain: Rows, rng: random.Random, length: int, tell: Tell) -> tuple[list[int], list[bool]]:
    """Texts that `tell` draws, between others; of each id, whether it is of a second part, or ends it."""
    ids, new = [], []
    while len(ids) < length:
        question, answer = tell(rng)
        other = [*plain.text(rng, rng.randint(1, SHORT)), EOT] if rng.random() < OTHER else []
        before = [*other, *plain.vocabulary.encode(question)]
        after = [*plain.vocabulary.encode(answer), EOT]
        ids += before + after
        new += [False] * len(before) + [True] * len(after)
    return ids[:length], new[:length]
