"""The first screen: it moves by itself once, then waits; a guess, a roll, a score; doors take the sentence along."""

import math
import time

import numpy as np
import pytest

from components.tabs.start import tab as start
from model import PALETTE, bits_of, load_die

FIRST = "She opened the door and saw a"
WAITS = "() => document.querySelectorAll('#stage .fair .facet').length === 4"


def waiting(opened):
    opened.page.wait_for_function(WAITS, timeout=30_000)
    return opened.settle()


def roll(opened):
    """One roll by the button, until the die waits again."""
    text = opened.state()["text"]
    opened.page.locator("#stage .roll").click()
    opened.page.wait_for_function("(text) => window.weightedDice.state.text !== text", arg=text)
    return waiting(opened)


def fallen(lm, text, seed=7):
    return start.loaded(lm, text, seed)["next"]["piece"]


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_it_rolls_three_times_by_itself_and_waits(open_page, lm, motion):
    opened = open_page(motion=motion, tab="start")
    waiting(opened)
    text = lm.demonstrations["start.first"].text
    for _ in range(3):
        text += fallen(lm, text)
    assert opened.state()["text"] == text
    assert opened.page.locator("#stage .mini").count() == 3
    opened.page.wait_for_timeout(1500)
    assert opened.state()["text"] == text  # it waits
    opened.page.reload()
    opened.page.wait_for_function("() => window.weightedDice?.wanted")
    waiting(opened)
    assert opened.state()["text"] == text  # and does not move again in this visit


def test_an_address_with_a_text_waits_at_once(open_page):
    opened = open_page(tab="start", text=FIRST)
    waiting(opened)
    assert opened.state()["text"] == FIRST
    assert opened.page.locator(".prompt").is_hidden()


def test_the_fair_die_becomes_the_models(open_page, lm):
    opened = open_page(motion="no-preference", tab="start", text=FIRST)
    waiting(opened)
    boxes = [facet.bounding_box() for facet in opened.page.locator("#stage .facet").all()]
    areas = [box["width"] * box["height"] for box in boxes]
    assert max(areas) / min(areas) < 1.01
    names = set(opened.page.locator("#stage .facet b").all_text_contents())
    dice = load_die(lm.trace(FIRST).logits[-1])
    assert names == {*(p.strip() for p in lm.vocabulary.pieces(dice.ids[:3].tolist())), "something else"}
    opened.page.locator("#stage .roll").click()
    opened.page.locator("#stage .pip").wait_for()
    opened.page.wait_for_timeout(300)
    drawn = opened.page.evaluate(
        """() => { const board = document.querySelector('#stage .faces').getBoundingClientRect();
          return [...document.querySelectorAll('#stage .facet')].map((node) => {
            const box = node.getBoundingClientRect();
            return [+node.dataset.p, (box.width * box.height) / (board.width * board.height)]; }); }"""
    )
    shares = [*dice.probs[:12], dice.probs[12:].sum()]
    assert np.allclose(sorted(p for p, _ in drawn), sorted(shares), atol=1e-6)
    assert all(area == pytest.approx(p, abs=0.004) for p, area in drawn)


@pytest.mark.parametrize("width", [1280, 390])
def test_what_a_face_says_fits_into_it(open_page, width):
    opened = open_page(width=width, motion="no-preference", tab="start", text="She painted the door")
    waiting(opened)
    opened.page.locator("#stage .roll").click()
    opened.page.locator("#stage .pip").wait_for()
    opened.page.wait_for_timeout(300)
    hidden = opened.page.evaluate(
        """() => [...document.querySelectorAll('#stage .facet > *')].filter((said) => said.clientHeight)
          .map((said) => said.scrollHeight - said.clientHeight)"""
    )
    assert len(hidden) > 6 and max(hidden) <= 2  # the font is that much taller than its lines


def test_no_two_faces_look_alike(open_page, lm):
    texts = ("Mira has a red kite and a blue cup. Her kite is", "Question 4. 73")
    tops = {text: lm.vocabulary.pieces(load_die(lm.logits(text)).ids[:3].tolist()) for text in texts}
    text, top = next((text, top) for text, top in tops.items() if {f" {piece}" for piece in top} & {*top})
    opened = open_page(tab="start", text=text)
    waiting(opened)
    shown = {"something else", *(f"…{piece}" if f" {piece}" in top else piece.strip() for piece in top)}
    assert len(shown) == 4 and {*opened.page.locator("#stage .facet b").all_text_contents()} == shown


def test_a_guess_is_scored_in_bits(open_page, lm):
    opened = open_page(tab="start", text=FIRST)
    waiting(opened)
    you, model, text = 0.0, 0.0, FIRST
    for key in "123":
        dice = load_die(lm.trace(text).logits[-1])
        names = opened.page.locator("#stage .facet b").all_text_contents()
        opened.page.keyboard.press(key)
        assert opened.page.locator("#stage .facet[aria-pressed=true] b").text_content() == names[int(key) - 1]
        piece = fallen(lm, text)
        top = lm.vocabulary.pieces(dice.ids[:3].tolist())
        shown = piece.replace("\n", "↵").strip()  # as a face shows it
        right = names[int(key) - 1] == (shown if piece in top else "something else")
        you -= math.log2(0.7 if right else 0.1)
        model -= math.log2(dice.probs[top.index(piece)] if piece in top else 1 - dice.probs[:3].sum())
        opened.page.keyboard.press("r")
        text += piece
        opened.page.wait_for_function("(text) => window.weightedDice.state.text === text", arg=text)
        waiting(opened)
    said = [float(t.split()[0]) for t in opened.page.locator("#stage .bits").all_text_contents()]
    assert said == pytest.approx([you, model], abs=0.051)
    widths = opened.page.eval_on_selector_all("#stage .bar i", "(all) => all.map((i) => parseFloat(i.style.width))")
    assert widths == pytest.approx([100 * bits / max(7.5, you, model) for bits in (you, model)], abs=0.5)


