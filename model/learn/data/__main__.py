"""Train the five prepared experiments on three seeds, those that the log lacks. `python -m model.learn.data`.

Each finished run of both sides is one line of JSON; what stands there is not trained again, so it can be stopped at any
time. About a quarter of an hour on one core.
"""

import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from model.found.experiments import FILE, FINDINGS, Measured, read
from model.learn.data.experiments import PLANTED, pair
from model.learn.data.measure import measure
from model.learn.data.two import lessons, trained
from model.learn.study import command, note

SEEDS = (1, 2, 3)
PLANNED = [(name, PLANTED) for name in FINDINGS] + [("skew", 1)]  # the skew the other way, too


def run(name: str, seed: int, tenths: int = PLANTED) -> Measured:
    """Train both sides of an experiment and measure them."""
    began, made = time.process_time(), pair(name, tenths, seed)
    both = [trained(lesson) for lesson in lessons(made, seed)]
    figures = measure(made, name, [transformer for transformer, _ in both], both[0][1])
    rows = tuple(map(len, made.sides))
    return Measured(name, seed, tenths, made.steps, rows, figures, round(time.process_time() - began, 1))


def sweep(out: Path) -> Iterator[Measured]:
    """Run what `out` lacks, add its line to `out`, and say it."""
    done = {(each.experiment, each.seed, each.tenths) for each in read(out)}
    for seed, (name, tenths) in product(SEEDS, PLANNED):
        if (name, seed, tenths) not in done:
            measured = run(name, seed, tenths)
            note(out, measured)
            yield measured


if __name__ == "__main__":
    command(__doc__, FILE, sweep)
