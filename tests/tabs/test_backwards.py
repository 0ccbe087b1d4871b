"""Pictures read backwards: the list is the model's own numbers, and what does not fit is told in a sentence."""

import base64

import gradio as gr
import numpy as np
import pytest

from components.tabs.paint import reading
from model import COLOURS, digit_of, each_digit, posterior, unseen_digits

ASKED = "a blue square left of a yellow star on black"


@pytest.fixture(scope="module")
def colours(lm):
    return [step.rank.item() for step in lm.paint(ASKED, seed=4)]


def read(lm, **asked):
    values = list(reading.fitting(lm, {"run": 3, "own": []} | asked))
    assert [value["over"] for value in values] == [False] * (len(values) - 1) + [True]
    assert all(value["run"] == 3 for value in values)
    return values


def test_the_list_grows_and_is_ranked_by_the_models_bits(lm, colours):
    values = read(lm, caption=ASKED, colours=colours, own=["a yellow banana"])
    assert [len(value["rows"]) for value in values] == [*range(4, values[-1]["of"], 4), values[-1]["of"]]
    rows = values[-1]["rows"]
    captions = [row["caption"] for row in rows]
    bits = lm.picture_bits(captions, colours)
    assert np.allclose([row["bits"] for row in rows], bits.sum(1), rtol=0, atol=1e-3)
    assert np.all(np.diff([row["bits"] for row in rows]) >= 0)
    assert np.allclose([row["share"] for row in rows], posterior(bits.sum(1)), rtol=0, atol=1e-6)
    shown = np.frombuffer(base64.b64decode(rows[0]["pixels"]), "<f4")
    assert np.allclose(shown, bits[0], rtol=0, atol=1e-4)
    kinds = [row["kind"] for row in rows]
    assert (kinds.count("asked"), kinds.count("own"), kinds.count("other")) == (1, 1, 3) and len(rows) <= reading.MOST


def test_of_a_digit_all_ten_are_asked(lm):
    value = read(lm, digit=13)[-1]
    made = unseen_digits()[13]
    assert value["digit"] == digit_of(made) == 3 and value["colours"] == made.pixels.ravel().tolist()
    assert {*each_digit(made.caption, 3)} <= {row["caption"] for row in value["rows"]}
    assert {row["caption"]: row["kind"] for row in value["rows"]}[made.caption] == "asked"


@pytest.mark.parametrize(
    ("own", "said"),
    [("", "empty"), ("🐧", "empty"), ("word " * 40, "at most 31 fit"), ("x" * 6000, "at most 5,000"), (7, "empty")],
)
def test_a_caption_that_does_not_fit_is_refused_and_nothing_is_lost(lm, colours, own, said):
    value = read(lm, caption=ASKED, colours=colours, own=["a yellow banana", own])[-1]
    assert said in value["refused"] and value["message"] == ""
    assert [row["caption"] for row in value["rows"] if row["kind"] == "own"] == ["a yellow banana"]


@pytest.mark.parametrize("own", ["שלום", "<img src=x onerror=alert(1)>", "a\0b", "${x}"])
def test_any_text_is_a_caption(lm, colours, own):
    assert own in [row["caption"] for row in read(lm, caption=ASKED, colours=colours, own=[own])[-1]["rows"]]


@pytest.mark.parametrize(
    "wrong",
    [
        {"caption": ASKED, "colours": []},
        {"caption": ASKED, "colours": [99] * 256},
        {"caption": ASKED, "colours": ["x"] * 256},
        {"caption": "", "colours": [0] * 256},
        {"caption": ASKED},
        {"digit": 100},
        {"digit": "x"},
    ],
)
def test_what_is_no_picture_is_told(lm, wrong):
    (value,) = read(lm, **wrong)
    assert value["rows"] == [] and value["message"][0].isupper() and value["message"].endswith(".")


def test_a_hundred_digits(tiny, monkeypatch):
    """As the model reads them, each as what has the fewest bits; the counts are those of the chart."""
    monkeypatch.setattr(
        tiny.vocabulary, "picture_prompt", lambda caption, _: [4] * 28 + [97 + ord(caption[-1]) % 50] * 4
    )
    values, tiles, charts = [*reading.recognising(tiny, {"run": 1})], [], []
    for told, chart in values:
        assert told["first"] == len(tiles)
        tiles += told["tiles"]
        charts += [] if chart == gr.skip() else [chart]
    assert len(tiles) == 100 and [told["over"] for told, _ in values][-1]
    for each, made in zip(tiles[:20], unseen_digits(), strict=False):
        digit = digit_of(made)
        bits = tiny.picture_bits(each_digit(made.caption, digit), made.pixels.ravel().tolist()).sum(1)
        assert (each["digit"], each["read"]) == (digit, bits.argmin())
        assert [int(c, 16) for c in each["picture"]] == made.pixels.ravel().tolist()
    counts = np.zeros((10, 10), int)
    for each in tiles:
        counts[each["digit"], each["read"]] += 1
    z = charts[-1]["figure"]["data"][0]["z"]
    assert np.array_equal(np.frombuffer(base64.b64decode(z["bdata"]), z["dtype"]).reshape(10, 10), counts)
    told = values[-1][0]
    assert told["n"] == 100 and told["hits"] == counts.trace() and told["low"] <= told["hits"] / 100 <= told["high"]
    assert told["confused"][2] == max((counts - np.diag(counts.diagonal())).max(), 0)


def test_the_second_visitor_gets_them_at_once(tiny, monkeypatch):
    assert tiny.kept is not None
    run = reading.recognising(tiny, {"run": 1})
    next(run)
    run.close()
    monkeypatch.setattr(tiny.transformer, "stream", lambda *_: pytest.fail("computed again"))
    assert reading.tile(tiny, 0)["digit"] == 0


def test_the_endpoint(lm, colours):
    rows = [[COLOURS[colour] for colour in colours[i : i + 16]] for i in range(0, 256, 16)]
    told = reading.fits(lm, [ASKED, "a happy face"], rows)
    assert np.allclose(told["bits"], lm.picture_bits([ASKED, "a happy face"], colours).sum(1))
    assert sum(told["shares"]) == pytest.approx(1)
    for captions, picture, said in (
        ([], rows, "1 to 16"),
        (["a"] * 17, rows, "1 to 16"),
        ("a", rows, "1 to 16"),
        (["a"], rows[1:], "16 rows"),
        (["a"], [["pearl"] * 16] * 16, "16 rows"),
        (["a"], [3], "16 rows"),
        ([5], rows, "empty"),
    ):
        with pytest.raises(ValueError, match=said):
            reading.fits(lm, captions, picture)


def test_printed_bars_are_the_bits(lm, colours):
    from matplotlib.figure import Figure

    axes = Figure().add_subplot()
    reading.fits_on_paper(lm, ASKED, colours)(axes)
    rows = read(lm, caption=ASKED, colours=colours)[-1]["rows"]
    assert np.allclose([bar.get_width() for bar in axes.patches], [row["bits"] for row in rows])