def test_a_roll_without_a_guess_does_not_count_and_nothing_moves(open_page):
    opened = open_page(tab="start", text=FIRST)
    waiting(opened)
    before = opened.page.locator("#stage").bounding_box()
    for _ in range(5):
        roll(opened)
    assert opened.page.locator("#stage").bounding_box() == before
    assert opened.page.locator("#stage .bits").first.text_content() == "0.0 bits"
    assert "before" in opened.page.locator("#stage .fold").text_content()


def test_it_rolls_on_until_it_is_stopped(open_page, lm):
    opened = open_page(tab="start", text=FIRST)
    waiting(opened)
    opened.page.get_by_role("button", name="Keep rolling").click()
    opened.page.wait_for_function("(n) => window.weightedDice.state.text.length > n", arg=len(FIRST) + 12)
    opened.page.locator("#stage .on").click()
    waiting(opened)
    text = opened.state()["text"]
    opened.page.wait_for_timeout(1200)
    assert opened.state()["text"] == text and text.startswith(FIRST)
    opened.page.get_by_role("button", name="start again").click()
    opened.settle()
    assert opened.state()["text"] == lm.demonstrations["start.first"].text
    assert opened.state()["views"]["start"]["seed"] == 8


def test_the_picture_is_painted_as_python_rolled_it(open_page, lm):
    opened = open_page(tab="start", text=FIRST)
    opened.page.locator("#painting .rest").click()
    opened.page.wait_for_selector("#painting canvas[data-painted='256']", timeout=30_000)
    pixels = "(canvas) => [...canvas.getContext('2d').getImageData(0, 0, 16, 16).data]"
    drawn = np.reshape(opened.page.locator("#painting canvas").evaluate(pixels), (256, 4))[:, :3]
    told = start.painting(lm, 0)["colours"]
    assert drawn.tolist() == [list(bytes.fromhex(PALETTE[c][1:])) for c in told]
    caption = opened.page.locator("#painting .caption").text_content()
    opened.page.get_by_role("button", name="another picture").click()
    opened.page.wait_for_function("(c) => document.querySelector('#painting .caption').textContent !== c", arg=caption)


@pytest.mark.parametrize("text", [FIRST, "Mira has a red kite and a blue cup. Her kite is", "The sky"])
def test_the_door_shows_what_is_looked_at_most(open_page, lm, text):
    """Also where that stands far back."""
    opened = open_page(tab="start", text=text)
    waiting(opened)
    value = start.looks(lm, text)
    weights = lm.trace(text).pattern[value["layer"], value["head"], -1]
    most, n = int(weights[:-1].argmax()), len(weights)
    shown = [*range(max(0, n - 6), n)]
    shown = shown if most in shown else [most, *shown[1:]]
    arcs = "(all) => all.map((arc) => Number(arc.dataset.weight))"
    drawn = opened.page.eval_on_selector_all("#doors .arcs path", arcs)
    assert drawn == pytest.approx([float(weights[i]) for i in shown[:-1]], abs=1e-6)
    words = opened.page.locator("#doors .arcs text").all_text_contents()
    assert [word.removesuffix(" …") for word in words] == [value["pieces"][i].strip() for i in shown]
    assert f"{100 * weights[most]:.1f}" in opened.page.locator("#doors .arcs-say").inner_text()
    bits = bits_of(lm.trace(text))
    bars = "(all) => all.map((bar) => [Number(bar.dataset.bits), bar.height.baseVal.value])"
    drawn = np.array(opened.page.eval_on_selector_all("#doors .costs rect", bars))
    assert drawn[:, 0] == pytest.approx(bits[-6:], abs=1e-4)
    assert drawn[:, 1] == pytest.approx(66 * bits[-6:] / max(12, *bits[-6:]), abs=0.01)
    said = opened.page.locator("#doors .costs-say").inner_text()
    assert f"cost {bits.mean():.1f} bits each" in said and "anything, 12.0" in said


@pytest.mark.parametrize("late", [False, True])
def test_doors_take_the_sentence_along(open_page, late):
    opened = open_page(tab="start", text=FIRST)
    if late:  # the tabs become known after all else has started
        opened.page.route("**/nav.js*", lambda route: (time.sleep(4), route.continue_()))
        opened.page.reload()
        opened.page.wait_for_function("() => window.weightedDice?.wanted")
    waiting(opened)
    opened.page.locator("#doors").get_by_role("button", name="Attention").click()
    opened.settle()
    assert (opened.state()["tab"], opened.state()["text"]) == ("attention", FIRST)
    assert opened.page.locator("#prompt textarea").input_value() == FIRST
    assert opened.page.locator(".place:visible").text_content() == "Look inside, 3 of 5"
