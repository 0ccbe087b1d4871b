"""A generator's choices one by one, each of which may be made otherwise: how much chance is in what it makes.

For f of independent choices, H(f) ≤ Σᵢ H(f | all choices but the i-th): the tensorization of entropy (Boucheron,
Lugosi & Massart 2013, theorem 4.22), for each value of f, added up. So a text, or a picture whose caption is known, has
at most as many bits as its choices have, each taken alone while the others stand. A choice that leaves no trace, or
that the caption tells, has none.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Hashable, MutableSequence, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class Choice(NamedTuple):
    """One choice: where it was made, and the options, no two alike, with their weights."""

    name: Hashable  # the lines of the program that led to it, and its number among the choices made there
    keys: tuple[Hashable, ...]
    weights: tuple[float, ...]
    taken: int  # place of the option that was chosen

    @property
    def shares(self) -> list[float]:
        """Chance of each option."""
        whole = sum(self.weights)
        return [weight / whole for weight in self.weights]


class Unseen:
    """A random number in [0, 1) of which only comparisons are known."""

    def __init__(self, rng: "ChosenRandom"):
        self.rng, self.low, self.high = rng, 0.0, 1.0  # what the comparisons so far say

    def __lt__(self, share: float) -> bool:
        if not self.low < share < self.high:
            return share >= self.high
        below = (share - self.low) / (self.high - self.low)
        is_below = self.rng.pick((True, False), (below, 1 - below))
        self.low, self.high = (self.low, share) if is_below else (share, self.high)
        return is_below

    def __gt__(self, share: float) -> bool:
        return not self < share


class ChosenRandom(random.Random):
    """A `random.Random` that writes down its choices in `made`, and makes those of `script` again.

    A choice is known by its place in the program. Where its old option is missing, or it is new, chance decides.
    The script goes by name: before Python 3.11 a `random.Random` takes one positional argument.
    """

    def __init__(self, seed: Any = None, *, script: dict[Hashable, Choice] | None = None):
        super().__init__(seed)
        self.script, self.made, self._counts = script or {}, [], Counter()
        self._chance = random.Random(seed)

    def pick(self, options: Sequence, weights: Sequence[float] | None = None) -> Any:
        """One of `options` by its weight, written down."""
        keys, merged, firsts = merge(options, weights)
        place = here()
        self._counts[place] += 1
        fresh = Choice((place, self._counts[place]), keys, merged, 0)
        old = self.script.get(fresh.name)
        taken = self._again(fresh, old) if old else self._fall(merged)
        self.made.append(fresh._replace(taken=taken))
        return options[firsts[taken]]

    def _fall(self, weights: Sequence[float]) -> int:
        return self._chance.choices(range(len(weights)), weights)[0]

    def _again(self, new: Choice, old: Choice) -> int:
        """The option that the same chance gives, now that options or weights may be others.

        One number in [0, 1) decides between True and False. Else each option is a clock that rings after an
        exponential time of its own rate, and the first one wins.
        """
        if new[1:3] == old[1:3]:
            return old.taken
        key, known = old.keys[old.taken], set(old.keys)
        if new.keys == old.keys == (True, False):
            was, now = old.shares[old.taken], new.shares[old.taken]
            return old.taken if self._chance.random() * was < now else 1 - old.taken
        if known.isdisjoint(new.keys) and len(new.keys) == len(old.keys):
            return old.taken  # objects that are made anew in each run
        more = [weight * (key not in known) for key, weight in zip(new.keys, new.weights, strict=True)]
        if sum(more) and self._chance.random() * (sum(old.weights) + sum(more)) < sum(more):
            return self._fall(more)
        return new.keys.index(key) if key in new.keys else self._fall(new.weights)

    def random(self) -> Any:
        return Unseen(self)

    def choice(self, options: Sequence) -> Any:
        return self.pick(options)

    def randrange(self, *bounds: int) -> int:
        return self.pick(range(*bounds))

    def randint(self, a: int, b: int) -> int:
        return self.pick(range(a, b + 1))

    def sample(self, options: Sequence, k: int) -> list:
        left = list(options)
        return [left.pop(self._place(left)) for _ in range(k)]

    def _place(self, left: list) -> int:
        """The place of one of what is `left`."""
        found = self.pick(left)
        return next(i for i, option in enumerate(left) if option is found or option == found)

    def shuffle(self, items: MutableSequence) -> None:
        items[:] = self.sample(items, len(items))

    def choices(self, options: Sequence, weights: Sequence[float] | None = None, *, k: int = 1) -> list:
        return [self.pick(options, weights) for _ in range(k)]


Merged = tuple[tuple[Hashable, ...], tuple[float, ...], tuple[int, ...]]


def merge(options: Sequence, weights: Sequence[float] | None) -> Merged:
    """Different options, their weights, and where each first stands."""
    try:
        return merge_known(tuple(options), tuple(weights) if weights else None)
    except TypeError:  # an option that cannot be hashed
        return merge_known.__wrapped__(tuple(map(repr, options)), weights)


@lru_cache(5000)
def merge_known(options: tuple, weights: tuple[float, ...] | None) -> Merged:
    """`merge`, kept."""
    merged, firsts = {}, {}
    for place, (key, weight) in enumerate(zip(options, weights or [1] * len(options), strict=True)):
        merged[key] = merged.get(key, 0) + weight
        firsts.setdefault(key, place)
    return tuple(merged), tuple(merged.values()), tuple(firsts.values())


def here() -> int:
    """The lines of the program outside of this file that lead to this call, as a number."""
    frame, lines = sys._getframe(2), []
    while frame:
        if frame.f_code.co_filename != __file__:
            lines.append((frame.f_code, frame.f_lineno))
        elif frame.f_code.co_name == "run":
            break
        frame = frame.f_back
    return hash(tuple(lines))


def run(make: Callable[[random.Random], T], rng: random.Random) -> T:
    """`make(rng)`; places in the program are counted from here."""
    return make(rng)


class Sample(NamedTuple):
    """Something that a generator made, by which choices."""

    value: Any
    choices: tuple[Choice, ...]
    make: Callable[[random.Random], Any]
    seed: Any

    def otherwise(self, i: int, option: int) -> Any:
        """What comes of another `option` at the i-th choice, the others as they were."""
        script = {each.name: each for each in self.choices}
        script[self.choices[i].name] = self.choices[i]._replace(taken=option)
        return run(self.make, ChosenRandom(f"{self.seed} {i}", script=script))


def record(make: Callable[[random.Random], T], seed: Any) -> Sample:
    """`make` of a random generator, with its choices."""
    rng = ChosenRandom(seed)
    value = run(make, rng)
    return Sample(value, tuple(rng.made), make, seed)


def bits_given(made: Sample, told: Callable[[Any], Hashable], shown: Callable[[Any], Hashable]) -> float:
    """Bits of `shown` where `told` is known: averaged over samples, at least its entropy.

    Holds where the choices that fit what is told are independent of each other.
    """
    bits, caption, picture = 0.0, told(made.value), shown(made.value)
    for i, choice in enumerate(made.choices):
        fits = same = 0.0
        for option, share in enumerate(choice.shares):
            other = made.value if option == choice.taken else made.otherwise(i, option)
            fits += share * (told(other) == caption)
            same += share * (told(other) == caption and shown(other) == picture)
        bits -= math.log2(same / fits)
    return bits


def bits_of(made: Sample, tries: int = 2) -> float:
    """Bits of `made.value`: averaged over samples, at least its entropy.

    Of the other options of a choice only a few are tried. That makes the bound a little higher, since -log2 is convex.
    """
    bits, rng = 0.0, random.Random(0)
    for i, choice in enumerate(made.choices):
        shares, options = choice.shares, range(len(choice.keys))
        share, shares[choice.taken] = shares[choice.taken], 0
        if len(options) > 1:
            tried = rng.choices(options, shares, k=tries)
            alike = [made.otherwise(i, option) == made.value for option in tried]
            bits -= math.log2(share + (1 - share) * sum(alike) / tries)
    return bits
