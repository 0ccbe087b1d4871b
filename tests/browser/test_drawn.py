"""What is drawn and what is saved, against the tensors: places, lengths, labels, colours, cells of files.

A number may be right and stand in the wrong place; these tests read the place.
"""

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest

from components.tabs.attention.tab import KITE
from components.tabs.dice import tab as dice
from components.tabs.layers import tab as layers
from model import COLOUR_IDS, COLOURS, Shaping, load_die

BLUE = "Look at the blue"
SHAPED = {"temperature": 2.0, "top_k": 9, "seed": 7}
PIPS = """(all) => all.map((pip) => ({ weight: +pip.dataset.weight, cx: +pip.getAttribute('cx'),
    cy: +pip.getAttribute('cy'), r: +pip.getAttribute('r') }))"""
ROWS = "(all) => all.map((label) => [+label.getAttribute('y') - 5, label.textContent])"
COLUMNS = """(all) => all.map((label) => [+label.getAttribute('transform').match(/translate\\(([^,]+)/)[1] - 4,
    label.textContent])"""
BARS = """(bars) => bars.map((bar) => { const width = (e) => e.getBoundingClientRect().width;
    return width(bar.querySelector('i')) / (width(bar) - 2); })"""
COLOURS_OF = "(all) => all.map((e) => getComputedStyle(e).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number))"


def texts(opened, selector):
    return opened.page.locator(selector).all_text_contents()


def numbers(opened, selector):
    """The first number in each text."""
    return [
        float(re.search(r"-?[\d.]+", text.replace("−", "-").replace(",", ""))[0]) for text in texts(opened, selector)
    ]


def all_of(opened, selector, script):
    opened.page.locator(selector).first.wait_for(state="attached")
    return opened.page.eval_on_selector_all(selector, script)


