"""What all that a visitor's model learns from has in common: rows of ids, some of which training never sees."""

import math
import random
from collections.abc import Mapping
from functools import cached_property

import numpy as np
import torch
from torch import Tensor

from model.core.config import ModelConfig
from model.core.vocabulary import Vocabulary
from model.learn.material import Learner

CARD = """# A small model

Trained with Weighted Dice: {layers} layers of width {width}, a context of {context} tokens, {steps:,} steps.

```python
from transformers import AutoModelForCausalLM, AutoTokenizer

model, tokenizer = AutoModelForCausalLM.from_pretrained("."), AutoTokenizer.from_pretrained(".")
```
"""


class Given:
    """What all have: rows of ids, some of which training never sees."""

    rows = 8  # in a step
    measured = 40  # times that the unseen is measured
    rates: Mapping[str, float] = {"lr": 3e-3, "muon_lr": 0.02}
    best: float | None = None  # bits a token of the best model that there can be, where that is known
    beginning = ""  # of what it says at each step
    caption = ""  # of what it paints

    def learned(self) -> Vocabulary:
        """The vocabulary, made anew."""
        raise NotImplementedError

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return self.learned()

    def vocabulary(self, run: object) -> Vocabulary:
        """Learned once, whoever asks."""
        return self._vocabulary

    def groups(self, vocabulary: Vocabulary) -> list[list[int]]:
        """None is asked for apart."""
        return []

    def batch(self, vocabulary: Vocabulary, rng: random.Random, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Inputs and targets (rows, T) of one step; a target of -100 is not counted."""
        raise NotImplementedError

    def unseen(self, vocabulary: Vocabulary, length: int) -> tuple[np.ndarray, np.ndarray]:
        """The same of what it never sees."""
        raise NotImplementedError

    def counted(self, vocabulary: Vocabulary, length: int) -> float | None:
        """Bits a token of a 5-gram model of the same text on what is unseen; None where counting says nothing."""
        return None

    def card(self, config: ModelConfig, facts: dict) -> str:
        """The README of its folder: how to open it."""
        return CARD.format(layers=config.n_layer, width=config.n_embd, context=config.n_positions, **facts)

    def pay(self, learner: Learner, inputs: Tensor, targets: Tensor) -> Tensor:
        """Nats of each target."""
        return learner.pay(inputs, targets)

    def loss(self, learner: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """Mean surprise of all targets of a step."""
        made = self.batch(learner.vocabulary, random.Random(name), learner.length)
        inputs, targets = learner.on_device(*made)
        loss = self.pay(learner, inputs, targets).sum() / (targets >= 0).sum()
        return loss, loss.detach() / math.log(2), inputs.numel()

    @torch.inference_mode()
    def evaluate(self, learner: Learner) -> dict[str, float]:
        """Bits a token of what is unseen."""
        inputs, targets = learner.on_device(*self.unseen(learner.vocabulary, learner.length))
        bits = self.pay(learner, inputs, targets).sum() / (targets >= 0).sum() / math.log(2)
        return {"unseen": round(bits.item(), 4)}

    @torch.inference_mode()
    def guessed(self, learner: Learner) -> tuple[int, int]:
        """Of how many unseen targets the likeliest token is right, and how many are asked."""
        inputs, targets = learner.on_device(*self.unseen(learner.vocabulary, learner.length))
        right = learner.transformer(inputs).argmax(-1) == targets
        return int(right.sum()), int((targets >= 0).sum())
