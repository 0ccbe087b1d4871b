"""The parts of the machine: how many numbers each has, what a neuron raises, and which tokens are alike."""

import numpy as np

from model.core.transformer import Transformer
from model.inside.projection import units

PARTS = {
    "wte": "token embeddings",
    "wpe": "position embeddings",
    "attn": "attention",
    "mlp": "feed-forward",
    "ln_": "layer norms",
}


def part(name: str) -> str:
    """The part of the machine that a weight belongs to."""
    return next(part for key, part in PARTS.items() if key in name)


def parameters(transformer: Transformer) -> dict[str, int]:
    """How many numbers each part has; they add up to all of them. The output matrix is the token table."""
    counts: dict[str, int] = {}
    for name, weight in transformer.named_parameters():
        counts[part(name)] = counts.get(part(name), 0) + weight.numel()
    return counts


def promotes(transformer: Transformer, layer: int, neuron: int, n: int) -> list[tuple[int, float]]:
    """The `n` tokens whose scores a neuron raises most for each 1 it fires, before the last layer norm."""
    scores = (transformer.wte.weight @ transformer.h[layer].mlp.c_proj.weight[:, neuron]).detach().numpy()
    return [(int(i), float(scores[i])) for i in np.argsort(-scores, kind="stable")[:n]]


def nearest(table: np.ndarray, id: int, n: int) -> list[tuple[int, float]]:
    """The `n` rows of `table` (V, C) that point most nearly the same way as row `id`, with the cosine."""
    rows = units(table)
    cosine = rows @ rows[id]
    order = [int(i) for i in np.argsort(-cosine, kind="stable") if i != id]
    return [(i, float(cosine[i])) for i in order[:n]]
