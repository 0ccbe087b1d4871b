"""The parts of the machine: how many numbers each has, what a neuron raises, and which tokens are alike."""

import numpy as np

from model.core.config import ModelConfig
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

# Models that everybody has heard of, in the same layout: Radford et al. 2019; Brown et al. 2020, table 2.1.
GPT2_SMALL = ModelConfig(50_257, 1024, 768, 12, 12)
GPT3 = ModelConfig(50_257, 2048, 12_288, 96, 96)


def part(name: str) -> str:
    """The part of the machine that a weight belongs to."""
    return next(part for key, part in PARTS.items() if key in name)


def parameters(transformer: Transformer) -> dict[str, int]:
    """How many numbers each part has; they add up to all of them. The output matrix is the token table."""
    counts: dict[str, int] = {}
    for name, weight in transformer.named_parameters():
        counts[part(name)] = counts.get(part(name), 0) + weight.numel()
    return counts


def sized(config: ModelConfig) -> dict[str, int]:
    """The same of a model in the layout of GPT-2, from its sizes alone."""
    C, L, N = config.n_embd, config.n_layer, config.inner
    counts = (
        config.vocab_size * C,
        config.n_positions * C,
        L * (4 * C + 4) * C,
        L * (2 * C * N + N + C),
        (4 * L + 2) * C,
    )
    return dict(zip(PARTS.values(), counts, strict=False))  # the other parts are strangers'


def flops(config: ModelConfig, seen: int | None = None) -> int:
    """Multiplications and additions for one token in the layout of GPT-2, which looks at `seen` (None: all that fit).

    Two for each number of each matrix, the output scores among them, and in attention 2 C for a score and 2 C for what
    is taken, of each token that is looked at. Norms, biases and softmax are left out, as in Kaplan et al. 2020.
    """
    C, L = config.n_embd, config.n_layer
    matrices = L * (4 * C * C + 2 * C * config.inner) + config.vocab_size * C
    return 2 * matrices + 4 * L * C * (config.n_positions if seen is None else seen)


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
