"""The counting generator: its sums by hand, and the same rolls as without it."""

import math
import random

import pytest

from model.world.rich import RICH
from model.world.truth.entropy import CountedRandom


def test_by_hand():
    rng = CountedRandom(1)
    rng.choice("abcdefgh")  # 3 bits
    rng.randrange(4)  # 2
    rng.randint(1, 16)  # 4
    rng.sample("abcd", 2)  # log2 12
    rng.shuffle([1, 2, 3])  # log2 6
    assert rng.bits == pytest.approx(9 + math.log2(12) + math.log2(6))


def test_a_share_costs_its_surprise_once():
    for seed in range(30):
        rng = CountedRandom(seed)
        drawn = rng.random()
        kind = "a" if drawn < 0.25 else "b" if drawn < 0.5 else "c" if drawn < 0.5 else "d"
        assert rng.bits == pytest.approx({"a": 2, "b": 2, "d": 1}[kind])
        assert (drawn > 0.5) == (kind == "d")
        assert rng.bits == pytest.approx({"a": 2, "b": 2, "d": 1}[kind])  # nothing new was learned


def test_weights_cost_by_what_fell():
    rng = CountedRandom(2)
    total = 0.0
    for _ in range(200):
        (fell,) = rng.choices("ab", (3, 1))
        total -= math.log2(0.75 if fell == "a" else 0.25)
    assert rng.bits == pytest.approx(total)


def test_the_rolls_are_those_without_counting():
    plain, counted = random.Random(5), CountedRandom(5)
    for _ in range(300):
        before = counted.bits
        assert RICH.document(plain) == RICH.document(counted)
        assert counted.bits > before
