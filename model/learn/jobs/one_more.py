"""One size more for our own scaling law: trained and measured as those of `model.learn.scale`."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from torch import Tensor

from model.core.vocabulary import Vocabulary
from model.learn import scale
from model.learn.jobs.lesson import Lesson
from model.learn.jobs.texts import Texts
from model.learn.material import Learner, TheWorld

STEPS = max(scale.AMOUNTS) // (scale.ROWS * scale.CONTEXT)  # that read the most text of the study, once


class OneMore(Texts):
    """The study's text in its order, its vocabulary, and the unseen rows that all its sizes are measured on."""

    measured = 6  # times: each takes as long as forty steps
    rates: Mapping[str, float] = {"lr": scale.PLAIN.lr, "muon_lr": scale.PLAIN.muon_lr}

    def __init__(self, lesson: Lesson):
        self.seed, self.beginning = lesson.seed, "Once upon a time"

    def learned(self) -> Vocabulary:
        """That of all sizes."""
        return TheWorld().vocabulary(replace(scale.PLAIN, config=scale.plan()[0].config))

    def ids(self, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
        """Of what is read and of what is not."""
        if not hasattr(self, "_ids"):
            read = scale.text(vocabulary, f"scale {self.seed}", max(scale.AMOUNTS))
            unseen = scale.text(vocabulary, "scale unseen", scale.UNSEEN * scale.CONTEXT, validation=True)
            self._ids = [read.numpy(), unseen.numpy()]
        return tuple(self._ids)

    def rows_of(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Inputs and targets (R, 64), each token once."""
        return ids[:-1].reshape(-1, scale.CONTEXT), ids[1:].reshape(-1, scale.CONTEXT)

    def unseen(self, vocabulary: Vocabulary, length: int) -> tuple[np.ndarray, np.ndarray]:
        """All of them."""
        return self.rows_of(self.ids(vocabulary)[1])

    def counted(self, vocabulary: Vocabulary, length: int) -> None:
        """The study does not count."""

    def loss(self, learner: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """The rows whose turn it is; after the last one the text begins again."""
        rows, first = self.rows_of(self.ids(learner.vocabulary)[0]), learner.done % STEPS * scale.ROWS
        inputs, targets = learner.on_device(*(np.ascontiguousarray(part[first : first + scale.ROWS]) for part in rows))
        loss = self.pay(learner, inputs, targets).mean()
        return loss, loss.detach() / math.log(2), inputs.numel()
