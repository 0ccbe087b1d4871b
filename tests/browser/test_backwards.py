"""Read backwards in the browser: bars, bits and marks are the model's; a caption that does not fit loses nothing."""

import csv
import re
import time
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from components.tabs.paint import reading
from model import PALETTE, posterior, unseen_digits

ASKED = "a blue square left of a yellow star on black"
READ = "(n) => +document.querySelector('#backwards .fits').dataset.read >= n"
ROWS = """(all) => all.map((row) => ({ caption: row.dataset.focus, bits: row.querySelector('.value').textContent,
    more: row.querySelector('.more').textContent, share: row.querySelector('.share').textContent,
    bar: row.querySelector('.bar i').getBoundingClientRect().width / row.querySelector('.bar').clientWidth,
    best: row.querySelector('.bar u').style.left, own: Boolean(row.querySelector('.hand')) }))"""
PIXELS = """(canvas, at) => { const all = canvas.getContext('2d').getImageData(0, 0, 256, 256).data;
    return Array.from({ length: 256 }, (_, i) => 4 * (256 * (16 * Math.floor(i / 16) + at) + 16 * (i % 16) + at))
        .map((i) => [...all.slice(i, i + 3)]); }"""
CORNER, MIDDLE = 1, 8  # pixels of a pixel


def rows_of(opened, n=12):
    opened.page.wait_for_function(READ, arg=n, timeout=60_000)
    return opened.page.eval_on_selector_all("#backwards .fit", ROWS)


def number(text):
    return float(re.sub(r"[^\d.−-]", "", text).replace("−", "-"))


def rgb(colour):
    return [int(PALETTE[colour][i : i + 2], 16) for i in (1, 3, 5)]


@pytest.fixture
def painted(open_page):
    opened = open_page(tab="paint", text=ASKED, seed=4)
    expect(opened.page.locator("#backwards .canvas-too")).to_be_disabled()
    fills = opened.paint()
    opened.page.locator("#backwards .canvas-too").click()
    palette = [f"rgb({', '.join(map(str, rgb(i)))})" for i in range(16)]
    return opened, [palette.index(fill) for fill in fills]


def test_bars_and_shares_are_those_of_the_painting(painted, lm):
    opened, colours = painted
    rows = rows_of(opened)
    captions = [row["caption"] for row in rows]
    bits = lm.picture_bits(captions, colours).sum(1)
    assert ASKED in captions and len(captions) == 12
    assert np.allclose([number(row["bits"]) for row in rows], bits, rtol=0, atol=0.06)
    assert np.allclose([row["bar"] for row in rows], bits / bits.max(), rtol=0, atol=0.02)
    assert np.allclose([number(row["more"]) for row in rows[1:]], bits[1:] - bits[0], rtol=0, atol=0.06)
    assert np.allclose([number(row["best"]) for row in rows], 100 * bits[0] / bits.max(), rtol=0, atol=0.1)
    for row, share in zip(rows, posterior(bits), strict=True):
        assert row["share"] == (
            "< 0.1 %" if share < 0.001 else "> 99.9 %" if share > 0.9995 else f"{100 * share:.1f} %"
        )
    said = opened.page.locator("#backwards .say").inner_text()
    assert captions[0] in said and ("What was asked for fits best" in said) == (captions[0] == ASKED)
    assert opened.page.locator("#backwards .read").evaluate(PIXELS, CORNER) == [rgb(colour) for colour in colours]


def test_marks_are_the_pixels_that_speak_against_a_caption(painted, lm):
    opened, colours = painted
    rows = rows_of(opened)
    opened.page.locator("#backwards .fit").nth(5).click()
    one, best = lm.picture_bits([rows[5]["caption"], rows[0]["caption"]], colours)
    marked = opened.page.locator("#backwards .read").evaluate(PIXELS, MIDDLE)
    more = np.flatnonzero(one - best > 1)
    assert len(more) and all(marked[i] == [0x14, 0x20, 0x1E] for i in more)
    same = np.flatnonzero(np.abs(one - best) < 0.05)
    assert all(marked[i] == rgb(colours[i]) for i in same)
    above = np.sort(np.maximum(one - best, 0))[::-1].cumsum()
    few = int(np.searchsorted(above, 0.9 * above[-1])) + 1
    assert f" {few} pixel" in opened.page.locator("#backwards .which").inner_text()
    assert opened.page.evaluate("() => document.activeElement.dataset.focus") == rows[5]["caption"]


