"""The tab Scale: areas, lengths, places and words of its cards against the model, the published sizes and the runs."""

import csv
import json
import math
import re
import time
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from components.parts.trainings import line
from components.tabs.scale import law, tab
from model import Lesson, ModelConfig, scaling, sized

TEXT = "The sky is"
SQUARES = """(all) => all.map((each) => [each.dataset.name, +each.getAttribute('width'), +each.getAttribute('height'),
    +each.getAttribute('x'), +each.getAttribute('y')])"""
BARS = """(bars) => bars.map((bar) => { const width = (e) => e.getBoundingClientRect().width;
    return width(bar.querySelector('i')) / (width(bar) - 2); })"""
TICKS = """(bars) => bars.map((bar) => { const [whole, tick] = [bar, bar.querySelector('u')]
    .map((each) => each.getBoundingClientRect()); return (tick.left - whole.left - 2) / (whole.width - 2); })"""
MIDDLES = """(all) => all.map((each) => [+each.dataset.weights, +each.getAttribute('x') + 4.5,
    +each.getAttribute('y') + 4.5])"""
MEASURES = {"weights": "weights", "text": "text it read", "work": "work for one token", "energy": "energy to train"}


def saved(opened, card):
    """The rows of the file that a card hands over."""
    with opened.page.expect_download() as download:
        opened.page.locator(f"#{card} [data-export=csv]").click()
    return list(csv.reader(Path(download.value.path()).read_text(encoding="utf-8").splitlines()))


def press(opened, card, name):
    opened.page.locator(f"#{card}").get_by_role("radio", name=name, exact=True).click()


def numbers(text):
    return [float(found.replace(",", "").replace("−", "-")) for found in re.findall(r"[-−]?\d[\d,]*(?:\.\d+)?", text)]


def at_work(opened):
    opened.page.locator("#ladder .rung").first.wait_for()
    return opened


@pytest.mark.parametrize("measure", MEASURES)
def test_areas_are_counts_and_lengths_their_logarithms(open_page, lm, measure):
    opened = at_work(open_page(tab="scale", text=TEXT))
    press(opened, "ladder", MEASURES[measure])
    rungs = tab.rungs(lm)["measures"][measure]
    largest = max(rung["high"] for rung in rungs)
    for zoom in (1, 7):
        if zoom > 1:
            opened.page.locator("#ladder .zoom input").evaluate(
                "(e) => { e.value = Math.log10(7); e.dispatchEvent(new Event('input')) }"
            )
        squares = opened.page.eval_on_selector_all("#ladder [data-name].square", SQUARES)
        assert [name for name, *_ in squares] == [rung["name"] for rung in reversed(rungs)]
        for (_, width, height, x, y), rung in zip(squares, reversed(rungs), strict=True):
            assert width == height and (x, y) == (2, 2)  # they share a corner
            assert width**2 / (556 * zoom) ** 2 == pytest.approx(rung["low"] / largest, rel=0.01)
    low, high = (math.floor(math.log10(rungs[0]["low"])), math.ceil(math.log10(largest)))
    rows = opened.page.locator("#ladder .rung")
    for i, rung in enumerate(rungs):
        share = (math.log10(rung["low"]) - low) / (high - low)
        drawn = (
            rows.nth(i)
            .locator(".track")
            .evaluate("(e) => e.querySelector('i').getBoundingClientRect().width / e.getBoundingClientRect().width")
        )
        assert drawn == pytest.approx(share, abs=0.01)
    rows_saved = [row[1:] for row in saved(opened, "ladder")[1:] if row[0] == measure]
    assert [(name, float(a), float(b)) for name, a, b in rows_saved] == [
        (r["name"], r["low"], r["high"]) for r in rungs
    ]


def test_what_is_said_of_the_ladder_is_its_numbers(open_page, lm):
    opened = at_work(open_page(tab="scale", text=TEXT))
    said = opened.page.locator("#ladder .say")
    assert numbers(said.inner_text())[1] == pytest.approx(174_604_259_328 / lm.n_parameters, rel=0.002)
    counts = opened.page.locator("#ladder .rung .count").all_inner_texts()
    assert counts == ["257", f"{lm.n_parameters:,}", "124,439,808", "174.6 billion"]
    press(opened, "ladder", MEASURES["text"])
    assert "805,306,368,000 bytes" in said.inner_text() and "1,701 years" in said.inner_text()
    press(opened, "ladder", MEASURES["work"])
    words = said.inner_text()
    assert "ms" in words and "billion" in words  # timed on whatever machine this is


