"""One computation per key, whoever asks; the newest are kept."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import numpy as np
import pytest

from model.core.cache import Kept, size_of


class Counting:
    """Computes `key * 10` and remembers what it was asked; fails while told to."""

    def __init__(self, seconds=0.0, fails=0):
        self.asked, self.seconds, self.fails = [], seconds, fails

    def __call__(self, key):
        self.asked.append(key)
        time.sleep(self.seconds)
        if len(self.asked) <= self.fails:
            raise RuntimeError(f"no {key}")
        return Sized(key * 10)


class Sized(int):
    """A number that says it takes ten bytes, or `nbytes`."""

    nbytes = 10


def kept_of(compute, max_bytes=100):
    """`compute`, kept, its results taken for ten bytes each."""
    kept = Kept(max_bytes)
    return lambda key: kept(compute, key)


def ask_at_once(cache, key, threads=20):
    """What each of the threads got: a result or an error."""
    barrier = Barrier(threads)

    def ask(_):
        barrier.wait(timeout=10)
        try:
            return cache(key)
        except RuntimeError as error:
            return str(error)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(ask, range(threads)))


def test_twenty_threads_one_computation():
    compute = Counting(seconds=0.1)
    assert ask_at_once(kept_of(compute), 7) == [70] * 20
    assert compute.asked == [7]


def test_an_error_reaches_all_who_wait_and_is_not_kept():
    compute = Counting(seconds=0.2, fails=1)
    cache = kept_of(compute)
    assert ask_at_once(cache, 7) == ["no 7"] * 20
    assert compute.asked == [7]
    assert cache(7) == 70
    assert compute.asked == [7, 7]


def test_different_keys_do_not_wait_for_each_other():
    barrier = Barrier(3)  # passes only if all three computations are under way together

    def compute(key):
        barrier.wait(timeout=10)
        return key

    cache = kept_of(compute)
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(cache, range(3))) == [0, 1, 2]


def test_bytes_are_bounded_and_the_newest_stay():
    compute = Counting()
    cache = kept_of(compute, max_bytes=30)
    for key in (1, 2, 3, 1, 4):  # 2 is the one that nobody asked for lately
        cache(key)
    assert compute.asked == [1, 2, 3, 4]
    for key in (1, 3, 4):
        cache(key)
    assert compute.asked == [1, 2, 3, 4]
    cache(2)
    assert compute.asked == [1, 2, 3, 4, 2]


def test_one_that_is_too_large_is_returned_and_pushes_out_the_others():
    def compute(n):
        asked.append(n)
        return np.zeros(n, np.uint8)

    asked, kept = [], Kept(25)
    assert [len(kept(compute, n)) for n in (10, 90, 90, 10)] == [10, 90, 90, 10]
    assert asked == [10, 90, 10]


def test_what_two_functions_say_of_one_thing_is_kept_apart():
    kept = Kept(10_000)
    assert (kept(len, "abc"), kept(str.upper, "abc"), kept(len, "abc")) == (3, "ABC", 3)


def test_keys_that_cannot_be_hashed_are_refused():
    with pytest.raises(TypeError, match="unhashable"):
        kept_of(Counting())([1])


def test_size_is_that_of_all_arrays_inside():
    @dataclass
    class Record:
        pair: tuple
        names: dict

    numbers = np.zeros((3, 4), np.float32)  # 48 bytes
    assert size_of(numbers) == 48
    record = Record((numbers, [numbers]), {"more": numbers})
    assert 3 * 48 < size_of(record) < 3 * 48 + 800
