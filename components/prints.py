"""Arrays and labels in, a file for paper out: PDF, SVG and PNG by Matplotlib. No torch, no Gradio, no Plotly.

Matplotlib is imported at the first print: it takes half a second and 20 MB. `Figure`, never `pyplot`, which keeps all
figures of the program. What is drawn is a function of one `Axes`: several make a page.
"""

import io
import os
import threading
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

FONTS = Path(__file__).parents[1] / "assets" / "fonts" / "print"  # TTF: Matplotlib reads no woff2
SANS, MONO = "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono"
FALLBACK = "DejaVu Sans"  # comes with Matplotlib, has most of the signs that the page's fonts lack
SIZES = {"slide": (10.0, 5.6), "page": (7.2, 5.0), "poster": (23.4, 16.5)}  # inches
FORMS = ("pdf", "svg", "png")
DPI = 200
INK, INK_2, INK_3, LINE, CHANCE = "#14201e", "#44524f", "#5d6b68", "#d3dbd9", "#046d5f"
RAMP = "#ffffff #dbf4e8 #acddca #78c7af #31b197 #018f84 #086d6c #044b54 #012b39".split()  # as in colours.js
WIDE, LINE_HEIGHT = 0.62, 4.6  # of a letter in sizes of its type; of a line of chips in letters
MOST_NAMES = 40  # along an axis; of more, every so many-th is named
ONE_AT_A_TIME = threading.Lock()  # Matplotlib's settings are the whole program's

Drawing = Callable[["Axes"], None]


@cache
def style() -> dict:
    """Our look as rcParams. Text stays text, fonts are embedded, and two runs give the same bytes."""
    from matplotlib import font_manager

    for file in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(file)
    return {
        "font.family": [SANS, FALLBACK],
        "font.size": 10,
        "axes.edgecolor": INK_3,
        "axes.labelcolor": INK_2,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.titlelocation": "left",
        "axes.titleweight": "bold",
        "text.color": INK,
        "text.parse_math": False,
        "xtick.color": INK_3,
        "ytick.color": INK_3,
        "pdf.fonttype": 42,
        "svg.fonttype": "path",
        "svg.hashsalt": "weighted dice",
    }


@cache
def glyphs() -> frozenset[str]:
    """Signs that one of the two fonts can draw, from left to right."""
    from matplotlib import font_manager

    style()
    files = [*FONTS.glob("*.ttf"), font_manager.findfont(FALLBACK)]
    codes = set().union(*(font_manager.get_font(file).get_charmap() for file in files))
    return frozenset(sign for sign in map(chr, codes) if bidirectional(sign) not in ("R", "AL", "AN"))


def drawable(text: str) -> str:
    """`text` with a box for the space that it begins with; what no font here can draw is written as its bytes."""
    lead = "␣" if text[:1] == " " else ""
    signs = [{"\n": "↵", "\t": "⇥"}.get(sign, sign) for sign in text[len(lead) :]]
    known = glyphs()
    shown = [sign if sign in known and sign.isprintable() else bytes_of(sign) for sign in signs]
    return lead + "".join(shown) or "∅"


def bytes_of(sign: str) -> str:
    """A sign as the bytes of UTF-8: \\xf0\\x9f …"""
    return "".join(f"\\x{byte:02x}" for byte in sign.encode("utf-8", "surrogatepass"))


def today() -> str:
    """The date of a print; SOURCE_DATE_EPOCH, if it is set, says which (reproducible-builds.org)."""
    return time.strftime("%Y-%m-%d", time.gmtime(float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())))


def saved(draw: Drawing, form: str, size: str, caption: str) -> bytes:
    """One picture with a line below it, as a file. Raises ValueError for a form or a size that there is none of."""
    if form not in FORMS or size not in SIZES:
        raise ValueError(
            f"A print is {', '.join(FORMS)} of the size {', '.join(SIZES)}, not {form} of the size {size}."
        )
    width, height = SIZES[size]
    scale = height / SIZES["page"][1]

    def fill(figure: "Figure") -> None:
        below = 0.42 * scale / height
        draw(figure.add_axes((0.1, below + 0.11, 0.85, 0.78 - below)))
        figure.text(0.02, 0.16 * scale / height, drawable(caption), size=8 * scale, color=INK_3)

    return printed([((width, height), fill)], form, 10 * scale)


