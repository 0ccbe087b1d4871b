"""Figures of the model card, from what lies beside the weights: `python -m components.card`, after the scoreboard."""

import argparse
import json
from collections import Counter
from functools import partial
from pathlib import Path

import numpy as np

from components import prints
from model import PAINT, PALETTE, PIXELS, LanguageModel, load

WIDE, TALL = 8.0, 0.3  # inches: of a figure, and of a bar in it
SAMPLES = (
    *("a big red star on white", "a blue fish", "two yellow ducks", "a happy face", "a sad face with a green hat"),
    *("a hand", "a hand with dark skin", "the digit 7 in red", "the letter B", "a small green tree", "a brown dog"),
    *("a purple two-headed cat", "three orange circles", "a grey house on green", "a pink flower", "a black boat"),
)
COLUMNS = 8


def learning(lm: LanguageModel) -> bytes:
    """Bits on unseen data, evaluation by evaluation, run after run: each has a world of its own, which may be wider."""
    runs = lines_of(lm.facts["training"])
    kinds = {"bits_per_picture": "bits per picture", "bits_per_byte": "bits per byte of text"}

    def fill(figure) -> None:
        for i, (key, name) in enumerate(kinds.items()):
            axes = figure.add_axes((0.09 + 0.5 * i, 0.17, 0.39, 0.68))
            for steps, log in runs:
                axes.plot(steps, [row[key] for row in log], color=prints.INK, linewidth=1.6)
            axes.grid(color=prints.LINE, linewidth=0.6)
            axes.set(xlabel="steps of all runs", title=name)

    return prints.printed([((WIDE, 3.2), fill)], "png", 9)


def lines_of(training: dict | None) -> list[tuple[np.ndarray, list[dict]]]:
    """Of each run, the first one first: at which steps it was evaluated, and what was found."""
    if not training:
        return []
    before = lines_of(training.get("before"))
    begun = total(training.get("before"))
    log = training.get("log")  # the first runs kept none
    return [*before, (begun + np.array([row["step"] for row in log]), log)] if log else before


def total(training: dict | None) -> int:
    """Steps of a run and of those before it."""
    return training["steps"] + total(training.get("before")) if training else 0


def labels(rows: list[dict]) -> list[str]:
    """What each row is called where it stands alone: a name that several have comes after what it is a part of."""
    told, whole, found = Counter(row["name"] for row in rows), "", []
    for name in (row["name"] for row in rows):
        whole = whole if name.startswith(" ") else name.partition(",")[0]
        found.append(f"{whole}, {name.strip()}" if name.startswith(" ") and told[name] > 1 else name.strip())
    return found


def scores(rows: list[dict]) -> bytes:
    """Shares of the scoreboard that have a bar, with their 95 % intervals."""
    shown = {
        name: row
        for name, row in zip(labels(rows), rows, strict=True)
        if row["low"] is not None and row["high"] <= 1 and row["bar"] and not name.startswith("bits")
    }
    value, low, high = (np.array([row[key] for row in shown.values()]) for key in ("value", "low", "high"))
    height = 1 + TALL * len(shown)

    def fill(figure) -> None:
        draw = prints.intervals([*shown], value, low, high, "share, with its 95 % interval")
        draw(figure.add_axes((0.48, 0.6 / height, 0.49, 1 - 0.8 / height)))

    return prints.printed([((WIDE, height), fill)], "png", 9)


def contact_sheet(lm: LanguageModel) -> bytes:
    """Captions, each painted once: nothing was chosen."""
    side = int(PIXELS**0.5)
    painted = [[step.rank.item() for step in lm.paint(text, PAINT, seed)] for seed, text in enumerate(SAMPLES)]
    rows = -(-len(SAMPLES) // COLUMNS)

    def fill(figure) -> None:
        for i, (caption, colours) in enumerate(zip(SAMPLES, painted, strict=True)):
            column, row = i % COLUMNS, i // COLUMNS
            axes = figure.add_axes(((column + 0.06) / COLUMNS, 1 - (row + 0.78) / rows, 0.88 / COLUMNS, 0.74 / rows))
            prints.picture(np.reshape(colours, (side, side)), PALETTE, "")(axes)
            axes.set_xlabel(caption.replace(" with ", "\nwith ").replace(" on ", "\non "), fontsize=7)

    return prints.printed([((WIDE, rows * WIDE / COLUMNS * 1.25), fill)], "png")


def main() -> None:
    """Write what there is something to draw of."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("assets/model"))
    folder = parser.parse_args().folder
    lm, board = load(folder), folder / "scoreboard.json"
    drawn = {"learning.png": partial(learning, lm), "painted.png": partial(contact_sheet, lm)}
    if board.is_file():
        drawn["scoreboard.png"] = partial(scores, json.loads(board.read_text()))
    for name, draw in drawn.items():
        (folder / name).write_bytes(draw())


if __name__ == "__main__":
    main()
