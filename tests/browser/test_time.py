"""Through time: what is drawn is what was recorded, and every tab shows the model of the step that is chosen."""

import csv
import json

import numpy as np
import pytest
from conftest import served
from PIL import Image
from playwright.sync_api import expect
from test_look import in_both_themes

from components.tabs.time import recorded
from model import PAINT, PALETTE, load_die

TEXT = "The sky is blue."
PIXELS = """(canvas) => {
    const { width } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, width);
    const at = (i) => 4 * ((Math.floor(i / 16) * width) / 16 * width + ((i % 16) * width) / 16);
    return [...Array(256).keys()].map((i) => [...data.slice(at(i), at(i) + 3)]);
}"""
STEPS = (1, 5, 20, 70, 300, 900)


@pytest.fixture(scope="module")
def data(grown):
    return recorded.told(grown.history)


@pytest.fixture(scope="module")
def app_url(grown):
    """In place of the shipped model's."""
    with served(grown) as url:
        yield url


@pytest.fixture
def opening(open_page):
    def opened(**query):
        page = open_page(**{"tab": "through_time", "text": TEXT} | query)
        page.page.locator("#timeline .drawing[data-step]").wait_for()
        page.page.locator("#moment figure").first.wait_for()
        return page

    return opened


def number(node, name):
    return float(node.get_attribute(name))


def ys(opened):
    """Where 0 and 100 % stand."""
    lines = opened.page.locator("#timeline .grid")
    return number(lines.nth(0), "y1"), number(lines.nth(4), "y1")


def test_curves_stand_where_the_shares_are(opening, data):
    opened = opening()
    zero, one = ys(opened)
    marks = opened.page.locator("#timeline .mark")
    places = [number(marks.nth(i), "x1") for i in range(marks.count())]
    assert len(places) == len(STEPS)
    logs = np.log(STEPS)
    assert np.allclose(np.diff(places) / np.diff(logs), (places[-1] - places[0]) / (logs[-1] - logs[0]), rtol=1e-3)
    kept = opened.page.locator("#timeline .kept")
    assert [number(kept.nth(i), "x") + 4 for i in range(3)] == pytest.approx(
        [places[STEPS.index(s)] for s in (1, 20, 300)]
    )
    for curve in data["curves"]:
        drawn = opened.page.locator(f"#timeline [data-skill={curve['key']}] .curve").get_attribute("d")
        points = [tuple(map(float, point.split())) for point in drawn[1:].split("L")]
        want = [
            (x, zero + (one - zero) * p["right"] / p["asked"]) for x, p in zip(places, curve["points"], strict=True)
        ]
        assert np.allclose(points, want, atol=0.06)
    first = data["curves"][0]["points"]
    band = opened.page.locator("#timeline .band").get_attribute("d")[1:-1].split("L")
    edge = [float(point.split()[1]) for point in band]
    sides = [p["high"] for p in first] + [p["low"] for p in first][::-1]
    assert np.allclose(edge, [zero + (one - zero) * side for side in sides], atol=0.06)


@pytest.mark.parametrize("step", [5, 300])
def test_the_handle_carries_the_values_of_its_step(opening, data, step):
    opened = opening(step=step)
    zero, one = ys(opened)
    now = number(opened.page.locator("#timeline line.now"), "x1")
    assert now == pytest.approx(number(opened.page.locator("#timeline .mark").nth(STEPS.index(step)), "x1"))
    assert f"translate({now}" in opened.page.locator("#timeline .handle").get_attribute("transform")
    here = opened.page.locator("#timeline .here")
    points = [next(p for p in curve["points"] if p["step"] == step) for curve in data["curves"]]
    drawn = [number(here.nth(i), "y") + number(here.nth(i), "height") / 2 for i in range(here.count())]
    assert np.allclose(drawn, [zero + (one - zero) * p["right"] / p["asked"] for p in points])
    for curve, point in zip(data["curves"], points, strict=True):
        label = opened.page.locator(f"#timeline .value[data-skill={curve['key']}]").text_content()
        share = point["right"] / point["asked"]
        assert label == ("0" if share == 0 else f"{100 * share:.0f} %")
    told = opened.page.locator("#timeline .say").inner_text()
    assert f"{points[0]['right']} of {points[0]['asked']} right" in told
    assert ("every other tab" in told) is (step == 300)


