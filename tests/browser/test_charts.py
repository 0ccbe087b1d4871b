"""Charts in the page: what Plotly draws is the tensor, in both themes, by hand, by keys and as files."""

import csv
import io
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from components.tabs.take_away.drawer import intervene
from model import GPT2_SMALL, GPT3, parameters, positions, rollout, sized

KITE = "Mira has a red kite and a blue cup. Her kite is"
DATA = "(node) => node._fullData.map((t) => [t.name, Array.from(t.x ?? []), Array.from(t.y ?? [])])"


def chart(opened, where):
    """The drawn figure of a card."""
    node = opened.page.locator(f"{where} .drawn[data-drawn]")
    node.wait_for()
    opened.page.wait_for_timeout(200)
    return node


def exported(opened, where, form):
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"{where} [data-export={form}]").first.click()
    return Path(waiting.value.path())


def test_curves_are_the_mean_cosines(open_page, lm):
    opened = open_page(tab="embeddings")
    node = chart(opened, "#position_table")
    (_, x, learned), (_, _, waves) = node.evaluate(DATA)
    assert x == [*range(81)]
    for drawn, table in ((learned, lm.wpe), (waves, positions.sinusoidal(*lm.wpe.shape))):
        assert np.allclose(drawn, positions.by_distance(positions.similarity(table), 80), rtol=0, atol=1e-6)
    # where the line itself stands, in pixels: its first point is the cosine 1, its ticks tell the scale
    path = node.locator(".scatterlayer .js-line").first.get_attribute("d")
    first, *_, last = [float(y) for y in re.findall(r",(-?[\d.]+)", path)]
    low, high = node.evaluate("(node) => node._fullLayout.yaxis.range")
    height = node.evaluate("(node) => node._fullLayout.yaxis._length")
    for y, cosine in ((first, learned[0]), (last, learned[-1])):
        assert y == pytest.approx(height * (high - cosine) / (high - low), abs=0.6)


def test_the_heatmap_is_opened_by_a_press_and_holds_every_weight(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=4, head=3)
    card = opened.page.locator("#heatmap")
    assert card.locator(".plot").is_hidden()
    card.get_by_role("button", name="Draw it").click()
    node = chart(opened, "#heatmap")
    weights = lm.trace(KITE).pattern[4, 3]
    z = "(node) => node._fullData[0].z.map((row) => Array.from(row))"
    assert np.array_equal(np.float32(node.evaluate(z)), weights)
    i, j = np.unravel_index(weights.argmax(), weights.shape)
    pieces = lm.trace(KITE).pieces
    said = f"{weights[i, j]:.3f}: “{pieces[i]}” ({i}) looks at “{pieces[j]}” ({j})"
    assert said in card.locator(".say").text_content()
    board, row = node.locator(".nsewdrag"), 9
    box = board.bounding_box()
    at = {"x": box["width"] * 0.3, "y": box["height"] * (row + 0.5) / len(pieces)}
    board.hover(position=at)
    board.click(position=at)
    opened.page.wait_for_function(f"() => window.weightedDice.state.token === {row}")
    opened.page.evaluate("() => window.weightedDice.turn('attention', { through: 1 })")
    opened.settle()
    flow = rollout(lm.trace(KITE).pattern)[4]
    opened.until(lambda: np.allclose(node.evaluate(z), flow, rtol=0, atol=1e-6))
    assert opened.state()["views"]["attention"]["heatmap"] == 1


def test_the_zoom_is_kept_and_given_back(open_page):
    opened = open_page(tab="attention", text=KITE, heatmap=1, layer=4, head=3)
    node = chart(opened, "#heatmap")
    seen = "(node) => [...node._fullLayout.xaxis.range, ...node._fullLayout.yaxis.range]"
    whole = node.evaluate(seen)
    node.focus()
    opened.page.keyboard.press("+")
    opened.page.keyboard.press("ArrowRight")
    opened.until(lambda: (near := node.evaluate(seen))[1] - near[0] == pytest.approx((whole[1] - whole[0]) / 1.5))
    near = node.evaluate(seen)
    opened.page.evaluate("() => window.weightedDice.turn('attention', { head: 1 })")
    opened.settle()
    opened.page.wait_for_timeout(400)  # a zoom that is lost is lost late
    assert node.evaluate(seen) == pytest.approx(near)
    opened.page.locator("#heatmap").get_by_role("button", name="Show all of it").click()
    opened.until(lambda: node.evaluate(seen) == pytest.approx(whole))


