"""More than one roll: the tree of the next rolls, and two ways to look for the likeliest text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from model.core.transformer import Cache, Transformer

WIDTH, DEPTH = 3, 3
STEPS, BEAMS = 6, 4

Found = tuple[list[int], float]  # ids of a continuation, and its ln probability


@dataclass(frozen=True, eq=False)
class Ahead:
    """The next three rolls, each of the three likeliest tokens followed; and the likeliest next six tokens."""

    paths: tuple[tuple[int, ...], ...]  # ids from the root to each node that has a die, shortest first
    logits: np.ndarray  # (nodes, V) the scores from which each node's die is loaded
    greedy: Found  # the likeliest token at each step
    beam: Found  # what beam search finds, keeping four


@torch.inference_mode()
def look_ahead(transformer: Transformer, ids: Sequence[int]) -> Ahead:
    """The dice after `ids` and after each of the likeliest next tokens; less where the context ends."""
    cache = transformer.new_cache(1)
    first = logits = transformer.score(transformer.stream(torch.tensor([ids]), cache)[:, -1])
    paths, scores, level, seen = [()], [first.numpy()], [()], cache
    room = transformer.config.n_positions - len(ids)
    for _ in range(min(DEPTH - 1, room)):
        best = logits.topk(WIDTH, -1).indices  # (paths, WIDTH)
        level = [(*path, id) for path, likeliest in zip(level, best.tolist(), strict=True) for id in likeliest]
        seen = seen.take(torch.arange(len(best)).repeat_interleave(WIDTH))
        logits = transformer(best.view(-1, 1), seen)[:, -1]
        paths += level
        scores.append(logits.numpy())
    found = [beam_search(transformer, first, cache, min(STEPS, room), beams) for beams in (1, BEAMS)]
    return Ahead(tuple(paths), np.concatenate(scores), *found)


@torch.inference_mode()
def beam_search(transformer: Transformer, logits: torch.Tensor, cache: Cache, steps: int, beams: int) -> Found:
    """The likeliest continuation that keeping the `beams` best finds, and its ln probability.

    `cache` has read the text, `logits` (1, V) are the scores of what follows. At each step every kept
    text is continued by every token and the best are kept (Lowerre 1976). With one it is greedy choice.
    """
    kept, logprobs = torch.empty(1, 0, dtype=torch.long), torch.zeros(1)
    for step in range(steps):
        each = logits.log_softmax(-1) + logprobs[:, None]  # (kept, V)
        logprobs, best = each.flatten().topk(min(beams, each.numel()))
        rows, new = best // each.size(1), best % each.size(1)
        kept = torch.cat([kept[rows], new[:, None]], 1)
        if step + 1 < steps:
            cache = cache.take(rows)
            logits = transformer(new[:, None], cache)[:, -1]
    return kept[0].tolist(), float(logprobs[0])
