"""A figure is data: what the page receives is compared with the array, without a browser."""

import base64
import gzip
import re
from pathlib import Path

import numpy as np
import plotly
import plotly.offline
import pytest

from components import figures

ROOT = Path(__file__).parents[1]
RNG = np.random.default_rng(0)
WEIGHTS = RNG.random((7, 7), dtype=np.float32)
HOSTILE = [
    '<img src=x onerror="a">',
    "<b>b</b> & &lt;",
    "$x$",
    "a\nb",
    '<a href="https://evil.example">x</a>',
    "\0",
    "",
]


def sent(part):
    """An array as the page receives it."""
    flat = np.frombuffer(base64.b64decode(part["bdata"]), part["dtype"])
    return flat.reshape([int(n) for n in str(part["shape"]).split(",")]) if "shape" in part else flat


def test_a_heatmap_sends_the_tensor_itself():
    made = figures.heatmap(WEIGHTS, "key", "query", "weight", [*"abcdefg"]).to_dict()
    z = made["data"][0]["z"]
    assert z["dtype"] == "f4" and np.array_equal(sent(z), WEIGHTS)
    assert made["layout"]["yaxis"]["range"] == [6.5, -0.5]  # row 0 above
    assert made["layout"]["meta"]["names"] == [f"{i} {c}" for i, c in enumerate("abcdefg")]


def test_a_confusion_matrix_sends_its_counts_and_writes_them_into_the_cells():
    counts = np.array([[5, 0, 1], [2, 4, 0], [0, 0, 6]])
    made = figures.confusion(counts, "read as", "drawn", "pictures")
    trace = made.to_dict()["data"][0]
    assert np.array_equal(sent(trace["z"]), counts)
    assert [*map(list, trace["text"])] == [["5", "", "1"], ["2", "4", ""], ["", "", "6"]]
    assert made.layout.yaxis.autorange == "reversed" and made.layout.coloraxis.cmax == 6


def test_curves_send_their_numbers_and_are_named_where_they_end():
    ys = {"one": WEIGHTS[0], "two": WEIGHTS[1]}
    made = figures.curves(np.arange(7), ys, "step", "bits", 200)
    for trace, (name, y) in zip(made.to_dict()["data"], ys.items(), strict=True):
        assert trace["name"] == name and np.array_equal(sent(trace["y"]), y)
    for note, (name, y) in zip(made.layout.annotations, ys.items(), strict=True):
        assert (note.text, note.x) == (name, 6) and note.y == pytest.approx(float(y[-1]))


def test_slopes_send_both_shares_and_equal_names_stay_apart():
    shares = np.array([[0.5, 0.3, 0.1], [0.1, 0.3, 0.6]])
    said = [[f"{p:.0%}" for p in side] for side in shares]
    made = figures.slopes([" the", "7", " the"], said, shares, ("before", "after"), 200)
    assert [tuple(trace.y) for trace in made.data] == [tuple(shares[:, i]) for i in range(3)]
    assert [trace.line.width for trace in made.data] == [1.8, 1.8, 3]  # the last moves most
    left, right = made.layout.annotations[:3], made.layout.annotations[3:]
    assert [note.text for note in left] == ["␣the  50%", "7  30%", "␣the  10%"]
    assert [note.y for note in left] == [*shares[0]] and [note.y for note in right] == [*shares[1]]
    assert [note.text for note in right] == ["10%  ␣the", "30%  7", "60%  ␣the"]


def test_areas_add_up_and_equal_names_stay_apart():
    made = figures.areas(["all", "a", "a"], [None, 0, 0], [5, 3, 2], [figures.INK] * 3)
    (areas,) = made.data
    assert len(set(areas.ids)) == 3 and areas.parents == ("", "0", "0") and areas.branchvalues == "total"
    assert areas.values[0] == sum(areas.values[1:])


def test_labels_are_moved_apart_and_no_further():
    heights = np.array([0.0, 0.0, 0.0, 0.9])
    placed = figures.spaced(heights, 0.1)
    assert np.diff(np.sort(placed)).min() >= 0.1 - 1e-9
    assert placed[3] == 0.9 and placed[:3].mean() == pytest.approx(0)
    assert figures.spaced(heights, 0.1, 0).min() == 0
    assert figures.spaced(heights[::-1], 0.1, 0, 0.9).max() <= 0.9


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(text):
    assert not re.search(r"[<>$\n\0]|&(?!lt;|gt;|amp;|#36;)", figures.safe(text))
    assert figures.safe(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_figure_holds_markup_of_a_token(text):
    shares = np.array([[0.5], [0.1]])
    made = [
        figures.heatmap(WEIGHTS[:1, :1], "x", "y", "z", [text]),
        figures.curves(np.arange(7), {text: WEIGHTS[0]}, "x", "y", 200),
        figures.slopes([text], [["1"], ["2"]], shares, ("a", "b"), 200),
        figures.areas([text], [None], [1], [figures.INK], corner=text),
    ]
    bare = text.replace("\0", "")
    if "<" in text or "$" in text:
        assert not any(bare in str(figure.to_dict()) for figure in made)


def test_what_stands_beside_the_page_is_of_the_packages_version():
    """The package makes the figures, the file draws them: the same major version, and no newer."""
    script = gzip.decompress((ROOT / "assets/vendor/plotly.min.js.gz").read_bytes()).decode()
    drawn = re.match(r"/\*! plotly\.js (\d+)\.(\d+)", script)
    made = plotly.offline.get_plotlyjs_version().split(".")
    assert drawn[1] == made[0] and int(drawn[2]) <= int(made[1])
    assert f'"{drawn[1]}.{drawn[2]}.' in script


def test_colours_are_names_of_the_style():
    """So both themes have them."""
    style = (ROOT / "assets/style.css").read_text()
    used = set(re.findall(r"var\((--[\w-]+)\)", str(figures.HOUSE) + str(vars(figures))))
    assert len(used) > 5
    for name in used:
        assert len(re.findall(rf"{name}: #", style)) == 2, name