def test_keys_play_and_the_address(opening):
    opened = opening()
    slider = opened.page.get_by_role("slider", name="Step of the training")
    slider.focus()
    for key, step in (("Home", 1), ("ArrowRight", 5), ("ArrowLeft", 1), ("PageUp", 900), ("PageDown", 1), ("End", 900)):
        slider.press(key)
        expect(opened.page.locator("#timeline .drawing")).to_have_attribute("data-step", str(step))
        assert slider.get_attribute("aria-valuenow") == str(STEPS.index(step))
    slider.press("ArrowLeft")
    opened.until(lambda: "step=300" in opened.page.url)
    opened.page.locator("#timeline .last").click()
    opened.until(lambda: "step=" not in opened.page.url)
    slider.press(" ")
    expect(opened.page.locator("#timeline .play")).to_have_text("Stop")
    expect(opened.page.locator("#timeline .drawing")).to_have_attribute("data-step", "900", timeout=6000)
    expect(opened.page.locator("#timeline .play")).to_have_text("Play")


def test_the_pointer_takes_the_nearest_step(opening):
    opened = opening()
    box = opened.page.locator("#timeline .drawing").bounding_box()
    x = number(opened.page.locator("#timeline .mark").nth(2), "x1")
    opened.page.mouse.move(box["x"] + x + 7, box["y"] + 222)
    opened.page.mouse.down()
    expect(opened.page.locator("#timeline .drawing")).to_have_attribute("data-step", "20")
    opened.page.mouse.move(box["x"] + number(opened.page.locator("#timeline .mark").nth(1), "x1"), box["y"] + 222)
    opened.page.mouse.up()
    expect(opened.page.locator("#timeline .drawing")).to_have_attribute("data-step", "5")


@pytest.mark.parametrize("step", [1, 70, 900])
def test_the_cards_show_what_was_recorded(opening, grown, data, step):
    opened = opening(step=step, prompt=2, role=1, caption=3)
    line = next(line for line in grown.history.lines if line["step"] == step)
    last = grown.history.lines[-1]
    faces = [*line["dice"].values()][2]
    areas = "(all) => all.map((i) => [Number(i.dataset.p), i.style.width, i.style.height])"
    drawn = opened.page.locator("#moment .die-card .square i[data-p]").evaluate_all(areas)
    assert [p for p, *_ in drawn] == pytest.approx([p for _, p in faces])
    sides = [float(w[:-1]) * float(h[:-1]) / 1e4 for _, w, h in drawn]
    assert sides == pytest.approx([p for _, p in faces], abs=1e-4)
    scores = [*line["roles"].values()][1]
    heads = opened.page.locator("#moment .head-card i").evaluate_all("(all) => all.map((i) => Number(i.dataset.score))")
    assert heads == pytest.approx([score for row in scores for score in row])
    assert (
        f"{max(map(max, scores)):.2f} of its attention" in opened.page.locator("#moment .head-card .say").inner_text()
    )
    digits = [*line["pictures"].values()][3]
    pixels = opened.page.locator("#moment .picture-card canvas").evaluate(PIXELS)
    assert pixels == [list(bytes.fromhex(PALETTE[int(digit, 16)][1:])) for digit in digits]
    same = sum(a == b for a, b in zip(digits, [*last["pictures"].values()][3], strict=True))
    assert f"{same} of 256 pixels" in opened.page.locator("#moment .picture-card .say").inner_text()
    bars, outlines = (
        opened.page.locator(f"#moment .hands-card rect.{name}").evaluate_all(
            "(all) => all.map((r) => Number(r.getAttribute('height')))"
        )
        for name in ("bar-now", "end")
    )
    most = max(*line["fingers"], *last["fingers"])
    assert np.allclose(bars, [150 * n / most for n in line["fingers"]])
    assert np.allclose(outlines, [150 * n / most for n in last["fingers"]])
    story = opened.page.locator("#moment .row.now .written-text")
    levels = story.locator(".glass").evaluate_all(
        "(all) => all.map((g) => parseFloat(g.style.getPropertyValue('--full')))"
    )
    assert levels == pytest.approx([100 * p for _, p in line["written"]])
    assert story.locator(".given").text_content() == line["beginning"] == line["story"][: len(line["beginning"])]


