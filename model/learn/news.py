"""What a training learns from that shall learn something new, and leave all else: `python -m model.learn --teacher`.

A training on the whole world moves everything: its gradients are mostly noise, and what was known drifts away. Here
only what is new is learned from its targets: in which language somebody speaks, and pictures that the teacher has not
rehearsed. Of everything else the dice are held to the teacher's (learning without forgetting, Li & Hoiem 2016): from
its own weights that asks for no step at all. Half of the texts are bent, words missing or from elsewhere, so that the
dice stay also after what nobody has written.
"""

import math
import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from model.core.vocabulary import EOT, PAD
from model.found.painted import FILE, UNSEEN, painted_rows
from model.learn.losses import PAINTED
from model.learn.material import Learner, TheWorld
from model.learn.rows import Rows
from model.world.alphabet import NAMED
from model.world.language.tongues import spoken

BENT = 0.5  # of the texts
LOST = (0.03, 0.08, 0.15)  # of the tokens of a bent text: as often one as the other
FRESH = 0.6  # of the pictures: such as the teacher has not rehearsed, if there are any
ANSWERS = 0.3  # weight of what is answered to other languages
OTHER = 0.5  # of the answers have another text before them
SHORT = 120  # tokens of it at most


class News(TheWorld):
    """The world of a run beside a teacher: its rows of text, and one more, in which other languages are answered.

    Of the run's settings it takes pictures, texts, picture weight, hush and keep; no secrets, copies or drill.
    """

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """What is new goes down, pictures as heavy as the run says; what is held weighs `keep`, pixels so, too."""
        run = trainer.run
        ids, new = trainer.on_device(*rows(trainer, random.Random(name)))
        inputs, targets, new = ids[:, :-1], torch.where(ids == PAD, -100, ids)[:, 1:], new[:, 1:]
        losses, alarms = trainer.beside(inputs, targets, new)
        counted, painted = targets >= 0, torch.zeros_like(new)
        painted[: run.pictures, PAINTED] = True

        def mean(nats: Tensor, where: Tensor) -> Tensor:
            return nats[where & counted].sum() / (where & counted).sum().clamp(min=1)

        held = mean(losses, ~new & ~painted) + run.picture_weight * mean(losses, ~new & painted)
        learned = ANSWERS * mean(losses, new & ~painted) + run.picture_weight * mean(losses, new & painted)
        bits = mean(losses, new) / math.log(2)
        return run.keep * held + learned + run.hush * mean(alarms, ~new & ~painted), bits.detach(), inputs.numel()


def rows(trainer: Learner, rng: random.Random) -> tuple[np.ndarray, np.ndarray]:
    """Ids (n, T), and which of them are new: pictures, fresh ones first, then one row of answers, then texts.

    The pictures that are held come from the file and from the world by turns: of these the teacher's dice are held on
    captions that it never read.
    """
    run, length = trainer.run, trainer.length
    plain = Rows(trainer.vocabulary, replace(run.world, foreign=0))
    fresh, known = parted(run.teacher, run.painted)
    some = round(FRESH * run.pictures) if len(fresh) else 0
    sources = [fresh] * some + [known, None] * run.pictures
    made = [picture(plain, rng, source, length) for source in sources[: run.pictures]]
    answers, told = answered(plain, rng, length)
    texts = [plain.text(rng, length) for _ in range(run.texts)]
    bent = round(BENT * run.texts)
    ids = np.array([*made, answers, *(bend(plain, rng, row) for row in texts[:bent]), *texts[bent:]], dtype=np.int64)
    new = np.zeros(ids.shape, bool)
    new[:some, PAINTED.start + 1 : PAINTED.stop + 1] = True
    new[run.pictures] = told
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


def answered(plain: Rows, rng: random.Random, length: int) -> tuple[list[int], list[bool]]:
    """What people say in other languages, each with its answer, between other texts; of each id, whether it is new."""
    ids, new = [], []
    while len(ids) < length:
        question, answer = spoken(rng)
        other = [*plain.text(rng, rng.randint(1, SHORT)), EOT] if rng.random() < OTHER else []
        before = [*other, *plain.vocabulary.encode(f"{question}\n")]
        after = [*plain.vocabulary.encode(answer), EOT]
        ids += before + after
        new += [False] * len(before) + [True] * len(after)
    return ids[:length], new[:length]
