"""Arrays and labels in, `go.Figure` out: every chart of the page. No torch, no Gradio, no Matplotlib.

A figure carries no theme. Its colours are custom properties of `assets/style.css`, which the page reads in the theme
that is on; `HOUSE` is the layout that it puts below each figure. Numbers are drawn as they come, names by `safe`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import plotly.graph_objects as go

SANS, MONO = "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono"
INK, INK_2, INK_3, LINE, CARD = (f"var(--{name})" for name in ("ink", "ink-2", "ink-3", "line", "card"))
NONE = "rgba(0,0,0,0)"
SHADES = tuple(f"var(--shade-{i})" for i in range(1, 6))  # of parts that stand side by side
SMALL, LETTER, APART = 13, 7.4, 20  # size of type, width of a letter, and two names one above the other, in pixels

AXIS = {
    "gridcolor": LINE,
    "linecolor": INK,
    "linewidth": 1.5,
    "zeroline": False,
    "ticks": "outside",
    "ticklen": 5,
    "tickcolor": NONE,
    "tickfont": {"family": MONO, "size": SMALL, "color": INK_3},
    "automargin": True,
    "ticklabeloverflow": "allow",  # else each name is measured at each drawing: of 400 half of the time
    "title": {"standoff": 8, "font": {"size": 14, "color": INK_2}},
}
HOUSE: dict[str, Any] = {
    "font": {"family": SANS, "size": 15, "color": INK},
    "paper_bgcolor": NONE,
    "plot_bgcolor": NONE,
    "xaxis": AXIS,
    "yaxis": AXIS,
    "coloraxis": {"colorbar": {"thickness": 12, "outlinewidth": 0, "tickfont": AXIS["tickfont"]}},
    "hoverlabel": {"font": {"family": MONO, "size": 14, "color": CARD}, "bgcolor": INK, "bordercolor": INK},
    "margin": {"l": 48, "r": 12, "t": 12, "b": 40},
    "hovermode": "closest",
    "showlegend": False,
    "bargap": 0.15,
}


def safe(text: str) -> str:
    """A piece as Plotly shall show it: it reads <b>, <a>, <br>, entities and $TeX$ in every text, and drops other tags.

    A leading space, which is part of the token, is drawn as a box.
    """
    lead = "␣" if text[:1] == " " else ""
    shown = lead + text[len(lead) :].replace("\n", "↵").replace("\t", "⇥").replace("\0", "\\x00") or "∅"
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


def figure(traces: Sequence[Mapping], kept: str = "kept", **layout: Any) -> "go.Figure":
    """Validated by Plotly, which is imported at the first figure. A visitor's zoom stays as long as `kept` does."""
    import plotly.graph_objects as go

    return go.Figure([*traces], go.Layout(template={"layout": HOUSE}, uirevision=kept, **layout))


def line(x: Any, y: Any, name: str, looked_at: bool) -> dict:
    """A line through points, thick and dark if it is the one to look at."""
    pen = {"color": INK if looked_at else INK_3, "width": 3 if looked_at else 1.8}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "name": safe(name), "line": pen, "hoverinfo": "none"}


def label(x: float, y: float, text: str, looked_at: bool, side: str, up: float = 0) -> dict:
    """A name at the end of a line, on that `side` of the point, `up` pixels above it. `text` is safe already."""
    away = 8 if side == "right" else -8
    return {
        "x": float(x),
        "y": float(y),
        "text": text,
        "showarrow": False,
        "xanchor": "left" if side == "right" else "right",
        "xshift": away,
        "yshift": float(up),
        "font": {"size": SMALL + 1, "color": INK if looked_at else INK_2},
    }