def test_a_press_on_a_row_goes_near_and_the_address_keeps_it(open_page):
    opened = at_work(open_page(tab="scale", text=TEXT))
    opened.page.locator("#ladder .rung[data-name=this]").click()
    side = "#ladder .square.this"
    assert float(opened.page.locator(side).first.get_attribute("width")) == pytest.approx(0.8 * 556, rel=0.001)
    board = opened.page.locator("#ladder .squares")
    board.focus()
    opened.page.keyboard.press("+")
    wide = float(opened.page.locator(side).first.get_attribute("width"))
    assert wide == pytest.approx(556, rel=0.001)
    press(opened, "ladder", MEASURES["work"])
    opened.settle()
    assert {"measure": "work"}.items() <= opened.state()["notes"].items()
    again = at_work(open_page(tab="scale", text=TEXT, measure="text", zoom=3))
    assert again.page.locator("#ladder").get_by_role("radio", checked=True).inner_text() == MEASURES["text"]
    first = again.page.eval_on_selector_all("#ladder [data-name=gpt3].square", SQUARES)[0]
    assert first[1] == pytest.approx(3 * 556 * math.sqrt(1.05 / 1.35), rel=0.001)


def placed(opened):
    """Points of the law's chart: weights, and both places."""
    opened.page.locator("#law .point").first.wait_for()
    return np.array(opened.page.eval_on_selector_all("#law .point", MIDDLES))


def along(values, places):
    """Places that the logarithms of values have on an axis: which slope, which start, and the worst miss in pixels."""
    slope, start = np.polyfit(np.log(values), places, 1)
    return slope, start, np.abs(start + slope * np.log(values) - places).max()


def test_the_seventh_is_nowhere_before_show(open_page):
    opened = open_page(tab="scale", text=TEXT)
    known, largest = scaling.parted(scaling.points(scaling.read()))
    told = opened.page.content() + opened.page.evaluate(
        "async () => (await (await fetch('config')).text()) + JSON.stringify(window.weightedDice.state)"
    )
    for point in largest:
        assert not [x for x in (point.bits, point.low, point.high) if json.dumps(x) in told or f"{x:.4f}" in told]
    for axis in ("text", "computing", "size"):
        press(opened, "law", axis)
        assert largest[0].weights not in placed(opened)[:, 0]
    points = placed(opened)
    assert points[:, 0].tolist() == [point.weights for point in scaling.on_most(known)]
    assert along(points[:, 0], points[:, 1])[2] < 0.1
    assert along([point.bits for point in scaling.on_most(known)], points[:, 2])[2] < 0.1


def test_the_seventh_stands_where_it_was_measured_after_show(open_page):
    opened = open_page(tab="scale", text=TEXT, guess=1.3)
    known, largest = scaling.parted(scaling.points(scaling.read()))
    last, predicted, points = scaling.on_most(largest)[0], law.revealed()["predicted"], placed(opened)
    across = along(points[:, 0], points[:, 1])
    up = along([point.bits for point in scaling.on_most(known)], points[:, 2])
    level = lambda bits: pytest.approx(up[1] + up[0] * math.log(bits), abs=0.2)  # noqa: E731
    opened.page.locator("#law .show").click()
    expect(opened.page.locator("#law .say")).to_contain_text("It is")
    weights, x, y = placed(opened)[-1]
    assert weights == last.weights and y == level(last.bits)
    assert x == pytest.approx(across[1] + across[0] * math.log(last.weights), abs=0.2)
    assert numbers(opened.page.locator("#law .far").get_attribute("d"))[-1] == level(predicted)
    assert float(opened.page.locator("#law .yours").get_attribute("y")) + 6 == level(1.3)
    words = opened.page.locator("#law .say").inner_text()
    off = [100 * abs(bits / last.bits - 1) for bits in (1.3, predicted)]
    assert numbers(words) == pytest.approx([round(last.bits, 2), *off], abs=0.051)
    assert ("too low" in words.split(";")[1]) == (predicted < last.bits)
    press(opened, "law", "text")
    doubled = [100 * (1 - b.bits / a.bits) for a, b in (known[2:4], largest[2:4])]
    assert numbers(opened.page.locator("#law .foot").inner_text()) == pytest.approx(doubled, abs=0.51)
    rows = saved(opened, "law")[1:]
    assert [[float(x) for x in row[4:]] for row in rows[-4:]] == [[p.bits, p.low, p.high] for p in largest]


