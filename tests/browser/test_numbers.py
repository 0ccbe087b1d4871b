"""Every number on the page against the tensor that it claims to be."""

import re

import numpy as np
import pytest
import torch
from playwright.sync_api import expect

from components.tabs.attention.tab import KITE
from model import COLOUR_IDS, COLOURS, PAINT, Shaping, load_die

PERCENT = re.compile(r"([\d.,]+) %")
FEWEST = """() => {
  const look = document.querySelector('#look');
  window.fewest = Infinity;
  const count = () => { window.fewest = Math.min(window.fewest, look.querySelectorAll('.value').length); };
  new MutationObserver(count).observe(look, { childList: true, subtree: true }); }"""


def percents(texts):
    """`61.2 %` as numbers, `< 0.1 %` as 0.05 ± 0.05 and `> 99.9 %` as 99.975 ± 0.025."""
    ends = {"<": 0.0005, ">": 0.99975, "": 0.0}
    return [
        float(PERCENT.search(text)[1]) / 100 if text[:1].isdigit() and "%" in text else ends.get(text[:1], 0.0)
        for text in (text.strip() for text in texts)
    ]


def test_chips_are_the_tokens(open_page, lm):
    opened = open_page(text=KITE)
    assert opened.page.locator("#chips .chip").all_text_contents() == lm.vocabulary.pieces(lm.encode(KITE))


def test_the_attention_map_is_the_pattern(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=4, head=1)
    drawn = opened.page.eval_on_selector_all(
        "#map .pip[data-weight]", "(pips) => pips.map((pip) => [+pip.dataset.weight, +pip.getAttribute('r')])"
    )
    weights = lm.trace(KITE).pattern[4, 1]
    cell = opened.page.evaluate("() => +document.querySelector('#map .cell').getAttribute('width') + 2")
    expected = [(w, (cell / 2 - 2) * w**0.5) for row, q in enumerate(weights) for w in q[: row + 1]]
    expected = [pair for pair in expected if pair[1] > 0.4]
    assert np.allclose(drawn, expected, rtol=0, atol=1e-5)
    said = float(opened.page.locator("#map .say b").inner_text())
    assert said == pytest.approx(weights[-1].max(), abs=0.005)


def test_bars_say_what_the_token_looks_at(open_page, lm):
    opened = open_page(tab="attention", text=KITE, token=8, layer=3, head=2)
    shown = [float(value) for value in opened.page.locator("#look .to .value").all_inner_texts()]
    assert len(shown) >= 6
    assert np.allclose(shown, np.sort(lm.trace(KITE).pattern[3, 2, 8])[::-1][: len(shown)], rtol=0, atol=0.0051)


def test_another_head_fills_as_many_bars_as_the_one_before(open_page, lm):
    page = open_page(tab="attention", text=KITE, token=8, layer=3, head=2, heatmap=0).page
    to, back = page.locator("#look .to .value"), page.locator("#look .from .value")
    pattern = lm.trace(KITE).pattern
    assert to.count() + back.count() > 6 + 6  # the card has room for more than both lists need to have
    kept = to.count(), back.count()
    page.evaluate(FEWEST)
    page.locator("#heads .head").nth(4 * lm.config.n_head + 1).click()
    expect(page.locator("#map .say b")).to_have_text(f"{pattern[4, 1, 8].max():.2f}")
    assert (to.count(), back.count()) == kept and page.evaluate("() => window.fewest") == sum(kept)
    for bars, weights in ((to, pattern[4, 1, 8, :9]), (back, pattern[4, 1, 9:, 8])):
        shown = [float(value) for value in bars.all_inner_texts()]
        assert np.allclose(shown, np.sort(weights)[::-1][: len(shown)], rtol=0, atol=0.0051)


@pytest.mark.parametrize("shaping", [{}, {"temperature": 0.5}, {"temperature": 1.5, "top_k": 7}, {"top_p": 0.6}])
def test_the_die_has_the_probabilities_as_areas(open_page, lm, shaping):
    opened = open_page(tab="dice", text=KITE, **shaping)
    dice = load_die(lm.logits(KITE), Shaping(**shaping))
    faces = opened.page.eval_on_selector_all(
        "#die .face:not(.others)",
        "(faces) => faces.map((f) => [+f.dataset.p, (+f.getAttribute('width') + 2) * (+f.getAttribute('height') + 2)])",
    )
    drawn = np.array([p for p, _ in faces])
    likeliest = dice.probs[:12]
    apart = np.abs(likeliest[:, None] - drawn)
    kept = likeliest[(apart < 1e-6).any(1)]
    assert np.allclose(drawn, kept, rtol=0, atol=1e-6)
    assert np.setdiff1d(likeliest, kept).max(initial=0) < 1 / 376  # a strip of less than a pixel is left out
    assert np.allclose([area / 376**2 for _, area in faces], kept, rtol=0, atol=0.01)
    shown = percents(opened.page.locator("#next_tokens .value").all_inner_texts())
    expected = [*dice.probs[:12], dice.probs[12:].sum()]
    assert np.allclose(shown, expected, rtol=0, atol=0.00051)


