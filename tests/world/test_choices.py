"""A generator's choices made otherwise: bounds against entropies that are known by hand."""

import math
from functools import partial

import numpy as np
import pytest

from model.world import rich
from model.world.alphabet import COLOURS
from model.world.pictures.glyphs import glyphs
from model.world.pictures.pictures import BOLD, SAY_BACKGROUND, SAY_COLOUR, WHITE, colours_beside
from model.world.truth.choices import ChosenRandom, bits_given, bits_of, record, run


def mean_bits(make, n=250, **given):
    found = [bits_given(record(make, i), **given) if given else bits_of(record(make, i), tries=1) for i in range(n)]
    return np.mean(found), 2 * np.std(found) / math.sqrt(n) + 1e-9


def entropy(*shares):
    return -sum(share * math.log2(share) for share in shares)


def test_a_trace_costs_and_no_trace_is_free():
    """Three bits and a coin of 1/4, of which the last thing and a shuffled pair leave no trace."""

    def make(rng):
        rng.shuffle([1, 2])
        said = rng.choice("abcdefgh"), rng.random() < 0.25
        rng.randrange(1000)
        return said

    bits, error = mean_bits(make)
    assert bits == pytest.approx(3 + entropy(0.25, 0.75), abs=error)


def test_what_is_told_is_free():
    """Colour and place are chosen; the colour is told in half of the cases, and then costs nothing."""

    def make(rng):
        colour, place = rng.choice("rgby"), rng.randint(1, 8)
        told = rng.random() < 0.5
        return (colour if told else ""), (colour, place)

    bits, error = mean_bits(make, told=lambda made: made[0], shown=lambda made: made[1])
    assert bits == pytest.approx(3 + 0.5 * 2, abs=error)


@pytest.mark.parametrize("both", [lambda a, b: a and b, lambda a, b: a != b], ids=["and", "either"])
def test_never_below_the_entropy(both):
    """AND of two coins has 0.811 bits and exclusive or has 1; choices taken alone have more."""

    def make(rng):
        return both(rng.random() < 0.5, rng.random() < 0.5)

    share = sum(both(a, b) for a in (False, True) for b in (False, True)) / 4
    bits, error = mean_bits(make)
    assert entropy(share, 1 - share) - error <= bits <= 2


def test_an_option_that_only_one_list_has():
    """x from {x} or from {x, y}, with y in a quarter of the cases: at least 0.811 bits."""
    bits, error = mean_bits(lambda rng: rng.choice("x" if rng.random() < 0.5 else "xy"), n=800)
    assert entropy(0.25, 0.75) - error <= bits <= 1.1


def test_letters_by_hand():
    """A letter anywhere: open are its drawing, its place and, in half of the cases, a background that is not said, in a
    fifth its colour.
    """

    def exact(made):
        letter, mask = made.things[0], made.pixels != COLOURS.index(made.background)
        height, width = (np.ptp(places) + 1 for places in np.nonzero(mask))
        free = colours_beside(letter.colour)
        other = (1 - WHITE) / len(free) if "white" in free else 1 / len(free)
        shares = [WHITE + other if each == "white" else other for each in free]
        drawing = [shape.shape for shape in glyphs()[letter.name]].index((height, width))
        return math.log2((17 - height) * (17 - width) / BOLD[drawing]) + (
            (1 - SAY_BACKGROUND) * entropy(*shares) + (1 - SAY_COLOUR) * math.log2(len(COLOURS))
        )

    make = rich.ALONE["letter"]
    made = [record(make, i) for i in range(120)]
    ours = [bits_given(each, lambda p: p.caption, lambda p: p.pixels.tobytes()) for each in made]
    true = [exact(each.value) for each in made]
    error = 2 * np.std(np.subtract(ours, true)) / math.sqrt(len(made))
    assert np.mean(ours) == pytest.approx(np.mean(true), abs=error)


@pytest.mark.parametrize("kind", ["story", "passage", "poem"])
def test_the_same_script_tells_the_same(kind):
    make = rich.WRITERS[kind]
    made = record(make, 5)
    again = run(make, ChosenRandom("another", script={choice.name: choice for choice in made.choices}))
    assert again == made.value


def test_weights_and_samples_fall_by_their_shares():
    make = partial(run, lambda rng: (rng.choices("ab", (3, 1))[0], tuple(rng.sample("cd", 2))))
    found = [make(ChosenRandom(i)) for i in range(500)]
    assert sum(a == "a" for a, _ in found) == pytest.approx(375, abs=40)
    assert sum(b == ("c", "d") for _, b in found) == pytest.approx(250, abs=45)
