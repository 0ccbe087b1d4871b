"""Milliseconds that it takes to search a whole context in three million tokens; `make bench` runs it.

The exit status is 1 if the median is above the bar.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np

import model
from model.found import suffixes

TOKENS, TIMES, BAR_MS = 3_000_000, 30, 50


def main() -> None:
    """Print, for a text of the model, one that was read and random tokens, the median and the slowest search."""
    lm = model.load()
    read = lm.reading.ids
    ids = np.concatenate([read, read[::-1]])[:TOKENS]
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        made = suffixes.of(ids, Path(folder))
        print(f"sorted {len(ids):,} tokens in {time.perf_counter() - began:.2f} s; {made.nbytes / 1e6:.1f} MB")
    n, prompt = lm.config.n_positions, lm.encode("Once upon a time")
    rolled = [int(step.ids) for step in lm.generate(prompt, n - len(prompt), model.Shaping(0.7), 7)]
    strange = np.random.default_rng(0).integers(100, lm.config.vocab_size, n)
    worst = 0.0
    for name, asked in (("written", [*prompt, *rolled]), ("read", read[5000 : 5000 + n]), ("random", strange)):
        took = []
        for _ in range(TIMES):
            began = time.perf_counter()
            made.runs(list(map(int, asked)), 5)
            took.append(1e3 * (time.perf_counter() - began))
        print(f"{name}: {median(took):.1f} ms, slowest of {TIMES} {max(took):.1f} ms")
        worst = max(worst, median(took))
    sys.exit(worst > BAR_MS)


if __name__ == "__main__":
    main()