def spaced(heights: np.ndarray, least: float, low: float = -np.inf, high: float = np.inf) -> np.ndarray:
    """`heights` (n,), moved as little as can be so that no two are nearer than `least` and all lie within the bounds.

    An isotonic regression (Barlow et al. 1972): neighbours that would overlap share a mean.
    """
    order, ranks = np.argsort(heights, kind="stable"), least * np.arange(len(heights))
    pools: list[tuple[float, int]] = []  # mean, and how many share it
    for height in heights[order] - ranks:
        pools.append((float(height), 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    means = np.repeat([mean for mean, _ in pools], [n for _, n in pools])
    placed = np.empty(len(heights))
    placed[order] = np.clip(means, low, max(low, high - ranks[-1])) + ranks
    return placed


def curves(
    x: np.ndarray, ys: Mapping[str, np.ndarray], xs: str, y: str, height: int, rules: float | None = None
) -> "go.Figure":
    """Lines over one axis, each named at its end; the first is the one to look at.

    `height` is the plot's in pixels: names that would touch are moved apart. `rules`: how far apart x has its ticks.
    """
    everything = np.concatenate([*ys.values()])
    scale = height / (np.ptp(everything) or 1)  # pixels for each 1
    ends = np.array([values[-1] for values in ys.values()], float)
    up = (spaced(ends, APART / scale) - ends) * scale
    return figure(
        [line(x, values, name, i == 0) | {"hoverinfo": "all"} for i, (name, values) in enumerate(ys.items())],
        annotations=[label(x[-1], ends[i], safe(name), i == 0, "right", up[i]) for i, name in enumerate(ys)],
        xaxis={"title": {"text": xs}, "dtick": rules, "range": (float(x[0]), float(x[-1]))},
        yaxis={"title": {"text": y}},
        margin=HOUSE["margin"] | {"r": 16 + LETTER * max(map(len, ys))},
        hovermode="x",
    )


def threads(ys: Sequence[Sequence[float]], names: Sequence[str], xs: str, y: str) -> "go.Figure":
    """Lines of their own lengths from 1 on, the first in front; chances, so from 0 to 1."""
    lines = [line([*range(1, len(y) + 1)], y, name, i == 0) for i, (y, name) in enumerate(zip(ys, names, strict=True))]
    for each in lines[1:]:
        each["line"] = {"color": INK_3, "width": 0.8}
    return figure(
        lines[::-1],
        xaxis={"title": {"text": xs}, "rangemode": "tozero"},
        yaxis={"title": {"text": y}, "range": (0, 1), "tickformat": ".0%"},
    )


def dots(values: Mapping[str, Sequence[int]], marks: Mapping[int, str], x: str, y: str) -> "go.Figure":
    """A dot for each whole number, equal ones above each other, hollow under the second name; `marks` are named."""
    height: Counter[int] = Counter()
    traces = []
    for i, (name, numbers) in enumerate(values.items()):
        up = [height.update([n]) or height[n] for n in numbers]
        pen = {"size": 13, "color": CARD if i else INK, "line": {"width": 2, "color": INK}}
        traces.append({"type": "scatter", "mode": "markers", "x": numbers, "y": up, "name": safe(name), "marker": pen})
    top = max([*height.values(), 3]) + 1
    ruler = {"type": "line", "y0": 0, "y1": top, "line": {"color": INK_2, "width": 2, "dash": "dash"}}
    return figure(
        traces,
        shapes=[ruler | {"x0": at, "x1": at} for at in marks],
        annotations=[label(at, top, safe(name), True, "right") | {"yanchor": "top"} for at, name in marks.items()],
        xaxis={"title": {"text": x}, "rangemode": "tozero"},
        yaxis={"title": {"text": y}, "range": (0, top), "dtick": 1},
    )


def slopes(
    names: Sequence[str], said: Sequence[Sequence[str]], shares: np.ndarray, ends: Sequence[str], height: int
) -> "go.Figure":
    """A line for each name from its first share to its second; the one that moves most is the one to look at.

    `shares` (2, n) are drawn; `said`, the same in words, stand with the name at both `ends`. `height` as in `curves`.
    """
    most = int(np.abs(shares[1] - shares[0]).argmax())
    top = float(shares.max()) or 1.0
    named = []
    for end, side in enumerate(("left", "right")):
        up = (spaced(shares[end], APART * top / height, 0, top) - shares[end]) / top * height
        for i, name in enumerate(names):
            text = (f"{safe(name)}  {said[end][i]}", f"{said[end][i]}  {safe(name)}")[end]
            named.append(label(end, shares[end, i], text, i == most, side, up[i]))
    squares = {"mode": "lines+markers", "marker": {"symbol": "square", "size": 8}}
    room = 16 + LETTER * (max(map(len, names)) + max(len(words) for each in said for words in each))
    heads = {"tickvals": (0, 1), "ticktext": ends, "tickangle": 0, "side": "top", "linecolor": NONE}
    fixed = {"fixedrange": True, "showgrid": False}
    return figure(
        [line((0, 1), shares[:, i], name, i == most) | squares for i, name in enumerate(names)],
        annotations=named,
        xaxis=fixed | heads | {"range": (-0.02, 1.02)},
        yaxis=fixed | {"visible": False, "range": (-0.06 * top, 1.06 * top)},
        margin={"l": room, "r": room, "t": 32, "b": 8},
    )


def heatmap(values: np.ndarray, x: str, y: str, colour: str, names: Sequence[str], kept: str = "kept") -> "go.Figure":
    """A square matrix, row 0 above, none of its numbers below 0, with names of its rows, which its columns share.

    The page names as many of them as there is room for. A click on a row chooses the page's token of that place.
    """
    ends = (-0.5, len(names) - 0.5)
    bare = {"showgrid": False, "tickfont": AXIS["tickfont"] | {"color": INK_2}}
    cells = {"type": "heatmap", "z": values, "coloraxis": "coloraxis"}
    said = {"hovertemplate": f"{y} %{{y}}, {x} %{{x}}: %{{z:.4f}}<extra></extra>"}
    ramp = {"cmin": 0, "cmax": float(values.max()) or 1, "colorbar": {"title": {"text": colour, "side": "right"}}}
    return figure(
        [cells | said],
        kept,
        coloraxis=ramp,
        xaxis=bare | {"title": {"text": x}, "tickangle": -90, "range": ends},
        yaxis=bare | {"title": {"text": y}, "range": ends[::-1]},
        meta={"click": "token", "names": [f"{i} {safe(name)}" for i, name in enumerate(names)]},
        dragmode="zoom",
    )


def confusion(counts: np.ndarray, x: str, y: str, colour: str) -> "go.Figure":
    """How often each of n kinds was taken for each: counts (n, n), row 0 above, the numbers written into the cells."""
    names = [str(i) for i in range(len(counts))]
    cells = {"type": "heatmap", "z": counts, "coloraxis": "coloraxis", "xgap": 2, "ygap": 2}
    said = {"hovertemplate": f"{y} %{{y}}, {x} %{{x}}: %{{z}}<extra></extra>"}
    shown = {"text": [[str(n) if n else "" for n in row] for row in counts], "texttemplate": "%{text}"}
    axis = {"showgrid": False, "fixedrange": True, "tickvals": [*range(len(names))], "ticktext": names}
    ramp = {"cmin": 0, "cmax": float(counts.max()) or 1, "colorbar": {"title": {"text": colour, "side": "right"}}}
    return figure(
        [cells | said | shown],
        coloraxis=ramp,
        xaxis=axis | {"title": {"text": x}},
        yaxis=axis | {"title": {"text": y}, "autorange": "reversed"},
    )


def areas(
    names: Sequence[str],
    parents: Sequence[int | None],
    counts: Sequence[int],
    inks: Sequence[str],
    kind: str = "treemap",
    corner: str = "",
) -> "go.Figure":
    """Parts of a whole as areas, a "treemap" or a "sunburst"; `parents` are places in the list, None of the whole.

    `corner` names what stands in the upper left corner of a treemap, with an arrow: it may be a dot.
    """
    sectors = {
        "type": kind,
        "ids": [str(i) for i in range(len(names))],  # equal names stay apart
        "labels": [safe(name) for name in names],
        "parents": ["" if parent is None else str(parent) for parent in parents],
        "values": counts,
        "branchvalues": "total",
        "sort": False,
        "hovertemplate": "%{label}: %{value:,}, %{percentRoot:.4%}<extra></extra>",
        "texttemplate": "%{label}<br>%{value:,}",
        "marker": {"colors": inks, "line": {"width": 2, "color": CARD}},
    }
    if kind == "treemap":  # without frames, which would take from the areas
        sectors |= {"tiling": {"pad": 0}, "pathbar": {"visible": False}}
        sectors["marker"] |= {"pad": {"l": 0, "r": 0, "t": 0, "b": 0}}
    arrows = [pointer(corner)] if corner and kind == "treemap" else []
    return figure(
        [sectors],
        annotations=arrows,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uniformtext={"minsize": SMALL, "mode": "hide"},
    )


def pointer(text: str) -> dict:
    """An arrow into the upper left corner, and what stands there."""
    at = {
        "x": 0,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "ax": 90,
        "ay": 90,
        "xanchor": "left",
        "xshift": 2,
        "yshift": -2,
    }
    pen = {"arrowhead": 2, "arrowwidth": 2, "arrowcolor": INK, "font": {"color": INK}, "bgcolor": CARD, "borderpad": 4}
    return {"text": safe(text), "showarrow": True, **at, **pen}
