"""Our own scaling law: the line, what is kept back, and the shipped runs."""

import json

import numpy as np
import pytest

from model.found import scaling
from model.found.scaling import Measured, Point


def measured(weights, tokens, seed, bits):
    return Measured(1, 16, weights, tokens, seed, bits, 1.0)


def test_the_line_through_points_of_a_power_law_is_that_law():
    sizes = (1e4, 3e4, 1e5, 4e5)
    found = scaling.fit([Point(int(n), 10, 1, 9 * n**-0.17, 0, 0) for n in sizes])
    assert found == pytest.approx((9, 0.17))
    assert found.bits(1e6) == pytest.approx(9 * 1e6**-0.17)


def test_runs_of_one_size_and_amount_are_one_point():
    runs = [measured(20, 5, 1, 3.0), measured(10, 5, 2, 4.5), measured(10, 5, 1, 4.0), measured(10, 7, 1, 2.0)]
    assert scaling.points(runs) == [
        Point(10, 5, 2, 4.25, 4.0, 4.5),
        Point(10, 7, 1, 2.0, 2.0, 2.0),
        Point(20, 5, 1, 3.0, 3.0, 3.0),
    ]
    known, largest = scaling.parted(scaling.points(runs))
    assert {point.weights for point in known} == {10} and {point.weights for point in largest} == {20}
    assert [point.tokens for point in scaling.on_most(known)] == [7]
    assert scaling.compute(known[0]) == 6 * 10 * 5


def test_what_is_written_is_read(tmp_path):
    file = tmp_path / "runs.jsonl"
    assert scaling.read(file) == []
    run = measured(10, 5, 1, 4.0)
    file.write_text(json.dumps(run._asdict()) + "\n")
    assert scaling.read(file) == [run]


def test_no_floor_and_the_fifth_size_foretells_the_sixth():
    """The choice that `fit` tells of, measured on the first six sizes: on five of them the best floor is 0."""
    known, _ = scaling.parted(scaling.points(scaling.read()))
    *five, sixth = scaling.on_most(known)
    floors = np.linspace(0, 0.98 * min(point.bits for point in five), 50)
    assert floors[np.argmin([misfit(five, floor) for floor in floors])] == 0
    assert abs(scaling.fit(five).bits(sixth.weights) / sixth.bits - 1) < 0.05


def misfit(points, floor):
    """Sum of squares in logarithms of a power law above a floor."""
    n, bits = np.log([p.weights for p in points]), np.array([p.bits for p in points])
    slope, start = np.polyfit(n, np.log(bits - floor), 1)
    return ((np.log(floor + np.exp(start + slope * n)) - np.log(bits)) ** 2).sum()
