"""Albums of the tab Paint: the pixels that are drawn, what is said of them, and what is saved, against the model."""

import csv
import re

import numpy as np
from playwright.sync_api import expect

from components.tabs.paint.tab import TEMPERATURES
from model import COLOURS, PAINT, PALETTE, Shaping, count_fingers

RGB = {tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)): place for place, colour in enumerate(PALETTE)}
PIXELS = """(canvases) => canvases.map((canvas) => [...canvas.getContext('2d').getImageData(0, 0, 16, 16).data])"""

CELLS = "() => [...document.querySelectorAll('#canvas .cell')].map((cell) => cell.style.fill)"
AT_ONCE = (
    f"(times) => {{ const cells = {CELLS};"
    + """
    return new Promise((done) => { const brush = document.querySelector('#canvas .brush'), found = [];
    const watch = new MutationObserver(() => { if (brush.disabled) return;
        found.push(cells());
        if (found.length < times) brush.click(); else { watch.disconnect(); done(found); } });
    watch.observe(brush, { attributes: true, attributeFilter: ['disabled'] });
    brush.click(); }); }"""
)


def drawn(opened, selector):
    """The pictures on the canvases, as places in the palette; -1 where nothing is drawn."""
    read = np.array(opened.page.locator(selector).evaluate_all(PIXELS)).reshape(-1, 256, 4)
    return [[RGB[tuple(pixel[:3])] if pixel[3] else -1 for pixel in picture] for picture in read.tolist()]


def places(fills):
    """The same of the canvas that is painted on."""
    return [RGB[tuple(map(int, fill[4:-1].split(",")))] if fill.startswith("rgb") else -1 for fill in fills]


def painted(lm, caption, seed, temperature=PAINT.temperature, kept=()):
    steps = [*lm.paintings([caption], Shaping(temperature), [seed], kept)]
    bits = sum(-step.logprobs.item() for step in steps) / np.log(2)
    return [*kept, *(step.rank.item() for step in steps)], bits


def fill(opened, card):
    """Press the green button of a card and wait until its pictures are there."""
    go = opened.page.locator(f"#{card} .go")
    go.click()
    return opened.until(lambda: go.is_enabled(), 240)


def saved(opened, card, kind):
    with opened.page.expect_download() as waited:
        opened.page.locator(f"#{card} [data-export={kind}]").click()
    return waited.value.path()


def test_after_painting_the_die_of_the_greatest_surprise_is_open(open_page, lm):
    opened = open_page(tab="paint", text="a cat", seed=3)
    expect(opened.page.locator("#pixel_die .say")).to_contain_text("This pixel is not painted yet.")
    opened.paint()
    steps = [*lm.paint("a cat", PAINT, 3)]
    most = int(np.argmax([-step.logprobs.item() for step in steps]))
    expect(opened.page.locator("#pixel_die .note")).to_have_text(f"row {most // 16}, column {most % 16}")
    fell = COLOURS[steps[most].rank.item()]
    bits = -steps[most].logprobs.item() / np.log(2)
    told = f"It fell on {fell}, a surprise of {bits:.1f} bits."
    expect(opened.page.locator("#pixel_die .say")).to_contain_text(told)
    assert "pixel=" not in opened.page.url  # nobody chose it


def test_painted_again_at_once_it_is_the_same_whole_picture(open_page, lm):
    """Pressed before Gradio has said that the painting before has ended, which tells its last pixels again."""
    opened = open_page(tab="paint", text="a cat", seed=3)
    opened.page.wait_for_selector("#canvas .brush:not([disabled])")
    whole, _ = painted(lm, "a cat", 3)
    assert [places(fills) for fills in opened.page.evaluate(AT_ONCE, 6)] == [whole] * 6


def test_half_is_kept_and_the_rest_dreamt(open_page, lm):
    opened = open_page(tab="paint", text="a cat", seed=3)
    page = opened.page
    expect(page.locator("#dreams .go")).to_be_disabled()
    opened.paint()
    whole, _ = painted(lm, "a cat", 3)
    page.locator("#dreams .rows input").fill("5")
    assert drawn(opened, "#dreams .half") == [[*whole[:80], *[-1] * 176]]
    fill(opened, "dreams")
    wanted = [painted(lm, "a cat", seed, kept=whole[:80]) for seed in range(4, 10)]
    assert drawn(opened, "#dreams .small canvas") == [colours for colours, _ in wanted]
    below = page.locator("#dreams .small").all_inner_texts()
    assert below == [f"seed {seed}, {bits:.1f} bits" for seed, (_, bits) in enumerate(wanted, 4)]
    same = sum(len(set(places)) == 1 for places in zip(*(c[80:] for c, _ in wanted), strict=True))
    expect(page.locator("#dreams .say")).to_contain_text(f"Of the 176 pixels below, all 6 dreams agree at {same}.")
    page.locator("#dreams .small").nth(2).click()  # on the large canvas it can be asked
    assert places(page.evaluate(CELLS)) == wanted[2][0]
    expect(page.locator("#canvas .note")).to_have_text(f"A dream by seed 6, {wanted[2][1]:.1f} bits")
    opened.until(lambda: "painted=1" not in page.url)  # the seed alone does not paint it again
    assert not opened.errors


