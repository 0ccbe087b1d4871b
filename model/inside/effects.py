"""Which part mattered for the next roll: each head and feed-forward network switched off by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch

from model.core.transformer import Record, Transformer, put

MOST = 1e12  # sums: a minute or two of one core


@dataclass(frozen=True, eq=False)
class Effects:
    """Change of ln p of one next token when a part writes nothing; below 0 the part was for it."""

    id: int  # the token whose probability is meant
    logprob: float  # with every part at work
    heads: np.ndarray  # (L, H)
    feed_forward: np.ndarray  # (L,)


def too_much(transformer: Transformer, n_tokens: int) -> bool:
    """Whether `effects` of a text of `n_tokens` would keep everybody waiting: a pass for each part of a large model."""
    passes = transformer.config.n_layer * (transformer.config.n_head + 1)
    return 2 * sum(p.numel() for p in transformer.parameters()) * n_tokens * passes > MOST


@torch.inference_mode()
def effects(transformer: Transformer, ids: Sequence[int], id: int | None = None) -> Effects:
    """Effects on the next token `id` after `ids`, by default the likeliest.

    A layer's parts are switched off side by side, one in each row of a batch. Raises ValueError if it is too much.
    """
    if too_much(transformer, len(ids)):
        raise ValueError("Every part of this model by itself would take too long. Switch single ones off.")
    config = transformer.config
    whole = transformer.score(transformer.stream(torch.tensor([ids]))[0, -1]).log_softmax(-1)  # (V,)
    id = int(whole.argmax()) if id is None else id
    one, every = torch.tensor([ids]).expand(config.n_head + 1, -1), torch.arange(config.n_head)
    changes = []
    for layer in range(config.n_layer):
        head_off, network_off = partial(put, (every, every), 0.0), partial(put, (config.n_head,), 0.0)
        record = Record({("z", layer): [head_off], ("mlp", layer): [network_off]}, only=())
        logprobs = transformer.score(transformer.stream(one, record=record)[:, -1]).log_softmax(-1)[:, id]
        changes.append((logprobs - whole[id]).numpy())
    changes = np.stack(changes)  # (L, H + 1)
    return Effects(id, float(whole[id]), changes[:, :-1], changes[:, -1])