def printed(
    pages: Sequence[tuple[tuple[float, float], Callable[["Figure"], None]]], form: str, type_size: float = 10
) -> bytes:
    """Pages, each with its size in inches and what fills it, as one file; several only as PDF."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    out = io.BytesIO()
    with ONE_AT_A_TIME, rc_context(style() | {"font.size": type_size}):
        figures = []
        for size, fill in pages:
            figures.append(Figure(figsize=size, dpi=DPI))
            fill(figures[-1])
        if form == "pdf":
            with PdfPages(out, metadata={"CreationDate": None, "Creator": "Weighted Dice"}) as file:
                for figure in figures:
                    figure.savefig(file, format="pdf")
        else:
            figures[0].savefig(
                out, format=form, metadata={"Date": None} if form == "svg" else {"Software": "Weighted Dice"}
            )
    return out.getvalue()


def bars(names: Sequence[str], values: Sequence[float], said: Sequence[str], title: str) -> Drawing:
    """A bar for each name, the longest as wide as the axes, with what is `said` of it at its end."""
    shown = [drawable(name) for name in names]

    def draw(axes: "Axes") -> None:
        at = np.arange(len(names))
        axes.barh(at, values, color=CHANCE, height=0.68)
        axes.set_yticks(at, shown, family=[MONO, FALLBACK], color=INK)
        make_room(axes, max(map(len, shown)))
        for i, text in enumerate(said):
            axes.annotate(
                text, (values[i], i), (4, 0), textcoords="offset points", va="center", family=[MONO, FALLBACK]
            )
        axes.set(xticks=(), xlim=(0, (max(values) or 1) * 1.25), ylim=(len(names) - 0.4, -0.6))
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(length=0)
        axes.set_title(drawable(title) if title else "")

    return draw


def make_room(axes: "Axes", letters: int) -> None:
    """Move the left side of the axes, so that names of so many letters stand left of them."""
    size = axes.yaxis.get_ticklabels()[0].get_fontsize()
    left = max(axes.get_position().x0, (letters * WIDE * size / 72 + 0.25) / axes.figure.get_figwidth())
    axes.set_position((left, axes.get_position().y0, axes.get_position().x1 - left, axes.get_position().height))


def ramp() -> "Colormap":
    """The colours of chances and weights, from 0 to 1."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("chance", RAMP)


def matrix(values: np.ndarray, names: Sequence[str], title: str, x: str = "", y: str = "", key: bool = True) -> Drawing:
    """A square matrix of numbers from 0 to 1, row 0 above, with names of its rows, which its columns share."""

    def draw(axes: "Axes") -> None:
        shown = axes.imshow(values, ramp(), vmin=0, vmax=max(float(values.max()), 1e-9), interpolation="nearest")
        each = -(-len(names) // MOST_NAMES)
        at, named = range(0, len(names), each), [drawable(name) for name in names[::each]]
        small = {"size": "x-small" if len(at) > 16 else "small", "family": [MONO, FALLBACK]}
        axes.set_yticks(at, named, **small)
        axes.set_xticks(at, named, rotation=90, **small)
        axes.set(xlabel=x, ylabel=y)
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)
        axes.set_title(drawable(title) if title else "")
        if key:
            axes.figure.colorbar(shown, ax=axes, fraction=0.046, pad=0.03).outline.set_visible(False)

    return draw


def lines(x: np.ndarray, ys: dict[str, np.ndarray], xs: str, y: str, title: str) -> Drawing:
    """Lines over one axis, each named at its end; the first is the one to look at."""

    def draw(axes: "Axes") -> None:
        for i, (name, values) in enumerate(ys.items()):
            colour = INK if i == 0 else INK_3
            axes.plot(x, values, color=colour, linewidth=2.2 if i == 0 else 1.3)
            axes.annotate(
                drawable(name), (x[-1], values[-1]), (5, 0), textcoords="offset points", va="center", color=colour
            )
        axes.grid(color=LINE, linewidth=0.6)
        axes.set(xlabel=xs, ylabel=y, xlim=(x[0], x[-1]))
        axes.set_title(drawable(title) if title else "")

    return draw


