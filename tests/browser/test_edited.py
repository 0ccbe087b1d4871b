"""What is taken away is seen in every tab that looks inside, and can be taken back at any moment."""

import numpy as np
import pytest
from playwright.sync_api import expect

from components.tabs.attention.tab import KITE
from model import PLAIN, load_die

EDIT = "feed-forward 0 off"


def weights(opened):
    return opened.page.eval_on_selector_all("#map .pip[data-weight]", "(all) => all.map((pip) => +pip.dataset.weight)")


def same(drawn, pattern):
    lower = [w for row, q in enumerate(pattern) for w in q[: row + 1]]
    return np.allclose(sorted(drawn), sorted(lower)[-len(drawn) :], rtol=0, atol=1e-6)


def test_the_banner_switches_the_map_between_both_passes(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=3, head=2)
    banner = opened.page.locator("#banner")
    expect(banner).to_be_hidden()
    opened.page.evaluate(f"() => window.weightedDice.set({{ edits: ['{EDIT}'] }})")
    opened.settle()
    without, whole = lm.trace(KITE, [EDIT]).pattern[3, 2], lm.trace(KITE).pattern[3, 2]
    assert same(weights(opened), without) and not same(weights(opened), whole)
    expect(banner.locator(".words")).to_have_text("Taken away: network of layer 0 writes nothing.")
    banner.get_by_role("radio", name="with it", exact=True).click()
    opened.settle()
    assert same(weights(opened), whole)
    opened.until(lambda: "edited=false" in opened.page.url and "edits=" in opened.page.url)
    opened.page.keyboard.press("ArrowRight")
    opened.settle()
    assert same(weights(opened), without)
    opened.until(lambda: "edited=" not in opened.page.url)
    banner.locator(".reset").click()
    opened.settle()
    assert same(weights(opened), whole)
    expect(banner).to_be_hidden()


def test_the_address_holds_which_pass_is_shown(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=3, head=2, edits=EDIT, edited="false")
    assert same(weights(opened), lm.trace(KITE).pattern[3, 2])
    again = open_page(tab="attention", text=KITE, layer=3, head=2, edits=EDIT)
    assert same(weights(again), lm.trace(KITE, [EDIT]).pattern[3, 2])


def test_the_die_is_that_of_the_edited_pass(open_page, lm):
    opened = open_page(tab="dice", text=KITE, edits=EDIT)
    trace = lm.trace(KITE, [EDIT])
    expected = load_die(trace.logits[-1], PLAIN, trace.ids).probs[:12]
    drawn = opened.page.locator("#die .face:not(.others)").evaluate_all("all => all.map(f => Number(f.dataset.p))")
    drawn = sorted(drawn, reverse=True)
    assert np.allclose(drawn, expected[: len(drawn)], rtol=0, atol=1e-6)
    expect(opened.page.locator("#next_rolls .plain")).to_be_visible()
    expect(opened.page.locator("#three_dice .plain")).to_be_visible()
    opened.page.locator("#banner .reset").click()
    expect(opened.page.locator("#next_rolls .plain")).to_be_hidden()


@pytest.mark.parametrize(("tab", "seen"), [("embeddings", True), ("layers", True), ("tokens", False), ("paint", False)])
def test_only_tabs_that_look_inside_have_the_banner(open_page, tab, seen):
    opened = open_page(tab=tab, text=KITE, edits=f"{EDIT}\nhead 9.9 off")
    expect(opened.page.locator("#banner")).to_be_visible(visible=seen)
    if seen:
        expect(opened.page.locator("#banner .words")).to_contain_text("not possible here")


def test_a_cut_look_scores_minus_infinity_and_breaks_nothing(open_page):
    opened = open_page(tab="attention", text=KITE, layer=1, head=2, token=9, edits="edge 1.2 9>4")
    opened.page.locator("#map .frame").focus()
    for _ in range(5):
        opened.page.keyboard.press("ArrowLeft")
    expect(opened.page.locator("#head_steps .scaled")).to_contain_text("this look is cut")
    opened.open("Layers")
    opened.page.evaluate("() => window.weightedDice.turn('layers', { layer: 1, tensor_no: 3 })")
    opened.settle()
    expect(opened.page.locator(".view:visible p.line")).to_be_hidden()
    expect(opened.page.locator("#tensor h2")).to_contain_text("scores")
