"""The parts of the machine: how many numbers each has, what a neuron raises, and which tokens are alike."""

import numpy as np

from model.core.transformer import Transformer

PARTS = {
    "wte": "token embeddings",
    "wpe": "position embeddings",
    "attn": "attention",
    "mlp": "feed-forward",
    "ln_": "layer norms",
    "norm": "norms",
    "lm_head": "output matrix",
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
    scores = (transformer.unembed @ transformer.down(layer)[:, neuron]).detach().numpy()
    return [(int(i), float(scores[i])) for i in np.argsort(-scores, kind="stable")[:n]]


def nearest(table: np.ndarray, id: int, n: int) -> list[tuple[int, float]]:
    """The `n` rows of `table` (V, C) that point most nearly the same way as row `id`, with the cosine."""
    # Not by `units`, which copies the table: a stranger's may be half a gigabyte.
    lengths = np.sqrt(np.einsum("vc,vc->v", table, table))
    cosine = table @ table[id] / np.maximum(lengths * lengths[id], np.finfo(np.float32).tiny)
    order = [int(i) for i in np.argsort(-cosine, kind="stable") if i != id]
    return [(i, float(cosine[i])) for i in order[:n]]
