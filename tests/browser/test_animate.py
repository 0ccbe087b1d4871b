"""Animate in the browser: frames, player and files show what the model rolled; rings, bars and pips are its numbers."""

import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from components.page.words import words
from model import CLIP, COLOUR_IDS, COLOURS, PAINT, PALETTE, Shaping

BALL = "a blue ball moves to the left"
CELLS = "(all) => all.map((cell) => cell.style.fill)"
PIPS = """(frames) => frames.map((frame) => [...frame.querySelectorAll('.pips circle')]
    .map((pip) => ['cx', 'cy', 'r'].map((name) => +pip.getAttribute(name))))"""
MARKS = """(frames) => frames.map((frame) => [...frame.querySelectorAll('.changed .ink')]
    .map((ring) => ['x', 'y'].map((name) => +ring.getAttribute(name))))"""


def css(colour):
    return "rgb({}, {}, {})".format(*(int(PALETTE[colour][i : i + 2], 16) for i in (1, 3, 5)))


def rolled(lm, caption=BALL, seed=12, temperature=PAINT.temperature):
    steps = list(lm.animate(caption, Shaping(temperature), seed))
    return [step.rank.item() for step in steps], [-step.logprobs.item() / np.log(2) for step in steps]


def pattern(lm, colours, caption=BALL):
    return lm.trace_ids([*lm.picture_prompt(caption, CLIP), *(COLOUR_IDS[c] for c in colours)]).pattern


