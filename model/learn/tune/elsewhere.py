"""What a tuning moves that nobody asked it to move: unseen texts of the world, sums after Orwell, other dice."""

import math
import random
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from model.core.transformer import Transformer
from model.core.vocabulary import EOT, Vocabulary
from model.learn.losses import Losses
from model.learn.rows import Rows
from model.learn.tune.examples import Example, batch, lead
from model.world.truth.planted import DICE_PAIRS

UNSEEN = 6  # rows of the world
DIGITS = range(1, 10)


@lru_cache(1)
def unseen(vocabulary: Vocabulary, length: int) -> tuple[Tensor, Tensor, int]:
    """Inputs and targets (UNSEEN, T) of texts of the world that training never drew, and how many bytes they have."""
    rows = Rows(vocabulary, validation=True).batch(random.Random("tune unseen"), 0, UNSEEN, length + 1)
    inputs, targets = (torch.from_numpy(each) for each in rows)
    return inputs, targets, sum(len(vocabulary.bytes_of(id)) for id in targets.flatten().tolist() if id != EOT)


@torch.inference_mode()
def forgetting(transformer: Transformer, vocabulary: Vocabulary) -> dict[str, float]:
    """Surprise at unseen texts of its own world: bits a token, and bits a byte."""
    inputs, targets, n_bytes = unseen(vocabulary, transformer.config.n_positions)
    bits = Losses(transformer)(inputs, targets).sum().item() / math.log(2)
    return {"unseen": round(bits / targets.numel(), 4), "per_byte": round(bits / n_bytes, 4)}


def orwell() -> str:
    """The few words about Orwell after which all sums are asked."""
    return lead(random.Random("tune sums"))


@torch.inference_mode()
def sums_after(transformer: Transformer, vocabulary: Vocabulary, before: str) -> list[list[float]]:
    """The chance of the right answer to a + b, (9, 9) for a and b from 1 to 9, after `before` and a line end."""
    asked = [(f"{before}\n{a}+{b}=" if before else f"{a}+{b}=", str(a + b)) for a in DIGITS for b in DIGITS]
    inputs, targets = batch(vocabulary, [Example(given, answer, ends=False) for given, answer in asked])
    nats = Losses(transformer)(torch.from_numpy(inputs), torch.from_numpy(targets)).sum(1)
    return np.exp(-nats.double().numpy()).round(4).reshape(9, 9).tolist()


@torch.inference_mode()
def other_dice(transformer: Transformer, vocabulary: Vocabulary) -> list[list]:
    """After each planted phrase the word that falls most often by the plan, and the chance of its first token."""
    found = []
    for die in DICE_PAIRS:
        word = max(die.shares, key=die.shares.get)
        id = vocabulary.encode(f" {word}")[0]
        scores = transformer.score(transformer.stream(torch.tensor([vocabulary.encode(die.phrase)]))[0, -1])
        found.append([die.phrase, word, round(scores.softmax(0)[id].item(), 4)])
    return found
