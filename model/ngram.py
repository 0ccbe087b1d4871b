"""A model that only counts: interpolated modified Kneser-Ney over token ids.

Kneser & Ney 1995; discounts for counts of 1, 2 and more from Chen & Goodman 1999. It is the bar that
a transformer has to clear. N tokens, V vocabulary. An n-gram is known by its place in a sorted array
of keys; a key is the place of its first n - 1 tokens times V, plus its last token, so that 64 bits
hold any order.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Level:
    """All n-grams of one length n."""

    keys: np.ndarray  # sorted, int64
    counts: np.ndarray  # how often; below the highest order, after how many different tokens
    total: np.ndarray  # sum of the counts after each context, an (n - 1)-gram
    gamma: np.ndarray  # share of a context's probability that the shorter n-grams distribute
    discounts: np.ndarray  # (4,) what is taken off counts of 0, 1, 2, 3 and more

    def find(self, keys: np.ndarray) -> np.ndarray:
        """Places of `keys`, -1 where there is none."""
        places = np.searchsorted(self.keys, keys).clip(max=len(self.keys) - 1)
        return np.where(self.keys[places] == keys, places, -1)

    def discounted(self, places: np.ndarray | slice) -> np.ndarray:
        """Counts at `places` less their discount."""
        counts = self.counts[places]
        return counts - self.discounts[counts.clip(max=3)]


@dataclass(frozen=True, eq=False)
class NGram:
    """Counts of all n-grams up to an order, and the probabilities that follow from them."""

    levels: list[Level]  # of 1-grams, 2-grams …
    vocab_size: int

    @classmethod
    def train(cls, ids: np.ndarray, order: int, vocab_size: int) -> "NGram":
        """Count `ids` (N,), one text. Raises ValueError if it is shorter than `order`."""
        if len(ids) < order:
            raise ValueError(f"the text has {len(ids)} tokens; at least {order} are needed")
        ids = np.asarray(ids, dtype=np.int64)
        places, levels, keys = np.zeros(len(ids) + 1, dtype=np.int64), [], np.zeros(1)
        counts = None
        for n in range(order):
            contexts, shorter, shorter_counts = len(keys), (keys, counts), places
            found = np.unique(places[:-1] * vocab_size + ids[n:], return_inverse=True, return_counts=True)
            keys, places, counts = found  # places: of the n-gram that ends at each token
            if n:
                preceded = count_preceding(shorter_counts[1:], places, len(keys), contexts)
                levels.append(level(shorter[0], preceded, levels_contexts(levels), vocab_size))
        levels.append(level(keys, counts, levels_contexts(levels), vocab_size))
        return cls(levels, vocab_size)
