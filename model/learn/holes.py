"""What a masked model learns from: the world with holes (Devlin et al. 2019), few or many of them (Sahoo et al. 2024).

What stands in a hole is told one place before it, as a causal model tells the next token: from such weights a masked
model learns fastest. So a text begins with <eot>, and its first token can be a hole, too.
"""

import math
import random

import numpy as np
import torch
from torch import Tensor

from model.core.config import ModelConfig
from model.core.vocabulary import CAPTION_TOKENS, EOT, MASK, PAD, PIXELS
from model.learn.card import masked_card
from model.learn.material import Learner, TheWorld
from model.learn.rows import Rows

USUAL, SIDE = 0.15, 16  # the share of holes when it is measured, BERT's; pixels in a line
TRAINED = 0.3  # and in half of the rows of training: more is learned from each (Wettig et al. 2023)
LONG = CAPTION_TOKENS + PIXELS + 1  # tokens of a row with a picture and <eot>
SHORT = (24, 48, 96)  # and of one that is as short as what people type, with nothing behind it


class Holes(TheWorld):
    """The world of a run, with holes: half of the steps read long rows, the others many short ones, of text alone."""

    def loss(self, trainer: Learner, name: str) -> tuple[Tensor, Tensor, int]:
        """Each row weighs alike, however many holes it has; those of pictures as the run says."""
        run, rng = trainer.run, random.Random(f"{name} rows")
        pictures, texts, length = run.pictures, run.texts, LONG
        if rng.random() < 0.5:
            length = rng.choice(SHORT) + 1
            pictures, texts = 0, (pictures + texts) * LONG // length
        inputs, targets = trainer.on_device(*holed(trainer, name, pictures, texts, length))
        losses, counted = trainer.pay(inputs, targets), targets >= 0
        weights = counted / counted.sum(1, keepdim=True).clamp(min=1)
        weights[:pictures] *= run.picture_weight
        bits = losses.sum() / counted.sum() / math.log(2)
        return (losses * weights).sum() / weights.sum(), bits.detach(), inputs.numel()

    def card(self, config: ModelConfig, facts: dict) -> str:
        """That of the masked checkpoint."""
        return masked_card(config, facts)

    @torch.inference_mode()
    def evaluate(self, trainer: Learner) -> dict[str, float]:
        """Of unseen rows: share of holes of which the likeliest token is right, bits of one, and of a pixel's."""
        told = {}
        for kind, pictures, texts, length in (("pixel", 32, 0, LONG), ("hole", 0, 160, SHORT[1])):
            made = holed(trainer, f"{trainer.run.seed} validation", pictures, texts, length, validation=True)
            inputs, targets = trainer.on_device(*made)
            there = targets >= 0
            told[f"bits_per_{kind}"] = round(trainer.bits(inputs, targets) / there.sum().item(), 4)
            likeliest = trainer.transformer.score(trainer.transformer.stream(inputs)[there]).argmax(-1)
            told[f"{kind}s_right"] = round((likeliest == targets[there]).float().mean().item(), 4)
        return told


def holed(
    trainer: Learner, name: str, pictures: int, texts: int, length: int, validation: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Inputs with <mask> in their holes, and as targets what these hide, else -100: (pictures + texts, length - 1)."""
    rng = random.Random(name)
    rows = Rows(trainer.vocabulary, trainer.run.world, validation)
    made = [rows.picture(rng)[:length] for _ in range(pictures)]
    made += [[EOT, *rows.text(rng, length - 1)] for _ in range(texts)]
    ids = np.array(made, dtype=np.int64)
    noise = np.random.default_rng(rng.getrandbits(64))
    hidden = np.stack([hide(noise, row, i < pictures, validation) for i, row in enumerate(ids)])
    inputs, targets = np.where(hidden, MASK, ids), np.where(hidden, ids, -100)
    return inputs[:, :-1], targets[:, 1:]


def hide(rng: np.random.Generator, ids: np.ndarray, picture: bool, usual: bool = False) -> np.ndarray:
    """Which of `ids` (T,) are hidden: three in ten or any share of them; as `usual` one in seven, of pixels a half.

    Of a picture a rectangle in three of ten cases; its caption stays in half of them. The first token always stays.
    """
    share = USUAL if usual else TRAINED if rng.random() < 0.5 else rng.uniform(0.05, 1)
    hidden = rng.random(len(ids)) < share
    if picture:
        pixels = slice(CAPTION_TOKENS, CAPTION_TOKENS + PIXELS)
        hidden[pixels] = rng.random(PIXELS) < (0.5 if usual else rng.uniform(0.02, 1))
        if not usual and rng.random() < 0.3:
            (top, bottom), (left, right) = (np.sort(rng.choice(SIDE + 1, 2, replace=False)) for _ in "yx")
            square = np.zeros((SIDE, SIDE), bool)
            square[top:bottom, left:right] = True
            hidden[pixels] = square.ravel()
        if usual or rng.random() < 0.5:
            hidden[:CAPTION_TOKENS] = False
    hidden &= (ids != PAD) & (np.arange(len(ids)) > 0)
    return hidden