def test_twenty_rolls_are_counted_and_repeatable(open_page, lm):
    opened = open_page(tab="dice", text=KITE)
    opened.page.locator("#die .twenty").click()
    opened.settle()
    first = opened.page.locator("#rolls .chip").all_text_contents()
    assert len(first) == 20
    tally = [int(more) for more in opened.page.locator("#next_tokens .more").all_inner_texts()]
    assert sum(tally) == 20
    again = open_page(tab="dice", text=KITE, rolls=20)
    assert again.page.locator("#rolls .chip").all_text_contents() == first
    other = open_page(tab="dice", text="Once upon a time, there was a", rolls=20, seed=8, temperature=2)
    assert other.page.locator("#rolls .chip").all_text_contents() != first


def test_a_roll_appends_its_token(open_page, lm):
    opened = open_page(tab="dice", text=KITE)
    opened.page.locator("#die .roll").click()
    opened.page.wait_for_function("(text) => document.querySelector('#prompt textarea').value !== text", arg=KITE)
    opened.settle()
    added = opened.page.locator("#prompt textarea").input_value().removeprefix(KITE)
    assert added in lm.vocabulary.pieces(range(len(lm.vocabulary)))
    assert added.strip() in opened.page.locator("#die .say").inner_text()


def test_temperature_does_not_run_the_model_again(open_page, lm, monkeypatch):
    opened = open_page(tab="dice", text=KITE)
    monkeypatch.setattr(lm.transformer, "forward", None)
    opened.page.locator("#temperature input[type=number]").fill("1.7")
    opened.page.locator("#temperature input[type=number]").press("Enter")
    opened.settle()
    dice = load_die(lm.logits(KITE), Shaping(1.7))
    shown = percents(opened.page.locator("#next_tokens .value").all_inner_texts())
    assert np.allclose(shown[:12], dice.probs[:12], rtol=0, atol=0.00051)


def test_the_picture_is_what_the_model_rolls(open_page, lm):
    caption = "a big red circle on white"
    opened = open_page(tab="paint", text=caption, seed=5)
    steps = list(lm.paint(caption, PAINT, 5))
    expect(opened.page.locator("#pixel_die .say")).to_contain_text("not painted yet")
    check_die(opened, steps, 0)  # loaded before anything is painted
    opened.page.locator("#canvas .brush").click()
    opened.page.wait_for_function("() => document.querySelector('#canvas .note').textContent.startsWith('seed 5')")
    colours = opened.page.evaluate(
        "() => [...document.querySelectorAll('#canvas .cell')].map((cell) => cell.style.fill)"
    )
    painted = [step.rank.item() for step in steps]
    assert len(set(colours)) == len(set(painted))
    assert all((a == b) == (p == q) for a, b, p, q in zip(colours, colours[1:], painted, painted[1:], strict=False))
    bits = float(opened.page.locator("#canvas .say b").inner_text().split()[0])
    assert bits == pytest.approx(-sum(step.logprobs.item() for step in steps) / np.log(2), abs=0.06)
    check_pixel(opened, lm, caption, painted, steps)


def check_die(opened, steps, pixel):
    rolled = dict(zip(COLOURS, steps[pixel].probs[0].tolist(), strict=True))  # by the painting, with its cache
    names = opened.page.locator("#pixel_die .bars .label").all_inner_texts()
    shown = percents(opened.page.locator("#pixel_die .bars .value").all_inner_texts())
    assert len(names) == 8
    assert np.allclose(shown, [rolled[name.strip()] for name in names], rtol=0, atol=0.00061)