def test_a_caption_of_ones_own_is_yellow_and_one_that_does_not_fit_is_refused(painted):
    opened, _ = painted
    rows_of(opened)
    field, wrong = opened.page.locator("#backwards .adding input"), opened.page.locator("#backwards .wrong")
    for own, said in (("", "empty"), ("   ", "empty"), ("🐧", "empty"), ("word " * 40, "at most 31 fit")):
        field.fill(own)
        field.press("Enter")
        expect(wrong).to_contain_text(said)
        expect(opened.page.locator("#backwards .fit")).to_have_count(12)
    for own in ("<img src=x onerror=alert(1)> ${x}", "שלום"):
        field.fill(own)
        field.press("Enter")
        expect(opened.page.locator("#backwards .hand").get_by_text(own, exact=True)).to_be_visible()
        expect(wrong).to_be_empty()
    assert [row["caption"] for row in rows_of(opened, 14) if row["own"]].count("שלום") == 1
    assert opened.page.locator("#backwards .fits img").count() == 0


def test_the_file_holds_the_list(painted, lm):
    opened, colours = painted
    captions = [row["caption"] for row in rows_of(opened)]
    with opened.page.expect_download() as waiting:
        opened.page.locator("#backwards [data-export=csv]").click()
    lines = [*csv.DictReader(Path(waiting.value.path()).read_text().splitlines())]
    assert [line["caption"] for line in lines] == captions
    bits = lm.picture_bits(captions, colours).sum(1)
    assert np.allclose([float(line["bits"]) for line in lines], bits, rtol=0, atol=1e-3)
    with opened.page.expect_download() as waiting:
        opened.page.locator("#backwards [data-export=png]").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_drawn_digit_needs_no_painting(open_page):
    opened = open_page(tab="paint", text=ASKED, width=390, height=844)
    opened.page.locator("#backwards .drawn").click()
    rows = rows_of(opened)
    shown = opened.page.locator("#backwards .read").evaluate(PIXELS, CORNER)
    made = next(made for made in unseen_digits() if [rgb(c) for c in made.pixels.ravel()] == shown)
    assert made.caption in [row["caption"] for row in rows]
    expect(opened.page.locator("#backwards .which")).to_contain_text(made.caption)
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(reading, "EACH", 2)  # twenty pictures


def test_digits_are_recognised_one_after_another(open_page, lm, few):
    opened = open_page(tab="paint", text=ASKED)
    assert opened.page.locator("#confusion .card").is_hidden()
    opened.page.locator("#recognise .all").click()
    tiles = opened.page.locator("#recognise .tile")
    opened.until(lambda: tiles.count() == 20 and opened.page.locator("#recognise .all").is_enabled(), 120)
    expected = [reading.tile(lm, i) for i in range(20)]
    said = tiles.evaluate_all("(all) => all.map((tile) => [tile.textContent, tile.classList.contains('missed')])")
    assert said == [[str(each["read"]), each["read"] != each["digit"]] for each in expected]
    hits = sum(each["read"] == each["digit"] for each in expected)
    expect(opened.page.locator("#recognise .say")).to_contain_text(f"{hits} of 20 are recognised")
    opened.page.locator("#confusion .drawn[data-drawn]").wait_for()
    z = opened.page.locator("#confusion .drawn").evaluate("(plot) => plot.data[0].z.map((row) => [...row])")
    counts = np.zeros((10, 10), int)
    for each in expected:
        counts[each["digit"], each["read"]] += 1
    assert z == counts.tolist()
    cells = opened.page.locator("#confusion .heatmap-label").all_text_contents()
    assert sorted(filter(None, cells)) == sorted(str(n) for n in counts.ravel() if n)
    tiles.first.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#recognise .which")).to_contain_text(expected[1]["caption"])


def test_stop_keeps_what_is_read(open_page, monkeypatch):
    tile = reading.tile

    def slowly(lm, i):
        time.sleep(0.2)
        return tile(lm, i)

    monkeypatch.setattr(reading, "tile", slowly)
    opened = open_page(tab="paint", text=ASKED)
    opened.page.locator("#recognise .all").click()
    tiles = opened.page.locator("#recognise .tile")
    opened.until(lambda: tiles.count() >= 2, 60)
    opened.page.locator("#recognise .stop").click()
    n = tiles.count()
    expect(opened.page.locator("#recognise .all")).to_be_enabled()
    opened.page.wait_for_timeout(1000)
    assert tiles.count() == n < 30
    expect(opened.page.locator("#recognise .say")).to_contain_text(f"of {n} are recognised")