def test_one_size_more_falls_where_it_was_measured(open_page):
    name = line().start(Lesson("law", layers=1, width=32, context=64, seconds=180, steps=160))
    while not line().of(name).ended:
        time.sleep(0.1)
    happened = line().state(name)["events"]
    bits = [event["per_byte"] for event in happened if "per_byte" in event][-1]
    weights = happened[0]["weights"]
    opened = open_page(tab="scale", text=TEXT, grown=name)
    known = scaling.on_most(scaling.parted(scaling.points(scaling.read()))[0])
    mark = opened.page.locator("#law .point.grown")
    expect(mark).to_have_attribute("data-bits", str(bits), timeout=20_000)
    points = [row for row in placed(opened) if not np.isnan(row[0])]
    across = along([row[0] for row in points], [row[1] for row in points])
    up = along([point.bits for point in known], [row[2] for row in points])
    x, y = (float(mark.get_attribute(name)) + 6 for name in "xy")
    assert x == pytest.approx(across[1] + across[0] * math.log(weights), abs=0.2)
    assert y == pytest.approx(max(12, up[1] + up[0] * math.log(bits)), abs=0.2)  # above the chart: at its upper edge
    expect(opened.page.locator("#law .told")).to_contain_text("yours lies")
    words = numbers(opened.page.locator("#law .told").inner_text())
    line_says = scaling.fit(known).bits(weights)
    off = 100 * abs(bits / line_says - 1)
    assert words == pytest.approx([weights, round(bits, 2), round(line_says, 2), off], abs=0.051)


def test_one_size_more_is_asked_for_and_stopped(open_page):
    opened = open_page(tab="scale", text=TEXT)
    page = opened.page
    page.locator("#law .layers").select_option("4")
    page.locator("#law .wide").select_option("192")
    total = sum(sized(ModelConfig(512, 64, 192, 4, 3)).values())
    expect(page.locator("#law .weights")).to_have_text(f"{total:,} weights")
    page.locator("#law .train").click()
    opened.until(lambda: "grown=" in page.url)
    page.locator("#law .end").click()
    expect(page.locator("#law .train")).to_be_enabled(timeout=60_000)


def test_the_guess_is_pulled_typed_and_moved_by_keys(open_page):
    opened = open_page(tab="scale", text=TEXT, guess=2)
    handle, field = opened.page.locator("#law .handle"), opened.page.locator("#law .guess input")
    assert field.input_value() == "2.00"
    handle.focus()
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("PageDown")
    assert field.input_value() == "1.92" and opened.state()["notes"]["guess"] == "1.92"
    points = placed(opened)
    slope, start, _ = along(
        [p.bits for p in scaling.on_most(scaling.parted(scaling.points(scaling.read()))[0])], points[:, 2]
    )
    block = handle.locator(".block")
    middle = float(block.get_attribute("y")) + 13
    assert middle == pytest.approx(start + slope * math.log(1.92), abs=0.2)
    handle.hover()  # nothing moves under it any more, and nothing lies above it
    box = block.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x, y + 40, steps=4)
    opened.page.mouse.up()
    pulled = pytest.approx(math.exp((middle + 40 - start) / slope), abs=0.02)
    opened.until(lambda: float(field.input_value()) == pulled)
    field.fill("900")
    field.press("Enter")
    assert float(field.input_value()) < 5  # as far as the axis goes


def test_the_calculator_adds_up_gpt3(open_page, lm):
    opened = open_page(tab="scale", text=TEXT)
    card = opened.page.locator("#parameters")
    assert card.locator(".sum").inner_text() == f"{lm.n_parameters:,}"
    for name, sizes, total in (
        ("GPT-2 small", (12, 768, 50_257, 1024), 124_439_808),
        ("GPT-3", (96, 12_288, 50_257, 2048), 174_604_259_328),
    ):
        card.get_by_role("button", name=name).click()
        opened.settle()
        parts = tab.parameters(lm, *sizes)["parts"]
        counts = [int(text.replace(",", "")) for text in card.locator(".bars .value").all_inner_texts()]
        assert counts == [*parts.values()] and sum(counts) == total
        assert card.locator(".sum").inner_text() == f"{total:,}"
        lengths = opened.page.eval_on_selector_all("#parameters .bars .bar", BARS)
        assert np.allclose(lengths, np.array(counts) / max(counts), rtol=0, atol=0.02)
        assert [int(each.input_value()) for each in card.locator("input").all()] == [*sizes]
    opened.until(lambda: "layers=96" in opened.page.url)  # a little later, so that dials do not flood the history
    width = card.locator("input[name=width]")
    width.fill("0")
    expect(card.locator(".wrong")).to_have_text("A whole number from 1 to 100,000 fits here.")
    assert card.locator(".sum").inner_text() == "174,604,259,328"
    width.fill("256")
    opened.settle()
    expect(card.locator(".wrong")).to_be_empty()
    rows = dict(row for row in saved(opened, "parameters")[1:])
    assert int(rows["together"]) == sum(tab.parameters(lm, 96, 256, 50_257, 2048)["parts"].values())


