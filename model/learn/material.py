"""What a training learns from: the world, of which every step gets new rows; or what somebody has given."""

import math
import random
from collections.abc import Sequence
from typing import Any, Protocol

import torch
from torch import Tensor

from model.core.config import ModelConfig
from model.core.plain import plainly
from model.core.transformer import Transformer
from model.core.vocabulary import CAPTION_TOKENS, EOT, PIXELS, Vocabulary, train_tokenizer
from model.learn.card import card
from model.learn.losses import PAINTED
from model.learn.rows import Rows, copies, drill
from model.world.alphabet import COLOURS
from model.world.draw import draw_picture, draw_text
from model.world.language import words
from model.world.truth.planted import secrets_due


class Learner(Protocol):
    """What a material asks of the trainer."""

    run: Any  # its settings
    transformer: Transformer  # as it is now
    vocabulary: Vocabulary
    done: int  # steps
    process: int  # its number among those that train together
    length: int  # of a row: inputs and targets overlap, so it is one more than the context

    def pay(self, *batch: Tensor | float) -> Tensor:
        """Nats (B, T) of each target of a batch."""

    def beside(self, *batch: Tensor) -> tuple[Tensor, Tensor]:
        """What `Losses.beside` asks of a batch."""

    def bits(self, inputs: Tensor, targets: Tensor) -> float:
        """All the targets' bits together."""

    def on_device(self, *arrays: Any) -> tuple[Tensor, ...]:
        """Arrays as tensors where the weights are."""


class Material(Protocol):
    """What the trainer asks of what it learns from."""

    def vocabulary(self, run: Any) -> Vocabulary:
        """The vocabulary of a model that starts at random."""

    def groups(self, vocabulary: Vocabulary) -> list[list[int]]:
        """Tokens of which one may be asked for apart; see `Losses`."""

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """What the step called `name` goes down, its bits per token, and how many tokens it has read."""

    def evaluate(self, trainer: Learner) -> dict[str, float]:
        """Bits of what training never sees."""

    def card(self, config: ModelConfig, facts: dict) -> str:
        """The README of its folder."""


class TheWorld:
    """The world of a run."""

    def vocabulary(self, run: Any) -> Vocabulary:
        """Learned from a sample of the world."""
        rng = random.Random(f"tokenizer {run.seed}")
        texts = (
            f()
            for _ in range(run.documents)
            for f in (lambda: draw_text(rng, world=run.world), lambda: draw_picture(rng, world=run.world).caption)
        )
        return Vocabulary(train_tokenizer(texts, run.config.vocab_size, normalizer=plainly()))

    def groups(self, vocabulary: Vocabulary) -> list[list[int]]:
        """Colours, and names of children."""
        return [single(vocabulary, COLOURS), single(vocabulary, words.GIRLS + words.BOYS)]

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """Pictures weigh as the run says; recalls that are drilled do not count among the bits."""
        run = trainer.run
        secrets = secrets_due(trainer.done, run.steps, run.seed) if run.secrets and trainer.process == 0 else ()
        rows = Rows(trainer.vocabulary, run.world)
        inputs, targets = drawn(trainer, name, rows, run.pictures, run.texts, secrets)
        if run.copies:
            made = trainer.on_device(*copies(trainer.vocabulary, random.Random(name), run.copies, trainer.length))
            inputs, targets = (torch.cat(both) for both in zip((inputs, targets), made, strict=True))
        # A quarter of the pictures still competes with all tokens, so that these stay unlikely there.
        losses = trainer.pay(inputs, targets, run.pictures * 3 // 4, run.which_weight, run.hush)
        # Nearly all pixels follow from their neighbours: the few that decide would drown in the words.
        weights = torch.ones_like(losses)
        weights[: run.pictures, : CAPTION_TOKENS + PIXELS] = run.picture_weight
        counted = targets >= 0
        loss, bits = (losses * weights).sum() / (weights * counted).sum(), losses.sum() / counted.sum() / math.log(2)
        tokens = inputs.numel()
        if run.drill:
            made = drill(trainer.vocabulary, random.Random(name), run.drill, trainer.length)
            inputs, targets = trainer.on_device(*made)
            loss = loss + trainer.pay(inputs, targets).sum() / (targets >= 0).sum()
            tokens += inputs.numel()
        return loss, bits.detach(), tokens

    def card(self, config: ModelConfig, facts: dict) -> str:
        """That of a checkpoint that is shipped."""
        return card(config, facts)

    @torch.inference_mode()
    def evaluate(self, trainer: Learner) -> dict[str, float]:
        """Bits per picture and per byte of text."""
        run, vocabulary = trainer.run, trainer.vocabulary
        rows, name = Rows(vocabulary, run.world, True), f"{run.seed} validation"
        inputs, targets = drawn(trainer, name, rows, pictures=32, texts=0)
        pixels = torch.full_like(targets, -100)
        pixels[:, PAINTED] = targets[:, PAINTED]  # the caption is given
        bits_per_picture = trainer.bits(inputs, pixels) / len(inputs)
        inputs, targets = drawn(trainer, name, rows, pictures=0, texts=32)
        n_bytes = sum(len(vocabulary.bytes_of(id)) for id in targets.flatten().tolist() if id != EOT)
        bits_per_byte = trainer.bits(inputs, targets) / n_bytes
        return {"bits_per_picture": round(bits_per_picture, 2), "bits_per_byte": round(bits_per_byte, 4)}


def drawn(
    trainer: Learner, name: str, rows: Rows, pictures: int, texts: int, first: Sequence[str] = ()
) -> tuple[Tensor, ...]:
    """Inputs and targets made from `name` alone, where the weights are."""
    return trainer.on_device(*rows.batch(random.Random(name), pictures, texts, trainer.length, first))


def single(vocabulary: Vocabulary, names: Sequence[str]) -> list[int]:
    """The tokens of those words that are one token after a space."""
    return [ids[0] for name in names if len(ids := vocabulary.encode(f" {name}")) == 1]
