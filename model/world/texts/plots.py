"""Plots: what happens step by step, and who gets which thing. A plot is a block of a table.

A line with `+` begins a step. `t>b` after it gives thing t to b, `t>-` takes it away from everybody; `@search` says the
step in the wordings that plots share under this name; with `?` it may be left out. The lines below are its wordings.
Parts before the first step say who may be in the plot (`cast`), and whether it opens by itself (`opening`).
"""

from typing import NamedTuple

from model.world.language.tables import Block, Table
from model.world.language.wordings import bank


class Step(NamedTuple):
    """One event of a plot: its moves of things and its wordings."""

    moves: tuple[tuple[str, str], ...]
    optional: bool
    lines: tuple[str, ...]


class Plot(NamedTuple):
    """Who may be in it, whether it opens by itself, and its steps."""

    cast: tuple[str, ...]
    opens: bool
    steps: tuple[Step, ...]


def read_plots(table: Table) -> dict[str, Plot]:
    """Name -> plot."""
    return {name: read_plot(block) for name, block in table.items()}


def read_plot(block: Block) -> Plot:
    """The plot of one block. Raises ValueError where it has no steps."""
    starts = [i for i, line in enumerate(block) if line[:1] == "+"]
    if not starts:
        raise block.damage(0, "the plot that begins here has no steps")
    facts = dict(block.pair(i) for i in range(starts[0]))
    steps = [read_step(block, *bounds) for bounds in zip(starts, [*starts[1:], len(block)], strict=True)]
    return Plot(tuple(facts.get("cast", "").split(" | ")), "opening" in facts, tuple(steps))


def read_step(block: Block, start: int, end: int) -> Step:
    """The step whose lines are those of `block` from `start`. Raises ValueError where it says nothing."""
    marks = block[start][1:].split()
    moves = tuple(tuple(mark.split(">")) for mark in marks if ">" in mark)
    lines = next((bank(mark[1:]) for mark in marks if mark[0] == "@"), block[start + 1 : end])
    if not lines or len(marks) > len(moves) + ("?" in marks) + any(mark[0] == "@" for mark in marks):
        raise block.damage(start, "a step with moves as `t>b`, a bank as `@joy`, `?`, and wordings was to be here")
    return Step(moves, "?" in marks, lines)


def move(scene: dict, moves: tuple[tuple[str, str], ...]) -> None:
    """Give things to their new owners."""
    for thing, owner in moves:
        scene[thing].owner = scene.get(owner)
