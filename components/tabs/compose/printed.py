"""A tune on paper: its piano roll."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from components.prints import INK, LINE, Drawing, drawable


def roll(notes: Sequence[tuple[int | None, int]], names: Sequence[str], bar: int, title: str) -> Drawing:
    """Notes as a piano roll: each a place in `names`, None for a rest, and a length; a line at each `bar`."""
    ends = np.cumsum([length for _, length in notes])
    sung = [
        (place, length, end - length) for (place, length), end in zip(notes, ends, strict=True) if place is not None
    ]

    def draw(axes: Any) -> None:
        for place, length, start in sung:
            axes.barh(place, length, left=start, height=0.8, color=INK)
        places = [place for place, *_ in sung] or [0]
        axes.set_yticks(range(min(places), max(places) + 1), names[min(places) : max(places) + 1])
        axes.set_xticks(range(0, max([bar, *ends]) + 1, bar), ())
        axes.grid(axis="x", color=LINE)
        axes.set_title(drawable(title))

    return draw
