"""What a training learns from that shall learn something new, and leave all else: `python -m model.learn --teacher`.

A training on the whole world moves everything: its gradients are mostly noise, and what was known drifts away. Here
only what is new, or may be known better, is learned from its targets: in which language somebody speaks, how a text
ends that ends with what can be known, and pictures that the teacher has not rehearsed. Of everything else the dice are
held to the teacher's (learning without forgetting, Li & Hoiem 2016): from its own weights that asks for no step at all.
Half of the texts are bent, words missing or from elsewhere, so that the dice stay also after what nobody has written;
three rows more are what the learner says itself (see `own`).
AdamW's steps are as long for a weight of which hardly anything is asked as for others, unless its epsilon is large:
then such a weight hardly moves.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from model.core.vocabulary import EOT, PAD
from model.found.painted import FILE, UNSEEN, painted_rows
from model.learn.losses import PAINTED
from model.learn.material import Learner, TheWorld
from model.learn.own import own_row, own_texts
from model.learn.rows import Rows
from model.world.alphabet import NAMED
from model.world.known import known
from model.world.language.tongues import spoken

BENT = 0.5  # of the texts
LOST = (0.03, 0.08, 0.15)  # of the tokens of a bent text: as often one as the other
FRESH = 0.6  # of the pictures: such as the teacher has not rehearsed, if there are any
OTHER = 0.5  # of these texts have another text before them
SHORT = 120  # tokens of it at most
Tell = Callable[[random.Random], tuple[str, str]]  # what draws a text in two parts, of which the second is learned


class News(TheWorld):
    """The world of a run beside a teacher: rows of answers to other languages and of what is known, then those held.

    Of the run's settings it takes pictures, texts, picture weight, hush and keep; no secrets, copies or drill.
    """

    own: Sequence[list[int]] = ()  # texts that the learner says itself, made when first asked for
    said = 3  # rows of them in a step
    answers = 0.6  # weight of what is answered to other languages, and of what is known

    def asks(self, rng: random.Random) -> Sequence[Tell]:
        """What draws the texts of whose ends a step learns, a row each."""
        return foreign, known

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """What is new goes down, pictures as heavy as the run says; what is held weighs `keep`, pixels so, too."""
        return self.beside(trainer, trainer.run, random.Random(name))

    def beside(self, trainer: Learner, run: Any, rng: random.Random) -> tuple[Tensor, Tensor, int]:
        """The same by the settings of `run`."""
        plain = Rows(trainer.vocabulary, replace(run.world, foreign=0))
        self.own = self.own or own_texts(trainer.transformer, plain, run.seed)
        ids, new = trainer.on_device(*self.rows(run, plain, trainer.length, rng))
        inputs, targets, new = ids[:, :-1], torch.where(ids == PAD, -100, ids)[:, 1:], new[:, 1:]
        losses, alarms = trainer.beside(inputs, targets, new)
        counted, painted = targets >= 0, torch.zeros_like(new)
        painted[: run.pictures, PAINTED] = True

        def mean(nats: Tensor, where: Tensor) -> Tensor:
            return nats[where & counted].sum() / (where & counted).sum().clamp(min=1)

        held = mean(losses, ~new & ~painted) + run.picture_weight * mean(losses, ~new & painted)
        learned = self.answers * mean(losses, new & ~painted) + run.picture_weight * mean(losses, new & painted)
        bits = mean(losses, new) / math.log(2)
        return run.keep * held + learned + run.hush * mean(alarms, ~new & ~painted), bits.detach(), inputs.numel()

    def rows(self, run: Any, plain: Rows, length: int, rng: random.Random) -> tuple[np.ndarray, np.ndarray]:
        """Ids (n, T), and which of them are new: pictures, fresh ones first, rows of answers, texts, `own` ones.

        The pictures that are held come from the file and from the world by turns: of these the teacher's dice are held
        on captions that it never read.
        """
        fresh, old = parted(run.teacher, run.painted) if run.pictures else ((), ())
        some = round(FRESH * run.pictures) if len(fresh) else 0
        sources = [fresh] * some + [old, None] * run.pictures
        made = [picture(plain, rng, source, length) for source in sources[: run.pictures]]
        asked = [answered(plain, rng, length, tell) for tell in self.asks(rng)]
        texts = [plain.text(rng, length) for _ in range(run.texts)]
        bent = round(BENT * run.texts)
        bends = [bend(plain, rng, row) for row in texts[:bent]]
        said = [own_row(self.own, rng, length) for _ in range(self.said)]
        ids = np.array([*made, *(row for row, _ in asked), *bends, *texts[bent:], *said], dtype=np.int64)
        new = np.zeros(ids.shape, bool)
        new[:some, PAINTED.start + 1 : PAINTED.stop + 1] = True
        new[run.pictures : run.pictures + len(asked)] = [told for _, told in asked]
        return ids, new


@cache
def parted(teacher: str, painted: str) -> tuple[np.ndarray, np.ndarray]:
    """The rows of a file of pictures that a teacher has not rehearsed, if any, and those that it has."""
    file = Path(teacher) / FILE
    known = set(map(bytes, painted_rows(str(file)))) if file.is_file() else set()
    made = painted_rows(painted)[UNSEEN:]
    is_known = np.array([bytes(row) in known for row in made])
    if not is_known.any():
        raise ValueError(f"{painted} needs pictures that {teacher} has rehearsed.")
    return made[~is_known], made[is_known]


def picture(plain: Rows, rng: random.Random, some: np.ndarray | None, length: int) -> list[int]:
    """One of some rows, or of the world's pictures, with text behind it."""
    row = (plain.picture(rng) if some is None else some[rng.randrange(len(some))].tolist())[:length]
    return row + plain.text(rng, length - len(row))


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