def saved(opened, card, kind="csv"):
    """The file that a card's button hands over: rows of cells, or JSON."""
    with opened.page.expect_download() as download:
        opened.page.locator(f"#{card} [data-export={kind}]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines())) if kind == "csv" else json.loads(text)


def column(rows, name):
    return [row[rows[0].index(name)] for row in rows[1:]]


def tokens(rows):
    """What the column of tokens says; what is no token is no JSON."""
    return [json.loads(cell) if cell.startswith('"') else cell for cell in column(rows, "token (JSON)")]


def plain(pieces):
    return [piece.strip() or piece for piece in pieces]


def unshaped(lm, text):
    """Probabilities (V,) of the next token, by id."""
    logits = lm.logits(text).astype(np.float64)
    return np.exp(logits - np.logaddexp.reduce(logits))


def shaped(lm, text):
    """The die as it is shaped in these tests, by rank."""
    return load_die(lm.logits(text), Shaping(temperature=SHAPED["temperature"], top_k=SHAPED["top_k"]))


def test_each_pip_of_the_map_stands_in_its_row_and_column(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=4, head=1)
    trace = lm.trace(KITE)
    rows = all_of(opened, "#map .label[text-anchor=end]", ROWS)
    columns = all_of(opened, "#map .label[transform]", COLUMNS)
    for labels in (rows, columns):
        assert [text for _, text in sorted(labels)] == plain(trace.pieces)
    ys, xs = (np.array(sorted(place for place, _ in labels)) for labels in (rows, columns))
    pips = all_of(opened, "#map .pip[data-weight]", PIPS)
    drawn = np.zeros((len(ys), len(xs)))
    for pip in pips:
        row, key = np.abs(ys - pip["cy"]).argmin(), np.abs(xs - pip["cx"]).argmin()
        assert abs(ys[row] - pip["cy"]) < 1 and abs(xs[key] - pip["cx"]) < 1
        drawn[row, key] = pip["weight"]
    expected = trace.pattern[4, 1]
    assert np.allclose(drawn, np.where(drawn > 0, expected, 0), rtol=0, atol=1e-6)
    assert expected[drawn == 0].max() < 0.001  # too small to be seen


def test_the_file_of_the_map_has_a_row_for_each_token_that_looks(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=4, head=1)
    trace = lm.trace(KITE)
    head, *rows = saved(opened, "map")
    assert head[1:] == [row[0] for row in rows]
    assert [json.loads(name.split(" ", 1)[1]) for name in head[1:]] == list(trace.pieces)
    assert np.allclose(np.array([row[1:] for row in rows], float), trace.pattern[4, 1], rtol=0, atol=1e-6)


def steady(opened, selector):
    """The texts, once they are those of a moment ago: a card may be drawn after the view."""
    before = None
    while before != (now := texts(opened, selector)):
        before = now
        opened.page.wait_for_timeout(300)
    return now


def test_looks_at_names_the_tokens_that_it_weighs(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=3, head=2, token=9)
    pattern, pieces = lm.trace(KITE).pattern[3, 2], lm.trace(KITE).pieces
    for side, weights in (("to", pattern[9, :10]), ("from", np.r_[np.zeros(10), pattern[10:, 9]])):
        labels = steady(opened, f"#look .{side} .label small")
        order = np.argsort(-weights, kind="stable")[: len(labels)]
        assert labels == [f" {i}" for i in order]
        names = [t.rsplit(" ", 1)[0].strip() for t in texts(opened, f"#look .{side} .label")]
        assert names == [pieces[i].strip() for i in order]
        assert np.allclose(all_of(opened, f"#look .{side} .bar", BARS), weights[order], rtol=0, atol=0.02)


def test_bars_of_the_next_tokens_are_the_shaped_die(open_page, lm):
    opened = open_page(tab="dice", text=BLUE, **SHAPED)
    die, pieces = shaped(lm, BLUE), lm.vocabulary.pieces
    ids = die.ids[:12].tolist()
    labels = texts(opened, "#next_tokens .label")[:12]
    assert plain(labels) == plain(pieces(ids))
    kept = [p > 0 for p in die.probs[:12]]
    bars = all_of(opened, "#next_tokens .bar", BARS)[:12]
    drawn = np.where(kept, die.probs[:12], die.raw[:12])  # what is cut off shows what it had
    assert np.allclose(bars, drawn, rtol=0, atol=0.02)
    assert abs(die.probs[0] - die.raw[0]) > 0.1  # the two could be told apart
    ticks = all_of(opened, "#next_tokens .bar u", "(all) => all.map((tick) => parseFloat(tick.style.left) / 100)")
    assert np.allclose(ticks, die.raw[:12][kept], rtol=0, atol=1e-6)


def test_the_file_of_the_next_tokens(open_page, lm):
    opened = open_page(tab="dice", text=BLUE, rolls=20, **SHAPED)
    die, rows = shaped(lm, BLUE), saved(opened, "next_tokens")
    n = len(rows) - 2  # a line for all others
    ids = [int(id) for id in column(rows, "id")[:n]]
    assert ids == die.ids[:n].tolist() and tokens(rows)[:n] == lm.vocabulary.pieces(ids)
    raw = unshaped(lm, BLUE)
    assert np.allclose(np.array(column(rows, "before shaping")[:n], float), raw[ids], rtol=0, atol=1e-6)
    assert np.allclose(np.array(column(rows, "probability")[:n], float), die.probs[:n], rtol=0, atol=1e-6)
    assert sum(map(int, column(rows, "rolled"))) == 20


def test_rolls_are_compared_with_the_shaped_die(open_page, lm):
    opened = open_page(tab="dice", text=BLUE, rolls=20, **SHAPED)
    die = shaped(lm, BLUE)
    bold = texts(opened, "#rolls .say b")
    assert float(bold[1]) == pytest.approx(20 * die.probs[0], abs=0.06)
    assert abs(20 * die.probs[0] - 20 * die.raw[0]) > 1
    thrown = saved(opened, "rolls", "json")
    chance = dict(zip(die.ids.tolist(), die.probs.tolist(), strict=True))
    assert all(roll["probability"] == pytest.approx(chance[roll["id"]], abs=1e-6) for roll in thrown)
    fell = sum(roll["id"] == die.ids[0] for roll in thrown)
    assert bold[0] == ("once" if fell == 1 else f"{fell} times")


def test_the_file_of_the_three_dice(open_page, lm):
    opened = open_page(tab="dice", text=BLUE)
    rows, found = saved(opened, "three_dice"), dice.contents(lm, BLUE)
    ids = [int(id) for id in column(rows, "id")]
    assert tokens(rows) == lm.vocabulary.pieces(ids)
    assert np.allclose(np.array(column(rows, "transformer"), float), unshaped(lm, BLUE)[ids], rtol=0, atol=1e-6)
    counts = lm.corpus.count(lm.encode(BLUE))
    assert [int(n) for n in column(rows, "count")] == counts.next[ids].tolist()
    assert np.allclose(np.array(column(rows, "data"), float), counts.next[ids] / counts.times, rtol=0, atol=1e-6)
    assert column(rows, "5-gram") == [f"{row['ngram']!r}" for row in found["rows"]]


def test_half_way_the_bar_is_the_answers(open_page, lm):
    opened = open_page(tab="layers", text=BLUE)
    trace = lm.trace(BLUE)
    rows = layers.said(lm, trace, 3, 3)
    bars = all_of(opened, "#half_way .chance .bar", BARS)
    answers = [row["answer"] for row in rows]
    assert np.allclose(bars, answers, rtol=0, atol=0.04)
    tops = [row["top"][0]["p"] for row in rows]
    assert np.abs(np.subtract(tops, answers)).max() > 0.1  # the two could be told apart
    told = [0.0005 if "<" in t else float(t.replace(" %", "")) / 100 for t in texts(opened, "#half_way .chance .value")]
    assert np.allclose(told, answers, rtol=0, atol=0.00051)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_more_surprising_the_further_along_the_ramp(open_page, lm, theme):
    opened = open_page(tab="dice", text=KITE, __theme=theme)
    bits = np.array(dice.surprise(lm, KITE)["bits"][1:])
    colours = np.array(all_of(opened, "#surprise .slot:not(:first-child) .chip", COLOURS_OF), float)
    ends = np.array([[255, 255, 255], [1, 43, 57]] if theme == "light" else [[22, 30, 28], [222, 255, 232]], float)
    way = ends[1] - ends[0]
    along = (colours - ends[0]) @ way / (way @ way)
    order = np.argsort(bits)
    assert (np.diff(along[order]) >= -0.02).all()
    assert along[bits < 0.5].max(initial=0) < 0.1 and along[bits.argmax()] > 0.3


def test_bars_of_the_nearest_are_cosines(open_page, lm):
    opened = open_page(tab="embeddings", text="a kite", token=1)
    id = lm.encode("a kite")[1]
    units = lm.wte / np.linalg.norm(lm.wte, axis=1, keepdims=True)
    cosines = units @ units[id]
    cosines[id] = -1
    order = np.argsort(-cosines, kind="stable")[:8]
    assert plain(texts(opened, "#nearest .all .label")) == plain(lm.vocabulary.pieces(order.tolist()))
    assert np.allclose(all_of(opened, "#nearest .all .bar", BARS), cosines[order], rtol=0, atol=0.02)
    assert np.abs(cosines[order] - 0.5).max() > 0.05
    rows = saved(opened, "nearest")
    assert np.allclose(np.array(column(rows, "cosine")[:8], float), cosines[order], rtol=0, atol=1e-6)


def test_a_pixel_surprises_by_the_unshaped_die(open_page, lm):
    caption = "a hand with five fingers on cyan"
    opened = open_page(tab="paint", text=caption, seed=12, pixel_temperature=2)
    opened.page.locator("#pixel_temperature input[type=number]").fill("2")
    opened.page.locator("#pixel_temperature input[type=number]").press("Enter")
    opened.settle()
    opened.page.locator("#canvas .brush").click()
    opened.page.wait_for_function("() => document.querySelector('#canvas .note').textContent.startsWith('seed 12')")
    opened.page.wait_for_timeout(300)
    picture = saved(opened, "canvas", "json")
    bits = np.array(picture["bits"])
    pixel = int(bits.argmax())
    colour = COLOURS.index(picture["colours"][pixel])
    cell = opened.page.locator("#canvas .canvas").bounding_box()
    place = {"x": (pixel % 16 + 0.5) * cell["width"] / 16, "y": (pixel // 16 + 0.5) * cell["height"] / 16}
    opened.page.locator("#canvas .canvas").click(position=place)
    opened.page.locator("#pixel_die .note", has_text=f"row {pixel // 16}, column {pixel % 16}").wait_for()
    ids = lm.picture_prompt(caption) + [COLOUR_IDS[COLOURS.index(name)] for name in picture["colours"][:pixel]]
    scores = lm.trace_ids(ids).logits[-1, COLOUR_IDS.start : COLOUR_IDS.stop].astype(np.float64)
    raw = np.exp(scores - np.logaddexp.reduce(scores))
    hot = np.exp(scores / 2 - np.logaddexp.reduce(scores / 2))
    fell, told = texts(opened, "#pixel_die .say b")
    assert fell == COLOURS[colour]
    assert float(told.split()[0]) == pytest.approx(-np.log2(raw[colour]), abs=0.06)
    assert abs(np.log2(raw[colour]) - np.log2(hot[colour])) > 0.2  # the two could be told apart
    rows = saved(opened, "pixel_die")
    order = [COLOURS.index(name) for name in column(rows, "colour")]
    assert np.allclose(np.array(column(rows, "before shaping"), float), raw[order], rtol=0, atol=1e-5)
    assert np.allclose(np.array(column(rows, "probability"), float), hot[order], rtol=0, atol=1e-5)


def test_the_histogram_is_of_all_numbers(open_page, lm):
    opened = open_page(tab="layers", text=BLUE, layer=3)
    whole = lm.trace(BLUE).resid[3]
    counts, edges = np.histogram(whole, layers.BINS)
    bins = all_of(opened, "#tensor .bin", """(all) => all.map((bin) =>
        ['x', 'y', 'width', 'height'].map((name) => +bin.getAttribute(name)))""")  # fmt: skip
    x, y, _, height = np.array(bins).T
    tallest = np.sqrt(counts.max())
    assert np.allclose(height, 80 * np.sqrt(counts) / tallest, rtol=0, atol=1e-6)
    assert np.allclose(y + height, 80, rtol=0, atol=1e-6)
    assert np.allclose(np.diff(x), 480 / len(counts), rtol=0, atol=1e-6) and x[0] == 0
    said = [f"{n:,} number{'s' if n != 1 else ''}" for n in counts]
    assert texts(opened, "#tensor .bin title") == said
    ticks = dict(
        all_of(opened, "#tensor .tick", "(all) => all.map((t) => [t.getAttribute('text-anchor'), t.textContent])")
    )
    ends = [float(ticks[end].replace("−", "-")) for end in ("start", "end")]
    assert np.allclose(ends, edges[[0, -1]], rtol=0, atol=0.0051)


def test_another_head_draws_its_own_pips_another_prompt_its_labels_and_a_narrow_window_less(open_page, lm):
    opened = open_page(tab="attention", text="The sky is", width=1280, height=900)
    for text, layer, head in (("The sky is", 1, 2), ("The sky is", 4, 0), ("Mira has a kite", 4, 0)):
        opened.page.locator("#prompt textarea").fill(text)
        opened.page.evaluate("(to) => window.weightedDice.turn('attention', to)", {"layer": layer, "head": head})
        opened.settle()
        pattern, pieces = lm.trace(text).pattern[layer, head], lm.vocabulary.pieces(lm.encode(text))
        wanted = [w for q, row in enumerate(pattern.tolist()) for w in row[: q + 1] if w > 0.05]
        weights = opened.page.locator("#map .pip[data-weight]").evaluate_all(
            "(all) => all.map((x) => +x.dataset.weight)"
        )
        assert np.allclose([w for w in weights if w > 0.05], wanted, rtol=0, atol=1e-5)
        labels = opened.page.locator("#map text.label").all_text_contents()
        assert [label.strip("␣ ") for label in labels[: len(pieces)]] == [piece.strip() for piece in pieces]
    fits = """() => [+document.querySelector('#map svg').getAttribute('width'),
        document.querySelector('#map .frame').clientWidth]"""
    wide, _ = opened.page.evaluate(fits)
    opened.page.set_viewport_size({"width": 360, "height": 900})
    opened.settle()
    narrow, frame = opened.page.evaluate(fits)
    assert narrow <= frame and narrow < wide