def test_areas_are_to_scale(open_page, lm):
    opened = open_page(tab="layers", weights="treemap gpt2")
    node = chart(opened, "#areas")
    card = opened.page.locator("#areas")
    assert "124,439,808" in card.locator(".say").text_content()
    own, other = parameters(lm.transformer), sized(GPT2_SMALL)
    counts = {"this model": lm.n_parameters} | {f"GPT-2 small, {part}": n for part, n in other.items()}
    areas = node.evaluate(
        """(node) => Object.fromEntries([...node.querySelectorAll('.treemaplayer .slice')].flatMap((slice) => {
          const i = slice.__data__.data.data.i ?? Number(slice.__data__.data.id);
          const box = slice.querySelector('path').getBBox();
          return [[node._fullData[0].labels[i], [box.width * box.height, node._fullData[0].values[i]]]]; }))"""
    )
    assert sum(counts.values()) == lm.n_parameters + 124_439_808
    whole = areas["both"][0]
    for name, count in counts.items():
        area, value = areas[name]
        assert value == count
        if count > 1_000_000:
            assert area / whole == pytest.approx(count / sum(counts.values()), rel=0.02), name
    card.get_by_role("button", name="GPT-3").click()
    expect(card.locator(".say")).to_contain_text(f"{sum(sized(GPT3).values()):,}")
    assert opened.state()["notes"]["weights"] == "treemap gpt3"
    card.get_by_role("button", name="Rings").click()
    card.get_by_role("button", name="This model alone").click()
    values = [lm.n_parameters, *own.values()]
    opened.page.wait_for_function(
        "(values) => String(document.querySelector('#areas .js-plotly-plot')._fullData[0].values) === String(values)",
        arg=values,
    )
    card.locator("summary").click()
    expect(card.locator("tbody tr")).to_have_count(len(values))
    shown = card.locator("tbody td:last-child").all_text_contents()
    assert [int(t.replace(",", "").split(".")[0]) for t in shown] == values


def test_slopes_go_from_before_to_after(open_page, lm):
    opened = open_page(tab="layers", text=KITE, edits="head 0.2 off")
    node = chart(opened, "#take_away")
    tokens = {t["piece"].replace(" ", "␣"): t for t in intervene(lm, KITE, ["head 0.2 off"])["tokens"]}
    drawn = {name: y for name, _, y in node.evaluate(DATA)}
    for name, (before, after) in drawn.items():
        assert (before, after) == pytest.approx((tokens[name]["before"], tokens[name]["after"]), abs=1e-6)
    assert {n for n, t in tokens.items() if max(t["before"], t["after"]) >= 0.005} == drawn.keys()
    notes = node.locator(".annotation-text").all_text_contents()
    assert len(notes) == 2 * len(drawn)
    boxes = [note.bounding_box() for note in node.locator(".annotation-text").all()]
    for side in (boxes[: len(drawn)], boxes[len(drawn) :]):
        heights = sorted(box["y"] for box in side)
        assert min(b - a for a, b in pairwise(heights)) > 14  # no name on another


@pytest.mark.parametrize("form", ["png", "svg", "csv"])
def test_a_chart_leaves_the_page(open_page, lm, form):
    opened = open_page(tab="attention", text=KITE, heatmap=1, layer=4, head=3)
    chart(opened, "#heatmap")
    file = exported(opened, "#heatmap", form).read_bytes()
    if form == "png":
        assert file[:4] == b"\x89PNG" and len(file) > 10_000
    elif form == "svg":
        text = file.decode()
        assert "Mira has a red kite" in text and "Weighted Dice" in text and "@font-face" in text
    else:
        head, *rows = csv.reader(io.StringIO(file.decode()))
        weights = lm.trace(KITE).pattern[4, 3]
        assert head == ["token that looks", "token looked at", "weight"] and len(rows) == weights.size
        assert all(np.float32(w) == weights[int(i), int(j)] for i, j, w in rows)


@pytest.mark.parametrize(
    "piece", ['<img src=x onerror="window.bad=1">', '<a href="https://evil.example">x</a>', "$x^2$ & &lt;b&gt;"]
)
def test_no_text_of_a_visitor_is_markup(open_page, lm, piece):
    opened = open_page(tab="attention", text=f"The {piece}", heatmap=1)
    node = chart(opened, "#heatmap")
    assert node.locator("a, img").count() == 0
    assert opened.page.evaluate("() => window.bad") is None
    pieces = lm.trace(f"The {piece}").pieces
    ticks = [tick.split(" ", 1) for tick in node.locator(".ytick text").all_text_contents()]
    assert len(ticks) > 5 and all(pieces[int(i)].replace(" ", "␣", 1) == name for i, name in ticks)


def test_the_theme_changes_the_chart_without_python(open_page):
    opened = open_page(tab="embeddings")
    node = chart(opened, "#position_table")
    colour = "(node) => getComputedStyle(node.querySelector('.scatterlayer .js-line')).stroke"
    light, asked = node.evaluate(colour), opened.asked
    opened.page.locator("#header").get_by_role("button", name="Dark").click()
    opened.until(lambda: node.evaluate(colour) != light)
    assert opened.asked == asked


def test_a_phone_shows_all_charts(open_page):
    opened = open_page(width=390, height=844, tab="attention", text=KITE, heatmap=1)
    node = chart(opened, "#heatmap")
    assert node.bounding_box()["width"] <= 390 - 2 * 14
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    small = node.evaluate(
        "(n) => Math.min(...[...n.querySelectorAll('text')].map((t) => parseFloat(getComputedStyle(t).fontSize)))"
    )
    assert small >= 12


def test_nothing_is_loaded_before_there_is_a_chart(open_page):
    opened = open_page(tab="tokens")
    loaded = "() => performance.getEntriesByType('resource').filter((e) => e.name.includes('vendor/plotly')).length"
    assert opened.page.evaluate(loaded) == 0
    opened.open("Embeddings")
    chart(opened, "#position_table")
    assert opened.page.evaluate(loaded) == 1
