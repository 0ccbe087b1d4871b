"""More than one roll: the tree of the next rolls, and two ways to look for the likeliest text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from model.transformer import Transformer

WIDTH, DEPTH = 3, 3
STEPS, BEAMS = 12, 4

Found = tuple[list[int], float]  # ids of a continuation, and its ln probability


@dataclass(frozen=True, eq=False)
class Ahead:
    """The next three rolls, each of the three likeliest tokens followed; and the likeliest next twelve tokens."""

    paths: tuple[tuple[int, ...], ...]  # ids from the root to each node that has a die, shortest first
    logits: np.ndarray  # (nodes, V) the scores from which each node's die is loaded
    greedy: Found  # the likeliest token at each step
    beam: Found  # what beam search finds, keeping four

    @property
    def nbytes(self) -> int:
        """Memory that the scores take."""
        return self.logits.nbytes


@torch.inference_mode()
def look_ahead(transformer: Transformer, ids: Sequence[int]) -> Ahead:
    """The dice after `ids` and after each of the likeliest next tokens; less where the context ends."""
    paths, scores, level = [], [], [()]
    for _ in range(min(DEPTH, transformer.config.n_positions - len(ids) + 1)):
        logits = transformer(torch.tensor([[*ids, *path] for path in level]))[:, -1]
        paths += level
        scores.append(logits.numpy())
        best = logits.topk(WIDTH, -1).indices.tolist()
        level = [(*path, id) for path, likeliest in zip(level, best, strict=True) for id in likeliest]
    steps = min(STEPS, transformer.config.n_positions - len(ids))
    found = [beam_search(transformer, ids, steps, beams) for beams in (1, BEAMS)]
    return Ahead(tuple(paths), np.concatenate(scores), *found)


@torch.inference_mode()
def beam_search(transformer: Transformer, ids: Sequence[int], steps: int, beams: int) -> Found:
    """The likeliest continuation that keeping the `beams` best finds, and its ln probability.

    At each step every kept text is continued by every token and the best are kept (Lowerre 1976).
    With one it is greedy choice.
    """
    kept, logprobs = torch.tensor([ids]), torch.zeros(1)
    for _ in range(steps):
        each = transformer(kept)[:, -1].log_softmax(-1) + logprobs[:, None]  # (kept, V)
        logprobs, best = each.flatten().topk(min(beams, each.numel()))
        rows, new = best // each.size(1), best % each.size(1)
        kept = torch.cat([kept[rows], new[:, None]], 1)
    return kept[0, len(ids) :].tolist(), float(logprobs[0])