def intervals(names: Sequence[str], values: np.ndarray, low: np.ndarray, high: np.ndarray, x: str) -> Drawing:
    """A point for each name with its interval; places are numbers, so that equal names stay apart."""

    def draw(axes: "Axes") -> None:
        at = np.arange(len(names))
        arms = np.clip([values - low, high - values], 0, None)
        axes.errorbar(values, at, xerr=arms, fmt="s", color=CHANCE, ecolor=INK_3, markersize=4, linewidth=1.4)
        axes.set_yticks(at, [drawable(name) for name in names], color=INK)
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set(xlabel=x, ylim=(len(names) - 0.4, -0.6))
        axes.tick_params(length=0)

    return draw


def chips(pieces: Sequence[str], below: Sequence[str], title: str) -> Drawing:
    """Tokens as boxes in running lines, as large as they all fit, each with a text below it."""
    shown = [drawable(piece) for piece in pieces]
    widths = [max(len(piece), 0.8 * len(note)) + 1.4 for piece, note in zip(shown, below, strict=True)]

    def draw(axes: "Axes") -> None:
        from matplotlib.patches import FancyBboxPatch

        box = axes.get_window_extent().transformed(axes.figure.dpi_scale_trans.inverted())
        places, wide = laid_out(widths, box.width / box.height)
        unit = box.width / wide  # inches that a letter has
        axes.set(xlim=(0, wide), ylim=(-box.height / unit, 0))
        axes.axis("off")
        axes.set_title(drawable(title) if title else "")
        size, mono = unit * 72 / WIDE, {"family": [MONO, FALLBACK], "ha": "center", "va": "center"}
        for piece, note, width, (x, line) in zip(shown, below, widths, places, strict=True):
            y = -line * LINE_HEIGHT - 2.6
            frame = FancyBboxPatch((x, y), width, 2.1, "round,pad=0,rounding_size=0.4", fc="white", ec=INK_3, lw=0.8)
            axes.add_patch(frame)
            axes.text(x + width / 2, y + 0.95, piece, size=size, **mono)
            axes.text(x + width / 2, y - 0.9, note, size=size * 0.75, color=INK_3, **mono)

    return draw


def laid_out(widths: Sequence[float], shape: float) -> tuple[list[tuple[float, int]], float]:
    """The place and the line of each box, and the narrowest line, in letters, with which all fit into that `shape`."""
    wide = max(60.0, *widths)
    while True:
        places, x, line = [], 0.0, 0
        for width in widths:
            if x and x + width > wide:
                x, line = 0.0, line + 1
            places.append((x, line))
            x += width + 0.9
        if (line + 1) * LINE_HEIGHT <= wide / shape:
            return places, wide
        wide *= 1.1


def picture(colours: np.ndarray, palette: Sequence[str], title: str) -> Drawing:
    """A picture (height, width) of places in a palette of #rrggbb."""

    def draw(axes: "Axes") -> None:
        table = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in palette], np.uint8)
        axes.imshow(table[colours], interpolation="nearest")
        axes.set(xticks=(), yticks=())
        axes.set_title(drawable(title) if title else "")

    return draw


def rule(left: float, right: float, y: float, style: str = "-") -> "Line2D":
    """A line across a page, in shares of it."""
    from matplotlib.lines import Line2D

    return Line2D((left, right), (y, y), color=INK_3, linewidth=0.7, linestyle=style)


def animated(
    frames: Sequence[np.ndarray], palette: Sequence[str], scale: int = 16, ms: int = 40, last_ms: int = 1500
) -> bytes:
    """A GIF of pictures (height, width) of places in a palette, by Pillow: exact colours, in an endless loop."""
    from PIL import Image

    table = [int(colour[i : i + 2], 16) for colour in palette for i in (1, 3, 5)]
    made = []
    for frame in frames:
        image = Image.fromarray(np.kron(frame, np.ones((scale, scale))).astype(np.uint8), "P")
        image.putpalette(table)
        made.append(image)
    out = io.BytesIO()
    durations = [ms] * (len(made) - 1) + [last_ms]
    made[0].save(out, "GIF", save_all=True, append_images=made[1:], duration=durations, loop=0)
    return out.getvalue()
