"""A clip on paper: its frames side by side."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from components.prints import INK, Drawing, drawable

GAP = 0.12  # between frames, in frames


def strip(frames: np.ndarray, palette: Sequence[str], title: str) -> Drawing:
    """Frames (n, height, width) of places in a palette of #rrggbb, side by side and numbered."""
    table = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in palette], np.uint8)

    def draw(axes: Any) -> None:
        for i, frame in enumerate(frames):
            left = i * (1 + GAP)
            axes.imshow(table[frame], interpolation="nearest", extent=(left, left + 1, 0, 1))
            axes.plot([left, left + 1, left + 1, left, left], [0, 0, 1, 1, 0], color=INK, linewidth=0.8)
            axes.text(left, -0.04, str(i + 1), va="top", color=INK)
        axes.set(xlim=(-0.02, len(frames) * (1 + GAP) - GAP + 0.02), ylim=(-0.14, 1.02))
        axes.axis("off")
        axes.set_title(drawable(title))

    return draw
