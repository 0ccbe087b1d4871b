"""Charts of a training, by `components.figures`: bits by step, and the hill of one weight."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from components.figures import CARD, HOUSE, INK, INK_2, LETTER, figure, label, line, safe


def learning(names: Sequence[str], y: str) -> Any:
    """Bits by step, to be filled while a model learns: two curves with a name each, then lines to compare with.

    `names`: of the curve to look at, of the other, of each line. x is log2(1 + step).
    """
    dotted = {"color": INK_2, "width": 1.5, "dash": "2px 4px"}
    traces = [line([], [], name, i == 0) for i, name in enumerate(names)]
    traces[1]["line"]["width"] = 1.4
    for each in traces[2:]:
        each["line"] = dotted
    end = {"type": "scatter", "mode": "markers", "x": [], "y": [], "name": safe(names[0]), "hoverinfo": "none"}
    return figure(
        [*traces[1:], traces[0], end | {"marker": {"size": 11, "color": INK, "symbol": "square"}}],
        annotations=[label(0, 0, safe(name), i == 0, "right") for i, name in enumerate(names)],
        xaxis={"tickvals": [], "ticktext": []},
        yaxis={"title": {"text": y}, "rangemode": "tozero"},
        margin=HOUSE["margin"] | {"r": 16 + LETTER * (5 + max(map(len, names)))},  # and its number
    )


def hill(way: Sequence[Sequence[float]], before: float, after: float, slope: float, x: str, y: str) -> Any:
    """The loss over one weight, its slope as a dashed tangent, an empty square before a step and a full one after."""
    values, bits = np.array(way).T
    here, there = (float(np.interp(at, values, bits)) for at in (before, after))
    run = (values[-1] - values[0]) / 4
    tangent = line([before - run, before + run], [here - slope * run, here + slope * run], "slope", False)
    tangent["line"] = {"color": INK_2, "width": 1.8, "dash": "dash"}
    pen = {"size": 13, "symbol": "square", "color": [CARD, INK], "line": {"width": 2, "color": INK}}
    steps = {"type": "scatter", "mode": "markers", "x": [before, after], "y": [here, there], "marker": pen}
    room = max(float(np.ptp(bits)), 1e-6) * 0.15
    return figure(
        [line(values, bits, y, True), tangent, steps | {"name": "weight", "hoverinfo": "none"}],
        xaxis={"title": {"text": x}},
        yaxis={"title": {"text": y}, "range": (float(bits.min()) - room, float(bits.max()) + room)},
    )
