"""Average stimuli in the browser: patches, shares and the pictures that a press opens are those of the file."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from model import BACK, GROUPS, PALETTE

SHAPE = (BACK + 1, 2 * BACK + 1, 4)
COLOURS = """(canvas) => { const { width, height } = canvas;
    const all = canvas.getContext('2d').getImageData(0, 0, width, height).data;
    const [wide, high] = [%d, %d];
    return Array.from({ length: wide * high }, (_, i) => {
        const [x, y] = [(i %% wide) * width / wide + 5, Math.floor(i / wide) * height / high + 6];
        return [...all.slice(4 * (y * width + x), 4 * (y * width + x) + 4)]; }); }""" % (SHAPE[1], SHAPE[0])  # noqa: UP031
PIXEL = """(canvas) => { const side = canvas.width / 16;
    const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.width).data;
    const at = (x, y) => [...all.slice(4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 3)];
    return Array.from({ length: 256 }, (_, i) => at(
        Math.floor((i % 16) * side + side / 2), Math.floor(Math.floor(i / 16) * side + side / 2))); }"""


@pytest.fixture
def opened(open_page):
    opened = open_page(tab="paint", text="a happy face")
    opened.page.locator("#forms .stimulus").first.wait_for()
    return opened


def test_patches_are_those_of_the_file(opened, lm):
    found = lm.stimuli
    layers = opened.page.locator("#forms .layer")
    assert layers.count() == lm.config.n_layer
    for i in (0, lm.config.n_layer - 1):
        tiles = layers.nth(i).locator(".stimulus")
        assert tiles.count() == found.neuron.shape[1]
        for n in (0, 5):
            hue, same = (np.reshape(tiles.nth(n).locator("canvas").nth(k).evaluate(COLOURS), SHAPE) for k in (0, 1))
            painted = hue[..., 3] > 0
            assert painted.sum() == SHAPE[0] * SHAPE[1] - BACK and not painted[BACK, BACK + 1 :].any()
            painted[BACK, BACK - 1 : BACK + 2] = painted[BACK - 1, BACK - 1 : BACK + 2] = False  # the frame
            assert np.array_equal(hue[painted][:, :3], found.patch[i, n][painted])
            grey = np.floor(255 * (1 - found.same[i, n].astype(float)) + 0.5)
            assert np.abs(same[painted][:, 0] - grey[painted]).max() <= 1
            said = tiles.nth(n).inner_text()
            assert f"{found.neuron[i, n]}" in said and f"{100 * found.share[i, n]:.1f} %" in said
            assert f"{found.mean[i, n]:.2f}" in said
        told = layers.nth(i).locator(".bars .value").all_text_contents()
        assert told == [f"{100 * share:.1f} %" for share in found.explained[:, i]]
        wide = "(all) => all.map((bar) => bar.getBoundingClientRect().width / bar.parentElement.clientWidth)"
        bars = layers.nth(i).locator(".bars .bar i").evaluate_all(wide)
        assert np.allclose(bars, found.explained[:, i] / found.explained.max(), rtol=0, atol=0.04)


def test_the_sentence_says_what_was_measured(opened, lm):
    said, explained = opened.page.locator("#forms .say").inner_text(), lm.stimuli.explained
    for share in (explained[:, 0].max(), explained[:, -1].max()):
        assert f"({100 * share:.1f} %)" in said
    for name in ("edge", "kind"):
        shares = explained[GROUPS.index(name)]
        assert f"in layer {shares.argmax()} ({100 * shares.max():.1f} %)" in said


def test_a_press_opens_the_pictures_in_which_it_fires_most(opened, lm):
    found, layer = lm.stimuli, 2
    row = opened.page.locator("#forms .layer").nth(layer)
    row.locator(".stimulus").first.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("Enter")
    shown = row.locator(".where canvas")
    expect(shown).to_have_count(int((found.value[layer, 1] > 0).sum()))
    strengths = row.locator(".where figcaption").all_text_contents()
    assert strengths == [f"{value:.2f}" for value in found.value[layer, 1]]
    rgb = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in PALETTE]
    for k in range(shown.count()):
        at, pixels = int(found.at[layer, 1, k]), found.pictures[found.row[layer, 1, k]]
        drawn = shown.nth(k).evaluate(PIXEL)
        far = [i for i in range(256) if max(abs(i % 16 - at % 16), abs(i // 16 - at // 16)) > 1]
        assert all(drawn[i] == rgb[pixels[i]] for i in [*far, at])
        assert shown.nth(k).get_attribute("aria-label") == f"row {at // 16}, column {at % 16}"
    opened.page.keyboard.press("Enter")
    expect(row.locator(".opened")).to_be_hidden()


def test_the_file_and_a_phone(open_page, lm):
    opened = open_page(tab="paint", text="a happy face", width=390, height=844)
    opened.page.locator("#forms .stimulus").first.wait_for()
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    with opened.page.expect_download() as waiting:
        opened.page.locator("#forms [data-export=csv]").click()
    lines = [*csv.DictReader(Path(waiting.value.path()).read_text().splitlines())]
    assert [int(line["neuron"]) for line in lines] == lm.stimuli.neuron.ravel().tolist()
    assert np.allclose([float(line["mean activation"]) for line in lines], lm.stimuli.mean.ravel(), atol=1e-6)
    assert all(re.fullmatch(r"#[0-9a-f]{270}", line["patch"]) for line in lines)
    with opened.page.expect_download() as waiting:
        opened.page.locator("#forms [data-export=png]").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")
