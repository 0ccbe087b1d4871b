"""The bound: how many bits the generator itself chose to make a text.

A random generator that keeps count: each choice adds -log2 of the chance that it had. Averaged over
many texts that is the entropy of the choices, and no model can do better than the entropy of the
texts, which is at most that (two rows of choices may give one text).
"""

import math
import random
from collections.abc import MutableSequence, Sequence
from typing import Any


class Chance(float):
    """A random number in [0, 1) that notes what is learned when it is compared with a share."""

    counter: "CountedRandom"
    low, high = 0.0, 1.0  # where the comparisons so far say that it lies

    def __lt__(self, share: float) -> bool:
        below = float.__lt__(self, share)
        if self.low < share < self.high:
            self.counter.bits += math.log2(self.high - self.low)
            self.low, self.high = (self.low, share) if below else (share, self.high)
            self.counter.bits -= math.log2(self.high - self.low)
        return below

    def __gt__(self, share: float) -> bool:
        return not self < share


class CountedRandom(random.Random):
    """A `random.Random` that adds up in `bits` how much chance it has used.

    The rolls are those of the same seed without counting.
    """

    _randbelow = random.Random._randbelow_with_getrandbits  # Python takes another way where `random` is overridden

    def __init__(self, seed: Any = None):
        self.bits, self._inside = 0.0, False
        super().__init__(seed)

    def _count(self, bits: float, draw: Any, *given: Any) -> Any:
        """Draw with counting off, since `random` builds its methods on each other, then add `bits`."""
        if self._inside:
            return draw(*given)
        self._inside = True
        try:
            self.bits += bits
            return draw(*given)
        finally:
            self._inside = False

    def random(self) -> float:
        drawn = super().random()
        if self._inside:
            return drawn
        chance = Chance(drawn)
        chance.counter = self
        return chance

    def choice(self, options: Sequence) -> Any:
        return self._count(math.log2(len(options)), super().choice, options)

    def randrange(self, *bounds: int) -> int:
        return self._count(math.log2(len(range(*bounds))), super().randrange, *bounds)

    def randint(self, a: int, b: int) -> int:
        return self._count(math.log2(b - a + 1), super().randint, a, b)

    def shuffle(self, items: MutableSequence) -> None:
        self._count(math.lgamma(len(items) + 1) / math.log(2), super().shuffle, items)

    def sample(self, options: Sequence, k: int, **kwargs: Any) -> list:
        ways = (math.lgamma(len(options) + 1) - math.lgamma(len(options) - k + 1)) / math.log(2)
        return self._count(ways, lambda: super(CountedRandom, self).sample(options, k, **kwargs))

    def choices(self, options: Sequence, weights: Sequence[float] | None = None, *, k: int = 1, **kwargs: Any) -> list:
        weights = list(weights or [1] * len(options))
        places = self._count(0, lambda: super(CountedRandom, self).choices(range(len(options)), weights, k=k, **kwargs))
        self.bits -= sum(math.log2(weights[i] / sum(weights)) for i in places)
        return [options[i] for i in places]