def press(opened, pixel):
    """A pixel, counted through all frames."""
    board = opened.page.locator("#clip .frames .canvas").nth(pixel // 64)
    opened.page.evaluate("() => document.querySelector('#clip .frames').scrollIntoView({ block: 'center' })")
    box = board.bounding_box()
    cell, place = box["width"] / 8, pixel % 64
    opened.page.mouse.click(box["x"] + (place % 8 + 0.5) * cell, box["y"] + (place // 8 + 0.5) * cell)
    where = f"frame {pixel // 64 + 1}, row {place // 8}, column {place % 8}"
    expect(opened.page.locator("#frame_die .note")).to_have_text(where)
    expect(opened.page.locator("#frame_look .say b").first).to_be_visible()
    return opened


def looked(opened, pixel):
    opened.page.wait_for_function("(i) => window.weightedDice.latest.looked?.pixel === i", arg=pixel)
    return np.array(opened.page.evaluate("() => [...window.weightedDice.latest.looked.pixels]"))


def saved(opened, form):
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"#clip [data-export={form}]").click()
    return Path(waiting.value.path()).read_bytes()


def shown(opened):
    """The 64 colours of the player's screen, and the frame that it says."""
    screen = opened.page.locator("#clip .screen")
    return screen.locator(".cell").evaluate_all(CELLS), int(screen.get_attribute("data-frame"))


def test_the_frames_are_what_the_model_rolls(open_page, lm):
    opened = open_page(tab="animate", text=BALL, seed=5)
    colours, bits = rolled(lm, seed=5)
    assert opened.animate() == [css(colour) for colour in colours]
    said = opened.page.locator("#clip .reel .say").inner_text()
    assert float(said.split()[0]) == pytest.approx(sum(bits), abs=0.06)
    changes = [[i for i in range(64 * f, 64 * f + 64) if colours[i] != colours[i - 64]] for f in (1, 2, 3)]
    assert f"{sum(map(len, changes))} pixels changed" in said
    captions = opened.page.locator("#clip figcaption").all_inner_texts()
    assert captions == ["Frame 1", *(f"Frame {f}: {len(some)} pixels changed" for f, some in enumerate(changes, 2))]
    opened.page.locator("#clip .moved").click()
    marks = opened.page.eval_on_selector_all("#clip figure", MARKS)
    expected = [[(i % 8 * 32 + 6, i % 64 // 8 * 32 + 6) for i in some] for some in ([], *changes)]
    assert [[tuple(ring) for ring in frame] for frame in marks] == expected
    opened.page.locator("#clip .veil").click()
    veils = opened.page.locator("#clip .frames .shade").evaluate_all("(all) => all.map((v) => +v.style.opacity)")
    assert np.allclose(veils, np.minimum(1, np.array(bits) / 4), atol=0.01)
    unsure = 128 + int(np.argmax(bits[128:192]))  # opens by itself
    expect(opened.page.locator("#frame_die .say b").first).to_have_text(COLOURS[colours[unsure]])


def test_the_look_of_a_pixel_is_that_of_the_pass(open_page, lm):
    opened = open_page(tab="animate", text=BALL)
    opened.animate()
    colours, _ = rolled(lm)
    pixel = 64 * 2 + 8 * 3 + 4
    press(opened, pixel)
    rows = pattern(lm, colours)[:, :, 31 + pixel, : 32 + pixel]
    before = rows[:, :, 32 + 64 : 32 + 128].sum(-1)
    layer, head = np.unravel_index(before.argmax(), before.shape)
    expect(opened.page.locator("#frame_look .note")).to_have_text(f"layer {layer}, head {head}")
    check_look(opened, lm, rows[layer, head], pixel)
    opened.page.locator("#frame_look .heads button", has_text="mean").click()
    opened.page.locator("#frame_look .layers button", has_text="5").click()
    check_look(opened, lm, rows[5].mean(0), pixel)
    press(opened, 9)  # of the first frame, which has none before it
    expect(opened.page.locator("#frame_look .say")).to_contain_text("No frame came before")
    opened.page.locator("#frame_look .ways button").nth(1).click()
    back = looked(opened, 9)
    assert np.allclose(back[10:], pattern(lm, colours)[5, :, 32 + 9 : 287, 32 + 9].mean(0), atol=1e-6)
    assert not back[:10].any()


def check_look(opened, lm, row, pixel):
    """Bars, sentence and pips of one row of attention."""
    assert np.allclose(looked(opened, pixel), row[32:], atol=1e-6)
    start, pads = pixel // 64 * 64, 31 - len(lm.vocabulary.encode(BALL))
    same = row[32 + pixel - 64]
    parts = [
        same,
        row[32 : 32 + start].sum() - same,
        row[32 + start :].sum(),
        row[pads:31].sum(),
        row[31],
        row[:pads].sum(),
    ]
    told = opened.page.locator("#frame_look .bars .value").all_inner_texts()
    assert np.allclose([float(value) for value in told], parts, atol=0.0051)
    said = [float(number) for number in re.findall(r"\d\.\d+", opened.page.locator("#frame_look .say").inner_text())]
    last = row[32 + start - 64 : 32 + start]
    assert np.allclose(said, [*parts[:4], last.max()], atol=0.0051)
    where = f"frame {start // 64}, row {last.argmax() // 8}, column {last.argmax() % 8}"
    assert where in opened.page.locator("#frame_look .say").inner_text()
    pips = opened.page.eval_on_selector_all("#clip figure", PIPS)
    for frame in range(4):
        weights = row[32:][64 * frame : 64 * frame + 64]
        expected = [
            (i % 8 * 32 + 16, i // 8 * 32 + 16, max(2.5, min(16, 34 * weight**0.5)))
            for i, weight in enumerate(weights)
            if weight >= 0.004
        ]
        assert np.allclose(pips[frame], expected, atol=0.01) if expected else pips[frame] == []
    ring = opened.page.locator("#clip .before .ink")
    place = pixel % 64
    assert [float(ring.get_attribute(name)) for name in ("x", "y")] == [place % 8 * 32, place // 8 * 32]
    assert opened.page.locator("#clip figure").nth(start // 64 - 1).locator(".before .ink").count() == 1


def test_the_player_runs_is_scrubbed_and_stands_still_for_who_wants_less_motion(open_page, lm):
    opened = open_page(tab="animate", text=BALL)
    opened.animate()
    colours, _ = rolled(lm)
    frames = [[css(colour) for colour in colours[64 * i : 64 * i + 64]] for i in range(4)]
    opened.page.wait_for_timeout(1000)
    assert shown(opened) == (frames[0], 1)  # nothing moves by itself
    slider = opened.page.locator("#clip .scrub")
    slider.focus()
    for at in (2, 3, 4):
        opened.page.keyboard.press("ArrowRight")
        assert shown(opened) == (frames[at - 1], at)
        assert slider.get_attribute("aria-valuetext") == f"frame {at} of 4"
        assert opened.page.locator("#clip figure.now").count() == 1
        assert "now" in opened.page.locator("#clip figure").nth(at - 1).get_attribute("class")
    opened.page.locator("#clip .run").click()
    for at in (1, 2, 3, 4, 1):  # in a loop
        opened.until(lambda at=at: shown(opened)[1] == at)
        assert shown(opened)[0] in frames
    expect(opened.page.locator("#clip .run")).to_have_text("Pause")
    opened.page.locator("#clip .run").click()
    at = shown(opened)[1]
    opened.page.wait_for_timeout(1000)
    assert shown(opened)[1] == at


def test_the_player_begins_by_itself_and_stops_where_it_is_not_seen(open_page):
    opened = open_page(tab="animate", text=BALL, motion="no-preference")
    opened.animate()
    opened.until(lambda: shown(opened)[1] == 3)
    opened.open("Tokens")
    at = opened.page.locator("#clip .screen").get_attribute("data-frame")
    opened.page.wait_for_timeout(1000)
    assert opened.page.locator("#clip .screen").get_attribute("data-frame") == at


def test_the_files_hold_the_clip(open_page, lm):
    opened = open_page(tab="animate", text=BALL)
    opened.animate()
    colours, bits = rolled(lm)
    strip = np.array(Image.open(io.BytesIO(saved(opened, "png"))).convert("RGB"))
    for i, colour in enumerate(colours):
        x, y = i // 64 * (256 + 16) + i % 8 * 32 + 16, i % 64 // 8 * 32 + 16
        assert "rgb({}, {}, {})".format(*strip[y, x]) == css(colour)
    told = json.loads(saved(opened, "json"))
    assert np.shape(told["colours"]) == (4, 8, 8) and told["caption"] == BALL and told["seed"] == 12
    assert np.ravel(told["colours"]).tolist() == [COLOURS[colour] for colour in colours]
    assert np.allclose(np.ravel(told["bits"]), bits, atol=1e-4)
    opened.page.locator("#clip [data-print]").click()
    dialog = opened.page.locator("#print_menu dialog")
    dialog.get_by_label("GIF").check()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save the file").click()
    film = Image.open(waiting.value.path())
    assert film.n_frames == 4 and waiting.value.suggested_filename == "weighted-dice-animate-clip.gif"
    names = {}
    exec(opened.page.locator("#print_menu .program code").text_content().split("tokenizer =")[0], names)
    assert (names["text"], names["seed"], names["temperature"]) == (BALL, 12, PAINT.temperature)


def test_a_link_holds_the_clip_and_its_pixel(open_page):
    opened = open_page(tab="animate", text=BALL, seed=9, temperature=1)
    before = opened.animate()
    press(opened, 200)
    opened.until(lambda: "clip_pixel=200" in opened.page.url and "animated=1" in opened.page.url)
    again = open_page(tab="animate", text=BALL, seed=9, temperature=1, animated=1, clip_pixel=200)
    assert again.animated() == before
    expect(again.page.locator("#frame_die .note")).to_have_text("frame 4, row 1, column 0")
    again.page.locator("#clip .frames").press("Escape")
    again.until(lambda: "clip_pixel" not in again.page.url)
    again.page.locator("#animate_seed input").fill("10")
    again.page.keyboard.press("Tab")
    again.until(lambda: "animated" not in again.page.url)  # it would be another clip


def test_keys_walk_through_the_frames(open_page):
    opened = open_page(tab="animate", text=BALL)
    opened.animate()
    press(opened, 7)
    note = opened.page.locator("#frame_die .note")
    for key, where in (
        ("ArrowRight", "frame 2, row 0, column 0"),
        ("PageDown", "frame 3, row 0, column 0"),
        ("ArrowDown", "frame 3, row 1, column 0"),
        ("PageUp", "frame 2, row 1, column 0"),
        ("ArrowLeft", "frame 1, row 1, column 7"),
        ("PageUp", "frame 1, row 1, column 7"),
    ):
        opened.page.locator("#clip .frames").press(key)
        expect(note).to_have_text(where)
    assert "frame 1, row 1, column 7" in opened.page.locator("#clip .frames").get_attribute("aria-label")


def test_one_pixel_at_a_time_and_stop(open_page, lm, slowly):
    opened = open_page(tab="animate", text=BALL)
    colours, _ = rolled(lm)
    page, cells = opened.page, opened.page.locator("#clip .frames .cell")
    page.locator("#clip [data-speed=step]").click()
    page.locator("#clip .brush").click()
    for i in range(3):
        expect(page.locator("#clip .brush")).to_have_text("Next pixel")
        page.locator("#clip .brush").click()
        expect(page.locator("#frame_die .note")).to_have_text(f"frame 1, row 0, column {i}")
        expect(page.locator("#frame_die .say b").first).to_have_text(COLOURS[colours[i]])
    assert cells.evaluate_all(CELLS)[:4] == [*map(css, colours[:3]), "none"]
    page.locator("#clip .stop").click()
    page.locator("#clip [data-speed=fast]").click()
    passes = slowly(1)
    page.locator("#clip .brush").click()
    opened.until(lambda: "none" not in cells.evaluate_all(CELLS)[:3], 30)
    opened.frees("#clip .stop", passes)
    expect(page.locator("#clip .brush")).to_be_enabled()
    assert 3 <= 256 - cells.evaluate_all(CELLS).count("none") < 64


def test_another_prompt_makes_it_stale_and_what_does_not_fit_loses_nothing(open_page):
    opened = open_page(tab="animate", text=BALL)
    before = opened.animate()
    opened.type("a flower grows")
    expect(opened.page.locator("#clip .reel .say")).to_contain_text(f"This is “{BALL}”")
    press(opened, 70)  # still that of the old clip
    expect(opened.page.locator("#clip .reel .say")).to_contain_text(f"This is “{BALL}”")
    for wrong, said in (("word " * 60, "at most 31 fit"), ("", "Say what to animate")):
        opened.type(wrong)
        expect(opened.page.locator("#view-animate").get_by_text(said)).to_be_visible()
        expect(opened.page.locator("#clip .brush")).to_be_disabled()
        assert opened.page.locator("#clip .frames .cell").evaluate_all(CELLS) == before
    opened.type("<img src=x onerror=alert(1)> ${x} 🐧")
    opened.animate()
    assert opened.page.locator("#clip img").count() == 0


def test_an_invitation_animates_what_was_measured(open_page, lm):
    opened = open_page(tab="animate")
    found = lm.demonstrations["animate.never"]
    label = words()["try.animate.never"].format(**found.slots)
    opened.page.get_by_role("button", name=label).click()
    opened.until(
        lambda: opened.page.locator("#clip .note").inner_text().startswith(f"seed {found.controls['seed']:.0f}")
    )
    drawn = opened.animated()
    assert opened.state()["text"] == found.text
    assert drawn == [css(colour) for colour in rolled(lm, found.text, found.controls["seed"])[0]]
    again = opened.page.locator("#clip .again")
    again.click()
    opened.until(lambda: opened.state()["views"]["animate"]["seed"] == found.controls["seed"] + 1)
    opened.until(
        lambda: opened.page.locator("#clip .note").inner_text().startswith(f"seed {found.controls['seed'] + 1}")
    )
    assert opened.animated() == [css(c) for c in rolled(lm, found.text, found.controls["seed"] + 1)[0]]


def test_it_opens_elsewhere_and_comes_back(open_page, lm):
    opened = open_page(tab="animate", text=BALL)
    before = opened.animate()
    opened.page.locator("#clip .inside").click()
    opened.settle()
    ids = [*lm.picture_prompt(BALL, CLIP), *(COLOUR_IDS[colour] for colour in rolled(lm)[0])]
    assert opened.state()["tab"] == "attention" and lm.encode(opened.state()["text"]) == ids
    assert opened.open("Animate").page.locator("#clip .frames .cell").evaluate_all(CELLS) == before
    other = open_page(tab="animate", text="a flower grows").type(lm.vocabulary.decode(ids))
    expect(other.page.locator("#clip .note")).to_have_text("the clip in the prompt")
    assert other.page.locator("#clip .frames .cell").evaluate_all(CELLS) == before


def test_a_clip_of_the_library_opens_here(open_page, lm):
    opened = open_page()
    entry = dict(lm.library)["clips"][0]
    opened.page.get_by_role("button", name="Examples", exact=True).click()
    opened.page.locator(".library").get_by_title(entry.text, exact=True).click()
    opened.settle()
    assert opened.state()["tab"] == "animate" and opened.state()["text"] == entry.text


@pytest.mark.parametrize(("width", "columns"), [(1280, 4), (390, 2)])
def test_frames_stand_side_by_side_and_on_a_phone_two_by_two(open_page, width, columns):
    opened = open_page(width=width, height=844, tab="animate", text=BALL)
    boxes = [board.bounding_box() for board in opened.page.locator("#clip .frames .canvas").all()]
    assert len({round(box["x"]) for box in boxes}) == columns and len({round(box["y"]) for box in boxes}) == 4 / columns
    assert min(box["width"] for box in boxes) > 140
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= width
