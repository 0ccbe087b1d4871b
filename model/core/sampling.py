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


@dataclass(frozen=True, eq=False)
class Dice:
    """The die for one next symbol. Arrays of V, likeliest first."""

    ids: np.ndarray  # token ids
    raw: np.ndarray  # probabilities as the model gives them: softmax(logits)
    probs: np.ndarray  # after temperature, top-k and top-p; 0 where cut; they add up to 1


def penalise(logits: Tensor, seen: Tensor, penalty: float) -> Tensor:
    """`logits` (..., V) with those of the ids `seen` (..., n) made less likely by `penalty` (1: not at all).

    What is above 0 is divided by it, what is below is multiplied. Raises ValueError unless it is 1 to 10.
    """
    if not 1 <= penalty <= 10:
        raise ValueError(f"penalty is {penalty}; it must be 1 (none) to 10")
    scores = logits.gather(-1, seen)
    return logits.scatter(-1, seen, torch.where(scores > 0, scores / penalty, scores * penalty))


def shape(logits: Tensor, temperature: float = 1.0, top_k: int = 0, top_p: float = 1.0, min_p: float = 0.0) -> Tensor:
    """Probabilities (..., V) of `logits` (..., V) after temperature, top-k (0: all), top-p and min-p.

    Temperature 0 is the likeliest token for certain. Top-p keeps the fewest likeliest tokens that
    hold `top_p` together; min-p those with at least that share of the likeliest one's probability.
    Raises ValueError for values outside their range.
    """
    check(logits.size(-1), temperature, top_k, top_p, min_p)
    if temperature < 1e-6:  # what smaller ones would be, had floats the room
        return torch.zeros_like(logits).scatter(-1, logits.argmax(-1, keepdim=True), 1.0)
    probs = whole = torch.softmax(logits / temperature, -1)
    if 0 < top_k < logits.size(-1):
        kept, ids = probs.topk(top_k, -1)
        probs = torch.zeros_like(probs).scatter(-1, ids, kept)
    if top_p < 1:
        ordered, ids = probs.sort(-1, descending=True)
        ordered = ordered / ordered.sum(-1, keepdim=True)
        before = ordered.cumsum(-1) - ordered  # what the likelier ones hold
        probs = torch.zeros_like(probs).scatter(-1, ids, ordered * (before < top_p))
    if min_p > 0:
        probs = probs * (probs >= min_p * probs.amax(-1, keepdim=True))
    return probs if probs is whole else probs / probs.sum(-1, keepdim=True)


def check(vocab_size: int, temperature: float = 1.0, top_k: int = 0, top_p: float = 1.0, min_p: float = 0.0) -> None:
    """Raise ValueError that says what was given and what fits."""
    if not 0 <= temperature <= 10:
        raise ValueError(f"temperature is {temperature}; it must be 0 to 10")
    if not 0 <= top_k <= vocab_size or top_k != int(top_k):
        raise ValueError(f"top_k is {top_k}; it must be 0 (all) to {vocab_size}")
    if not 0 < top_p <= 1:
        raise ValueError(f"top_p is {top_p}; it must be more than 0, at most 1")
    if not 0 <= min_p <= 1:
        raise ValueError(f"min_p is {min_p}; it must be 0 (all) to 1")


def load_die(
    logits: np.ndarray,
    temperature: float,
    top_k: int,
    top_p: float,
    min_p: float = 0.0,
    penalty: float = 1.0,
    seen: Sequence[int] = (),
) -> Dice:
    """The die for one row of `logits` (V,); the ids in `seen` get the repetition penalty."""
    scores = torch.from_numpy(np.array(logits, dtype=np.float64))
    raw = torch.softmax(scores, -1).numpy()
    scores = penalise(scores, torch.tensor(sorted(set(seen)), dtype=torch.long), penalty)
    probs = shape(scores, temperature, top_k, top_p, min_p).numpy()
    order = np.lexsort((-probs, -raw))  # of equally likely ones, those that stay come first
    return Dice(ids=order, raw=raw[order], probs=probs[order])


def likeliest(
    logits: np.ndarray, n: int, seen: Sequence[Sequence[int]], penalty: float = 1.0, **shaping: float
) -> tuple[np.ndarray, np.ndarray]:
    """Of each row of `logits` (N, V): the ids (N, n) that are likeliest unshaped, and their shaped probabilities.

    As `load_die` says for one row; `seen` holds the ids for each row's repetition penalty.
    """
    scores = torch.from_numpy(np.array(logits, dtype=np.float64))
    ids = scores.topk(n, -1).indices
    if penalty != 1:
        rows = zip(scores, seen, strict=True)
        scores = torch.stack([penalise(row, torch.tensor(sorted(set(said))), penalty) for row, said in rows])
    return ids.numpy(), shape(scores, **shaping).gather(-1, ids).numpy()


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
    total = probs.double().cumsum_(-1)
    reached = torch.searchsorted(total, u.double().unsqueeze(-1) * total[..., -1:], right=True)
    return reached.squeeze(-1).clamp(max=probs.size(-1) - 1)


def divergence(before: np.ndarray, after: np.ndarray) -> float:
    """Kullback-Leibler divergence (1951) in bits: what one roll of `before` costs who expects `after`."""
    some = before > 0
    return float((before[some] * np.log2(before[some] / np.maximum(after[some], np.finfo(np.float64).tiny))).sum())
