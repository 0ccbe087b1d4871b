"""The chart of two trainings, by `components.figures`: bits by step, one line whole and one dashed."""

from collections.abc import Sequence
from typing import Any

from components.figures import CARD, HOUSE, INK, LETTER, figure, label, line, safe


def two_curves(names: Sequence[str], y: str) -> Any:
    """Bits by step, to be filled: unseen text of A and B, what each reads, and a mark at both ends. x is log2(1 + step).

    `names`: of these four lines.
    """
    traces = [line([], [], name, i < 2) for i, name in enumerate(names)]
    for i, each in enumerate(traces):
        each["line"] = each["line"] | ({"dash": "8px 5px"} if i % 2 else {}) | ({"width": 1.4} if i > 1 else {})
    end = {"type": "scatter", "mode": "markers", "x": [], "y": [], "hoverinfo": "none"}
    pens = [{"size": 11, "symbol": "square", "color": fill, "line": {"width": 2, "color": INK}} for fill in (INK, CARD)]
    marks = [end | {"name": safe(name), "marker": pen} for name, pen in zip(names, pens, strict=False)]
    return figure(
        [*traces[::-1], *marks],
        annotations=[label(0, 0, safe(name), i < 2, "right") for i, name in enumerate(names)],
        xaxis={"tickvals": [], "ticktext": []},
        yaxis={"title": {"text": y}, "rangemode": "tozero"},
        margin=HOUSE["margin"] | {"r": 16 + LETTER * (5 + max(map(len, names)))},  # and its number
    )