def test_a_neuron_moved_by_hand_moves_the_die(open_page, lm):
    opened = open_page(tab="scale", text=TEXT, layer=4, neuron=7, channel=3)
    card = opened.page.locator("#neuron")
    for kind, value in (("bias", 6), ("weight", -2)):
        card.locator(f".move.{kind} input").evaluate(
            "(e, value) => { e.value = value; e.dispatchEvent(new Event('input')) }", str(value)
        )
        opened.settle()
    lines = ["bias 4 7 = 6.00", "weight 4 7 3 = -2.00"]
    assert opened.state()["edits"] == lines
    expected = tab.neuron(lm, TEXT, 4, 7, None, lines)
    for script, side in ((BARS, "after"), (TICKS, "before")):
        drawn = opened.page.eval_on_selector_all("#neuron .faces .bar", script)
        assert np.allclose(drawn, [face[side] for face in expected["faces"]], rtol=0, atol=0.02)
    assert expected["fires"] != expected["old_fires"] == lm.trace(TEXT).neurons[4, -1, 7]
    said = numbers(card.locator(".say").inner_text())
    wanted = (256, expected["sum"] - 6, 6, expected["sum"], expected["fires"], expected["old_fires"])
    assert said == pytest.approx(wanted, abs=0.0051)
    rows = saved(opened, "neuron")
    before = lm.transformer.h[4].mlp.c_fc.weight[7]
    assert [float(row[2]) for row in rows[1:257]] == pytest.approx(before.tolist(), abs=1e-6)
    assert float(rows[4][3]) == -2 and float(rows[-1][4]) == pytest.approx(expected["fires"], abs=1e-5)
    assert float(rows[4][4]) == pytest.approx(-2 * float(rows[4][1]), rel=1e-5)
    card.locator(".reset").click()
    opened.settle()
    assert opened.state()["edits"] == []
    bias = lm.transformer.h[4].mlp.c_fc.bias[7].item()
    assert numbers(card.locator(".bias output").inner_text()) == pytest.approx([bias], abs=0.0051)


def test_the_one_that_fires_most_is_taken(open_page, lm):
    opened = open_page(tab="scale", text=TEXT, layer=2, neuron=0)
    opened.page.locator("#neuron .strongest").click()
    opened.settle()
    strongest = int(lm.trace(TEXT).neurons[2, -1].argmax())
    assert opened.page.locator("#neuron .index").input_value() == str(strongest)
    assert opened.page.locator("#neuron h2").inner_text() == f"Neuron {strongest} of layer 2"
    opened.page.locator("#neuron .index").fill("5000")
    opened.page.locator("#neuron .index").press("Enter")
    expect(opened.page.locator("#neuron .wrong")).to_have_text("A whole number from 0 to 1023 fits here.")


def test_each_invitation_does_what_it_says(open_page):
    opened = at_work(open_page(tab="scale", text=TEXT))
    guess, aloud, count = opened.page.locator("#view-scale").locator("xpath=..").locator(".try-button").all()
    guess.click()
    assert opened.page.evaluate("() => document.activeElement.classList.contains('handle')")
    aloud.click()
    expect(opened.page.locator("#ladder .say")).to_contain_text("Read aloud without sleep")
    count.click()
    opened.settle()
    assert opened.page.locator("#parameters .sum").inner_text() == "174,604,259,328"
    assert opened.state()["text"] == TEXT


@pytest.mark.parametrize("text", [TEXT, ""])
def test_a_phone_scrolls_in_one_direction(open_page, text):
    opened = open_page(width=390, height=844, tab="scale", text=text)
    at_work(opened)
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    expect(opened.page.locator("#neuron .two")).to_be_visible(visible=bool(text))
