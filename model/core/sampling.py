"""From scores to a loaded die, and the roll.

Top-k: Fan et al. 2018. Top-p: Holtzman et al. 2020. Min-p: Nguyen et al. 2024. Repetition penalty:
Keskar et al. 2019. One function shapes the probabilities of the
die on the screen and of every symbol that is written or painted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from model.core.config import instead

NAMES = {
    "temperature": "Temperature",
    "top_k": "Top-k",
    "top_p": "Top-p",
    "min_p": "Min-p",
    "penalty": "Repetition penalty",
}


@dataclass(frozen=True, eq=False)
class Dice:
    """The die for one next symbol. Arrays of V, likeliest first."""

    ids: np.ndarray  # token ids
    raw: np.ndarray  # probabilities as the model gives them: softmax(logits)
    probs: np.ndarray  # shaped; 0 where cut; they add up to 1


@dataclass(frozen=True)
class Shaping:
    """How the model's probabilities are shaped before the roll. Raises ValueError that says what fits.

    Temperature 0 is the likeliest token for certain. Top-k keeps the k likeliest, exactly k also at ties, where
    transformers keeps all that tie with the k-th. Top-p
    keeps the fewest likeliest tokens that hold that share together; min-p those with at least that share of
    the likeliest one's probability. The penalty makes less likely what stood in the text before.
    """

    temperature: float = 1.0
    top_k: int = 0  # 0: all
    top_p: float = 1.0
    min_p: float = 0.0  # 0: all
    penalty: float = 1.0  # 1: none

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ValueError(f"{NAMES[name]} is a number{instead(value)}.")
        if not 0 <= self.temperature <= 10:
            raise ValueError(f"Temperature is a number from 0 to 10{instead(self.temperature)}.")
        if not 0 < self.top_p <= 1:
            raise ValueError(f"Top-p is a number above 0, at most 1{instead(self.top_p)}.")
        if not 0 <= self.min_p <= 1:
            raise ValueError(f"Min-p is a number from 0 (all stay) to 1{instead(self.min_p)}.")
        if not 1 <= self.penalty <= 10:
            raise ValueError(f"Repetition penalty is a number from 1 (none) to 10{instead(self.penalty)}.")
        if not 0 <= self.top_k < float("inf") or self.top_k != int(self.top_k):
            raise ValueError(f"Top-k is a whole number, 0 (all stay) or more{instead(self.top_k)}.")
        object.__setattr__(self, "top_k", int(self.top_k))  # a slider's 5.0 is 5

    def check(self, choices: int) -> None:
        """Raise ValueError if top-k is more than the number of `choices`."""
        if self.top_k > choices:
            raise ValueError(f"Top-k is a whole number from 0 (all stay) to {choices:,}{instead(self.top_k)}.")


PLAIN = Shaping()  # the die as the model gives it
WARM = Shaping(temperature=0.8)  # where nobody says otherwise: of texts and tunes
PAINT = Shaping(temperature=0.8)  # and of pictures and clips


def penalise(logits: Tensor, seen: Tensor, penalty: float) -> Tensor:
    """`logits` (..., V) with those of the ids `seen` (..., n) made less likely by `penalty` (1: not at all).

    What is above 0 is divided by it, what is below is multiplied.
    """
    scores = logits.gather(-1, seen)
    return logits.scatter(-1, seen, torch.where(scores > 0, scores / penalty, scores * penalty))


def shape(logits: Tensor, shaping: Shaping = PLAIN) -> Tensor:
    """Probabilities (..., V) of `logits` (..., V) after temperature, top-k, top-p and min-p.

    Raises ValueError if fewer than `shaping.top_k` may fall. The penalty is not this function's: see `penalise`.
    """
    shaping.check(logits.size(-1))
    if shaping.temperature < 1e-6:  # what smaller ones would be, had floats the room
        return torch.zeros_like(logits).scatter(-1, logits.argmax(-1, keepdim=True), 1.0)
    probs = whole = torch.softmax(logits / shaping.temperature, -1)
    if 0 < shaping.top_k < logits.size(-1):
        kept, ids = probs.topk(shaping.top_k, -1)
        probs = torch.zeros_like(probs).scatter(-1, ids, kept)
    if shaping.top_p < 1:
        ordered, ids = probs.sort(-1, descending=True)
        ordered = ordered / ordered.sum(-1, keepdim=True)
        before = ordered.cumsum(-1) - ordered  # what the likelier ones hold
        probs = torch.zeros_like(probs).scatter(-1, ids, ordered * (before < shaping.top_p))
    if shaping.min_p > 0:
        probs = probs * (probs >= shaping.min_p * probs.amax(-1, keepdim=True))
    return probs if probs is whole else probs / probs.sum(-1, keepdim=True)


def load_die(logits: np.ndarray, shaping: Shaping = PLAIN, seen: Sequence[int] = ()) -> Dice:
    """The die for one row of `logits` (V,); the ids in `seen` get the repetition penalty."""
    scores = torch.from_numpy(np.array(logits, dtype=np.float64))
    raw = torch.softmax(scores, -1).numpy()
    scores = penalise(scores, torch.tensor(sorted(set(seen)), dtype=torch.long), shaping.penalty)
    probs = shape(scores, shaping).numpy()
    order = np.lexsort((-probs, -raw))  # of equally likely ones, those that stay come first
    return Dice(ids=order, raw=raw[order], probs=probs[order])


def chances(scores: np.ndarray, shaping: Shaping = PLAIN) -> np.ndarray:
    """Probabilities (T, V), by id, on the dice of the scores (T, V)."""
    return shape(torch.from_numpy(scores.astype(np.float64)), shaping).numpy()


def likeliest(
    logits: np.ndarray, n: int, seen: Sequence[Sequence[int]], shaping: Shaping
) -> tuple[np.ndarray, np.ndarray]:
    """Of each row of `logits` (N, V): the ids (N, n) that are likeliest unshaped, and their shaped probabilities.

    As `load_die` says for one row; `seen` holds the ids for each row's repetition penalty.
    """
    scores = torch.from_numpy(np.array(logits, dtype=np.float64))
    ids = scores.topk(n, -1).indices
    if shaping.penalty != 1:
        rows = zip(scores, seen, strict=True)
        scores = torch.stack([penalise(row, torch.tensor(sorted(set(said))), shaping.penalty) for row, said in rows])
    return ids.numpy(), shape(scores, shaping).gather(-1, ids).numpy()


def roll(dice: Dice, seed: int, context: Sequence[int], n: int) -> tuple[np.ndarray, np.ndarray]:
    """Throw `dice` n times: the ranks (n,) it fell on, and n points (n, 2) in the unit square.

    The same `seed` after the same `context` throws the same again, and more throws only add to them.
    """
    thrown = np.random.default_rng([seed, *context]).random((n, 3))
    total = dice.probs.cumsum()
    ranks = np.searchsorted(total, thrown[:, 0] * total[-1], side="right")
    return np.minimum(ranks, len(dice.ids) - 1), thrown[:, 1:]


def fall(probs: Tensor, u: Tensor) -> Tensor:
    """Where a die of `probs` (B, V) falls for `u` (B,) in [0, 1): the first to reach past u."""
    total = probs.cumsum(-1, dtype=torch.float64)
    reached = torch.searchsorted(total, u.unsqueeze(-1) * total[..., -1:], right=True)
    return reached.squeeze(-1).clamp(max=probs.size(-1) - 1)


def told(scores: np.ndarray, fell: Sequence[int]) -> np.ndarray:
    """Bits (T,) that each of the choices that `fell` told, from the scores (T, n) of all: -log2 of its probability."""
    exact = scores.astype(np.float64)
    logprobs = exact - np.logaddexp.reduce(exact, axis=-1, keepdims=True)
    return -logprobs[np.arange(len(exact)), list(fell)] / np.log(2)


def divergence(before: np.ndarray, after: np.ndarray) -> float:
    """Kullback-Leibler divergence (1951) in bits: what one roll of `before` costs who expects `after`."""
    some = before > 0
    return float((before[some] * np.log2(before[some] / np.maximum(after[some], np.finfo(np.float64).tiny))).sum())