def test_a_half_drawn_by_hand(open_page, lm):
    opened = open_page(tab="paint", text="a cat", seed=1)
    page = opened.page
    page.locator("#dreams .draw").click()
    page.locator("#dreams .rows input").fill("2")
    half, blue = page.locator("#dreams .half"), COLOURS.index("blue")
    page.locator("#dreams .palette [aria-label=blue]").click()
    half.focus()
    for key in ("Space", "ArrowRight", "ArrowDown", "Enter", "ArrowDown"):  # the last one would leave the half
        page.keyboard.press(key)
    box = half.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + box["height"] * 0.03)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + box["height"] * 0.09)
    page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + box["height"] * 0.9)  # below: not the visitor's
    page.mouse.up()
    mine = [COLOURS.index("white")] * 32
    for place in (0, 17, 15, 31):
        mine[place] = blue
    assert drawn(opened, "#dreams .half") == [[*mine, *[-1] * 224]]
    expect(page.locator("#dreams .mine")).to_have_text("drawn by you")
    fill(opened, "dreams")
    wanted = [painted(lm, "a cat", seed, kept=mine)[0] for seed in range(2, 8)]
    assert drawn(opened, "#dreams .small canvas") == wanted
    lines = [*csv.reader(saved(opened, "dreams", "csv").read_text().splitlines())]
    assert lines[0] == ["caption", "seed", "temperature", "bits", "colours"]
    assert [line[4].split() for line in lines[1:]] == [[COLOURS[colour] for colour in each] for each in wanted]
    assert not opened.errors


def test_sixteen_seeds_and_eight_temperatures(open_page, lm):
    opened = open_page(tab="paint", text="a cat", seed=2)
    page = opened.page
    fill(opened, "sheet")
    wanted = [painted(lm, "a cat", seed)[0] for seed in range(2, 18)]
    assert drawn(opened, "#sheet .small canvas") == wanted
    kinds = len(set(map(tuple, wanted)))
    same = sum(len(set(places)) == 1 for places in zip(*wanted, strict=True))
    said = f"{kinds} of 16 pictures are different. At {same} of 256 pixels all 16 have the same colour."
    expect(page.locator("#sheet .say")).to_have_text(said)
    page.get_by_role("radio", name="one seed, eight temperatures").click()
    fill(opened, "sheet")
    wanted = [painted(lm, "a cat", 2, temperature) for temperature in TEMPERATURES]
    assert drawn(opened, "#sheet .small canvas") == [colours for colours, _ in wanted]
    below = page.locator("#sheet .small").all_inner_texts()
    assert below == [f"at {t:.2f}, {bits:.1f} bits" for t, (_, bits) in zip(TEMPERATURES, wanted, strict=True)]
    assert not opened.errors


def test_fifty_hands_are_counted_by_the_counter_and_by_hand(open_page, lm):
    opened = open_page(tab="paint", text="a hand on orange", seed=0, temperature=1.2)
    page = opened.page
    page.locator("#hands .go").click()
    opened.until(lambda: page.locator("#hands .self").is_enabled(), 240)
    page.locator("#hands .stop").evaluate("(stop) => stop.click()")  # the first sixteen are there, or all
    opened.until(lambda: page.locator("#hands .go").is_enabled())
    shown = [picture for picture in drawn(opened, "#hands .small canvas") if -1 not in picture]
    assert shown[:2] == [painted(lm, "a hand on orange", seed, 1.2)[0] for seed in range(2)]
    fingers = [count_fingers(np.reshape(picture, (16, 16))) for picture in shown]
    told = [int(n) for n in page.locator("#hands .below").all_inner_texts() if n]
    assert told == fingers and len(fingers) >= 16
    heights = page.locator("#hands .model").evaluate_all("(bars) => bars.map((bar) => parseFloat(bar.style.height))")
    counts = np.bincount(np.minimum(fingers, 7), minlength=8)
    assert np.allclose(heights, 100 * counts / 50)  # of the fifty that training drew, all with five
    page.locator("#hands .self").click()
    assert not any(page.locator("#hands .below").all_inner_texts())  # hidden until one has counted
    for n in fingers[:-1]:
        page.keyboard.press(str(min(max(n, 3), 7)))
    page.locator("#hands .answers button").nth(0).click()  # three
    mine = [*(min(max(n, 3), 7) for n in fingers[:-1]), 3]
    same = sum(a == b for a, b in zip(mine, fingers, strict=True))
    expect(page.locator("#hands .say")).to_contain_text(f"agree on {same} of {len(fingers)}.")
    assert not opened.errors


def test_what_it_never_saw(open_page, lm):
    opened = open_page(tab="paint", text="a cat", seed=5)
    page = opened.page
    page.get_by_role("radio", name="a crowned fish on white").click()
    fill(opened, "odd")
    captions = page.locator("#odd .trio b").all_inner_texts()
    assert captions[0] == "a crowned fish on white" and captions[2] == "a fish on white"
    wanted = [painted(lm, caption, seed)[0] for caption in captions for seed in range(5, 9)]
    assert drawn(opened, "#odd .small canvas") == wanted
    assert not opened.errors


def test_stopped_and_refused(open_page):
    opened = open_page(tab="paint", text="a cat")
    page = opened.page
    page.locator("#sheet .go").click()
    opened.until(lambda: "%" in page.locator("#sheet .state").inner_text())
    page.locator("#sheet .stop").click()
    expect(page.locator("#sheet .state")).to_contain_text(re.compile(r"Stopped: \d+ of 16 are done\."))
    # In one breath: before Gradio has a name for what is to be stopped. It ends all the same, and wipes nothing away.
    page.evaluate("for (const press of ['.go', '.stop']) document.querySelector(`#sheet ${press}`).click()")
    expect(page.locator("#sheet .state")).to_contain_text("Stopped: 0 of 16 are done.")
    opened.type("a cat " * 30)
    page.locator("#sheet .go").click()
    expect(page.locator("#sheet .state")).to_contain_text("at most 31 fit")
    expect(page.locator("#sheet .go")).to_be_enabled()
