"""A model that only counts: interpolated modified Kneser-Ney over token ids.

Kneser & Ney 1995; discounts for counts of 1, 2 and more from Chen & Goodman 1999. It is the bar
that a transformer has to clear. N tokens, V vocabulary. An n-gram is known by its place in a sorted
array of keys; its key is the place of its first n - 1 tokens, times V, plus its last token. So 64
bits are enough for any order.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Level:
    """All n-grams of one length n; its contexts are those of length n - 1."""

    keys: np.ndarray  # sorted, int64
    counts: np.ndarray  # how often; below the highest order, after how many different tokens
    discounts: np.ndarray  # (4,) what is taken off counts of 0, 1, 2, and 3 or more
    total: np.ndarray  # sum of the counts after each context
    rest: np.ndarray  # share of each context that the shorter n-grams distribute

    def find(self, keys: np.ndarray) -> np.ndarray:
        """Places of `keys`, -1 where there is none."""
        places = np.searchsorted(self.keys, keys).clip(max=len(self.keys) - 1)
        return np.where(self.keys[places] == keys, places, -1)

    def discounted(self, places: np.ndarray) -> np.ndarray:
        """Counts at `places` less their discounts; 0 where a place is -1."""
        counts = np.where(places < 0, 0, self.counts[places])
        return counts - self.discounts[counts.clip(max=3)]


@dataclass(frozen=True, eq=False)
class NGram:
    """Counts of n-grams up to an order, and the probabilities that follow from them."""

    levels: list[Level]  # of 1-grams, 2-grams …
    vocab_size: int

    @classmethod
    def train(cls, ids: np.ndarray, order: int, vocab_size: int) -> "NGram":
        """Count `ids` (N,), one long text. Raises ValueError if it is shorter than `order`."""
        if len(ids) < order:
            raise ValueError(f"The text has {len(ids)} tokens; at least {order} are needed.")
        ids, found = np.asarray(ids, dtype=np.int64), []
        places = np.zeros(len(ids) + 1, dtype=np.int64)  # of the n-gram that starts at each token
        for n in range(order):
            keys = places[:-1] * vocab_size + ids[n:]  # (N - n,)
            keys, longer, counts = np.unique(keys, return_inverse=True, return_counts=True)
            if found:
                somewhere = np.empty(len(keys), dtype=np.int64)
                somewhere[longer] = np.arange(len(longer))  # a start of each (n + 1)-gram
                without_first = places[1:][somewhere]
                found[-1][1][:] = np.bincount(without_first, minlength=len(found[-1][1]))
            found.append((keys, counts))
            places = longer
        contexts = [1, *(len(keys) for keys, _ in found)]
        return cls([level(*f, c, vocab_size) for f, c in zip(found, contexts, strict=False)], vocab_size)

    def bits(self, ids: np.ndarray) -> np.ndarray:
        """Surprise in bits (T,) of each of `ids` (T,) after those before it."""
        ids = np.asarray(ids, dtype=np.int64)
        probs, contexts = np.full(len(ids), 1 / self.vocab_size), np.zeros(len(ids), dtype=np.int64)
        for level in self.levels:
            places = level.find(contexts * self.vocab_size + ids)
            total = np.where(contexts < 0, 0, level.total[contexts])
            # p(w | context) = (count - discount) / total + rest · p(w | shorter context)
            longer = level.discounted(places) / np.maximum(total, 1) + level.rest[contexts] * probs
            probs = np.where(total > 0, longer, probs)
            contexts = np.concatenate([[-1], places[:-1]])
        return -np.log2(probs)

    def next(self, ids: np.ndarray) -> np.ndarray:
        """Probabilities (V,) of the token after `ids`."""
        probs = np.full(self.vocab_size, 1 / self.vocab_size)
        for n, level in enumerate(self.levels[: len(ids) + 1]):
            context = self.place(ids[len(ids) - n :])
            if context < 0 or not level.total[context]:
                break
            first, last = np.searchsorted(level.keys, np.array([context, context + 1]) * self.vocab_size)
            probs *= level.rest[context]
            places = np.arange(first, last)
            probs[level.keys[places] % self.vocab_size] += level.discounted(places) / level.total[context]
        return probs

    def place(self, ids: np.ndarray) -> int:
        """Place of the n-gram `ids` among those of its length, -1 if it was never seen."""
        place = 0
        for level, id in zip(self.levels, ids, strict=False):
            place = int(level.find(np.array(place * self.vocab_size + int(id))))
            if place < 0:
                break
        return place


def level(keys: np.ndarray, counts: np.ndarray, contexts: int, vocab_size: int) -> Level:
    """n-grams with what is taken off their counts, and how much that is after each context."""
    context = keys // vocab_size
    discounts = discounts_for(counts)
    total = np.bincount(context, counts, contexts)
    taken = np.bincount(context, discounts[counts.clip(max=3)], contexts)
    return Level(keys, counts, discounts, total, taken / np.maximum(total, 1))


def discounts_for(counts: np.ndarray) -> np.ndarray:
    """Discounts (4,) of counts of 0, 1, 2, and 3 or more: c - (c + 1) Y n(c + 1) / n(c)."""
    c, seen = np.arange(1, 4), np.bincount(counts.clip(max=5), minlength=6)  # n(0) … n(4), more
    Y = seen[1] / max(1, seen[1] + 2 * seen[2])
    wanted = c - (c + 1) * Y * seen[2:5] / np.maximum(1, seen[1:4])
    return np.array([0, *wanted.clip(0.1, c)])  # in a tiny text some n(c) are 0