def test_a_pinned_step_stays_beside(opening, grown):
    opened = opening(step=5)
    opened.page.locator("#timeline .pin").click()
    opened.page.locator("#timeline .on").click()
    figures = opened.page.locator("#moment .die-card figure")
    expect(figures).to_have_count(2)
    assert figures.evaluate_all("(all) => all.map((f) => f.dataset.step)") == ["5", "20"]
    opened.until(lambda: "pinned=5" in opened.page.url)
    opened.page.get_by_role("button", name="Unpin step 5").click()
    expect(figures).to_have_count(1)


def test_files_hold_what_is_drawn(opening, data, grown):
    opened = opening(step=70)
    with opened.page.expect_download() as saved:
        opened.page.locator("#timeline [data-export=csv]").click()
    rows = [*csv.DictReader(saved.value.path().read_text().splitlines())]
    want = [(curve["name"], point) for curve in data["curves"] for point in curve["points"]]
    assert len(rows) == len(want)
    for row, (name, point) in zip(rows, want, strict=True):
        assert (row["skill"], int(row["step"]), int(row["right"])) == (name, point["step"], point["right"])
        assert float(row["high"]) == pytest.approx(point["high"])
    with opened.page.expect_download() as saved:
        opened.page.locator("#moment [data-export=json]").click()
    told = json.loads(saved.value.path().read_text())
    assert told["step"] == 70 and told["dice"] == grown.history.lines[3]["dice"]


def test_one_prompt_is_asked_of_all(opening, grown):
    opened = opening()
    opened.page.locator("#over_time .read").click()
    opened.page.locator("#over_time [data-read='3']").wait_for()
    for step in (1, 20, 300):
        column = opened.page.locator(f"#over_time .one-step[data-step='{step}']")
        dice = load_die(grown.at(step).trace(TEXT).logits[-1])
        drawn = column.locator(".square i[data-p]").evaluate_all("(all) => all.map((i) => Number(i.dataset.p))")
        assert drawn == pytest.approx(dice.raw[:3].tolist(), abs=1e-9)
        says = column.get_attribute("aria-label")
        assert f"{100 * dice.raw[0]:.1f} %" in says
    opened.page.locator("#over_time .one-step[data-step='20']").click()
    expect(opened.page.locator("#timeline .drawing")).to_have_attribute("data-step", "20")
    expect(opened.page.locator("#over_time .one-step[data-step='20']")).to_have_attribute("aria-pressed", "true")
    opened.type("The grass")
    expect(opened.page.locator("#over_time .one-step")).to_have_count(0)


def test_one_caption_is_painted_by_all(opening, grown):
    opened = opening()
    card = opened.page.locator("#painted_over_time")
    for caption, seed in (("a red circle", 7), ("a red circle", 8), ("a blue house", 7)):
        card.locator("input").fill(caption)
        card.locator(".read").click()
        opened.until(lambda wanted=seed: f"Seed {wanted} " in card.locator(".say").inner_text())
        told = []
        for step in (1, 20, 300):
            place = card.locator(f".one-step[data-step='{step}']")
            painted = [each.rank.item() for each in grown.at(step).paint(caption, PAINT, seed)]
            drawn = place.locator("canvas").evaluate(PIXELS)
            assert drawn == [[int(PALETTE[i][j : j + 2], 16) for j in (1, 3, 5)] for i in painted]
            assert place.get_attribute("aria-label") == f"Step {step}: a picture painted for “{caption}”"
            told.append(painted)
        same = sum(len(set(pixel)) == 1 for pixel in zip(*told, strict=True))
        assert f"{same} of 256 pixels" in card.locator(".say").inner_text()
    with opened.page.expect_download() as saved:
        card.locator("[data-export=png]").click()
    with Image.open(saved.value.path()) as sheet:  # as wide as three pictures and two gaps; below them a caption
        assert sheet.width == 3 * 192 + 2 * 12
        for i, pixels in enumerate(told):
            for at in (0, 37, 255):
                x, y = i * 204 + at % 16 * 12 + 6, at // 16 * 12 + 6
                assert f"#{bytes(sheet.convert('RGB').getpixel((x, y))).hex()}" == PALETTE[pixels[at]].lower()
    card.locator(".one-step[data-step='20']").click()
    expect(opened.page.locator("#timeline .drawing")).to_have_attribute("data-step", "20")
    opened.page.reload()
    card.locator("input").wait_for()
    expect(card.locator("input")).to_have_value("a blue house")
    card.locator("input").fill("a " * 100)
    card.locator(".read").click()
    expect(card.locator(".say")).to_contain_text("at most")


