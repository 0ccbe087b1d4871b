"""What each head does, measured on inputs where the answer is known.

Random tokens, said twice: a head that looks one token back, at the same token before, or at what
followed it (induction, Olsson et al. 2022) can be told apart there, since nothing else is to be
had from such a text. On pictures of random colours: the pixel above.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from model.core.transformer import Record, Transformer

ROWS, LENGTH = 16, 32  # random texts, and tokens of each before it repeats
MOST = 3e11  # sums that this may take: of a large model fewer texts are read
SIDE = 16
CLEAR = 0.4  # of its attention a head must give to one place to have that role


@dataclass(frozen=True, eq=False)
class Roles:
    """Share of its attention that each head gives to a known place, on average."""

    names: tuple[str, ...]
    scores: np.ndarray  # (roles, L, H)

    def of(self, layer: int, head: int) -> str | None:
        """The role that a head has, or None if no place gets 0.4 of its attention."""
        best = int(self.scores[:, layer, head].argmax())
        return self.names[best] if self.scores[best, layer, head] >= CLEAR else None


@torch.inference_mode()
def patterns(transformer: Transformer, ids: torch.Tensor) -> torch.Tensor:
    """Attention weights (L, B, H, T, T) of a batch."""
    record = Record(only=("pattern",))
    transformer.stream(ids, record=record)
    return torch.stack(record["pattern"])


def back(pattern: torch.Tensor, distance: int, start: int) -> np.ndarray:
    """Mean weight (L, H) that queries from `start` on give to the token `distance` before them."""
    looked = torch.diagonal(pattern, -distance, -2, -1)  # its entry i belongs to query i + distance
    return looked[..., start - distance :].mean((1, 3)).numpy()


def roles(transformer: Transformer, words: range, colours: range | None = None) -> Roles:
    """Roles of all heads; random texts are made of the ids `words`, random pictures of `colours`."""
    rng = torch.Generator().manual_seed(0)
    n = min(LENGTH, transformer.config.n_positions // 2)
    sums = 2 * sum(p.numel() for p in transformer.parameters()) * 2 * n
    rows = max(1, min(ROWS, int(MOST / sums)))
    said = torch.randint(words.start, words.stop, (rows, n), generator=rng)
    twice = patterns(transformer, said.repeat(1, 2))
    found = {
        "previous token": back(twice, 1, n),
        "first token": twice[..., n:, 0].mean((1, 3)).numpy(),
        "itself": back(twice, 0, n),
        "same token before": back(twice, n, n),
        "induction": back(twice, n - 1, n),
    }
    if colours is not None:
        pixels = torch.randint(colours.start, colours.stop, (4, 4 * SIDE), generator=rng)
        found["pixel above"] = back(patterns(transformer, pixels), SIDE, 2 * SIDE)
    return Roles(tuple(found), np.stack([*found.values()]))


def formed(scores: Sequence[float]) -> int | None:
    """From which of successive `scores` on a head has its role; None where it has not at the end, or always had it."""
    clear = [score >= CLEAR for score in scores]
    lost = max((i for i, has in enumerate(clear) if not has), default=None)
    return None if lost is None or lost + 1 == len(clear) else lost + 1