def check_pixel(opened, lm, caption, painted, steps):
    canvas = opened.page.locator("#canvas .canvas")
    side = canvas.bounding_box()["width"] / 16
    row = column = int(250 / side)
    canvas.click(position={"x": 250, "y": 250})
    expect(opened.page.locator("#pixel_die .note")).to_have_text(f"row {row}, column {column}")
    expect(opened.page.locator("#pixel_die .say")).to_contain_text("It fell on")
    pixel = 16 * row + column
    check_die(opened, steps, pixel)
    ids = torch.tensor([lm.picture_prompt(caption) + [COLOUR_IDS[c] for c in painted]])
    trace = lm.trace_ids(ids[0].tolist())
    weights = trace.pattern[4, :, 31 + pixel, : 32 + pixel].mean(0)

    def told():
        parts = opened.page.eval_on_selector_all("#pixel_look .split .part", "(parts) => parts.map((p) => p.title)")
        return {name: float(share) for share, name in (part.split(" ", 1) for part in parts)}

    # Until the answer has come, what the last pixel looked at stands there.
    opened.until(lambda: told()["earlier pixels"] == pytest.approx(weights[32:].sum(), abs=0.0006))
    shares = told()
    n = len(lm.vocabulary.encode(caption))
    if "caption" in shares:
        assert shares["caption"] == pytest.approx(weights[31 - n : 31].sum(), abs=0.0006)


def test_a_head_of_a_pixel_and_what_looks_back(open_page, lm):
    """The weights of one head in place of the mean, and those that later dice gave to the pixel."""
    caption = "a blue star on yellow"
    opened = open_page(tab="paint", text=caption, seed=2)
    opened.page.locator("#canvas .brush").click()
    opened.page.wait_for_function("() => document.querySelector('#canvas .note').textContent.startsWith('seed 2')")
    opened.page.locator("#canvas .canvas").click(position={"x": 250, "y": 250})
    opened.page.locator("#pixel_look .heads button", has_text="2").click()
    opened.page.locator("#pixel_look .layers button", has_text="3").click()
    opened.settle()
    painted = [step.ids.item() for step in lm.paint(caption, PAINT, 2)]
    pattern = lm.trace_ids([*lm.picture_prompt(caption), *painted]).pattern[3, 2]
    pixel = opened.page.evaluate("() => window.weightedDice.latest.looked.pixel")
    looked = "() => [...window.weightedDice.latest.looked.pixels]"
    assert np.allclose(opened.page.evaluate(looked), pattern[31 + pixel, 32 : 32 + pixel], rtol=0, atol=1e-6)
    opened.page.locator("#pixel_look .ways button").nth(1).click()
    back = opened.page.evaluate(looked)
    assert back[: pixel + 1] == [0] * (pixel + 1)
    assert np.allclose(back[pixel + 1 :], pattern[32 + pixel : 287, 32 + pixel], rtol=0, atol=1e-6)


def test_a_painted_picture_opens_in_the_other_tabs(open_page, lm):
    caption = "a green heart on black"
    opened = open_page(tab="paint", text=caption, seed=3)
    opened.page.locator("#canvas .brush").click()
    opened.page.wait_for_function("() => document.querySelector('#canvas .note').textContent.startsWith('seed 3')")
    opened.page.locator("#canvas .inside").click()
    opened.page.wait_for_function("() => window.weightedDice.state.count === 288")
    opened.settle()
    painted = [step.ids.item() for step in lm.paint(caption, PAINT, 3)]
    assert opened.state()["tab"] == "attention"
    assert lm.encode(opened.state()["text"]) == [*lm.picture_prompt(caption), *painted]
    assert opened.page.get_by_role("tab", name="Attention").get_attribute("aria-selected") == "true"


PAINTED = "[...document.querySelectorAll('#canvas .cell')].filter((cell) => cell.style.fill !== 'none').length"


@pytest.mark.parametrize("least", [0, 20])
def test_painting_can_be_stopped(open_page, slowly, least):
    """By a visitor as quick as the page itself: a picture takes half a second, here five, however late it looks."""
    opened = open_page(tab="paint", text="a hand with five fingers on cyan")
    slowly(0.02)
    expect(opened.page.locator("#canvas .brush")).to_be_enabled()
    stopped_at = opened.page.evaluate(
        f"""() => new Promise((done) => {{
            document.querySelector('#canvas .brush').click();
            const watch = () => {{
                if ({PAINTED} < {least}) return requestAnimationFrame(watch);
                document.querySelector('#canvas .stop').click();
                done({PAINTED});
            }};
            watch();
        }})"""
    )
    opened.page.wait_for_timeout(1000)
    assert least <= stopped_at < 256
    assert opened.page.evaluate(f"() => {PAINTED}") == stopped_at
    opened.page.locator("#canvas .brush").click()  # and paints again
    opened.page.wait_for_function(f"() => {PAINTED} === 256")