def likeliest(opened):
    return opened.page.locator("#next_tokens .value").first.inner_text()


def test_every_tab_shows_the_step(opening, grown):
    opened = opening(step=20)
    band = opened.page.locator("#band .band")
    expect(band).to_be_hidden()
    opened.open("Dice")
    expect(band).to_contain_text("The model of step 20, rounded to 8 bits.")

    def top(step):
        return f"{100 * load_die(grown.at(step).trace(TEXT).logits[-1]).probs[0]:.1f} %"

    assert likeliest(opened) == top(20) != top(None)
    opened.open("Paint")
    colours = [f"rgb{tuple(bytes.fromhex(PALETTE[s.rank.item()][1:]))}" for s in grown.at(20).paint(TEXT, PAINT, 12)]
    assert opened.paint() == colours
    opened.open("Dice")
    opened.page.get_by_role("button", name="Back to the last").click()
    opened.settle()
    expect(band).to_be_hidden()
    assert likeliest(opened) == top(None)
    opened.open("Paint")
    last = [f"rgb{tuple(bytes.fromhex(PALETTE[s.rank.item()][1:]))}" for s in grown.paint(TEXT, PAINT, 12)]
    assert opened.painted() in (last, ["none"] * 256)  # never what the other step painted
    assert "step=" not in opened.page.url


def test_an_address_opens_the_step(open_page, grown):
    opened = open_page(tab="dice", text=TEXT, step=300)
    expect(opened.page.locator("#band .band")).to_contain_text("The model of step 300")
    assert likeliest(opened) == f"{100 * load_die(grown.at(300).trace(TEXT).logits[-1]).probs[0]:.1f} %"
    opened = open_page(tab="dice", text=TEXT, step=7)  # there is none
    expect(opened.page.locator("#band .band")).to_be_hidden()
    assert likeliest(opened) == f"{100 * load_die(grown.trace(TEXT).logits[-1]).probs[0]:.1f} %"


def test_a_recorded_step_leaves_the_other_tabs_as_they_are(opening, grown):
    opened = opening(step=70)
    opened.open("Dice")
    expect(opened.page.locator("#band .band")).to_be_hidden()
    assert likeliest(opened) == f"{100 * load_die(grown.trace(TEXT).logits[-1]).probs[0]:.1f} %"


def test_an_answer_of_another_step_is_never_drawn(opening, grown):
    """The answer for one step is held back until another step is shown."""
    opened = opening(step=20)
    opened.open("Dice")
    held = []

    def slow(route):
        if '"at_step":1}' in route.request.post_data.replace(" ", "") or '\\"at_step\\":1' in route.request.post_data:
            held.append(route)
        else:
            route.continue_()

    opened.page.route("**/gradio_api/run/**", slow)
    opened.page.evaluate("() => window.weightedDice.note('step', 1)")
    opened.until(lambda: held)
    assert opened.page.locator("#next_tokens .value").count() == 0  # what stood there is of step 20
    opened.page.evaluate("() => window.weightedDice.note('step', 300)")
    for route in held:
        route.continue_()
    opened.page.unroute("**/gradio_api/run/**")
    opened.settle()
    assert likeliest(opened) == f"{100 * load_die(grown.at(300).trace(TEXT).logits[-1]).probs[0]:.1f} %"


def test_on_a_phone_nothing_scrolls_sideways(opening):
    opened = opening(width=390, height=844, step=20)
    opened.page.locator("#over_time .read").click()
    opened.page.locator("#over_time [data-read='3']").wait_for()
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") == 390
    expect(opened.page.locator("#timeline .skills .skill").first).to_be_visible()
    opened.page.locator("#timeline .skills .skill").nth(1).click()
    opened.until(lambda: "skill=" in opened.page.url)


def test_axe_finds_nothing(opening):
    opened = opening(step=20, pinned=5)
    opened.page.locator("#over_time .read").click()
    opened.page.locator("#over_time [data-read='3']").wait_for()
    violations = in_both_themes(opened, "Through time at 1280")
    opened.open("Dice")
    violations += in_both_themes(opened, "the band", "#band")
    opened.open("Through time")
    opened.page.set_viewport_size({"width": 390, "height": 900})
    assert violations + in_both_themes(opened, "Through time at 390") == []
