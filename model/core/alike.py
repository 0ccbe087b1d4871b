"""Many texts in few passes: those of like length are read together."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from model.core.vocabulary import EOT


def alike(rows: Sequence[Sequence[int]], most: int) -> Iterator[tuple[list[int], Tensor]]:
    """At most so many rows at a time: their places (n), and their ids (n, T), the shorter ones filled up behind.

    A causal model does not see what comes after: what fills a row up changes nothing before it.
    """
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for some in (order[i : i + most] for i in range(0, len(order), most)):
        longest = len(rows[some[-1]])
        yield some, torch.tensor([[*rows[i], *[EOT] * (longest - len(rows[i]))] for i in some])
