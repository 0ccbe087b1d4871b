"""The tab Limits: what its cards draw and say against what is measured, guessing first, cases of one's own."""

import csv
import re
from itertools import chain
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from playwright.sync_api import expect
from test_layout import shown_well

from components.parts import deck as cards
from components.tabs.limits import tab
from model.doubt import deck, progress

CARDS = [*deck.cards()]
DRAWN = """(tables) => tables.map((table) => [...table.querySelectorAll('tbody tr')].map((row) => {
    const whole = row.querySelector('.bar').getBoundingClientRect();
    const at = (x) => (x - whole.left - 2) / (whole.width - 2);
    const place = (name) => row.querySelector(name)?.getBoundingClientRect();
    const [fill, arm, tick] = ['i', 's', 'u'].map(place);
    return { name: row.querySelector('th').textContent, said: at(fill.right), low: arm ? at(arm.left) : null,
        high: arm ? at(arm.right) : null, told: tick ? at((tick.left + tick.right) / 2) : null,
        text: [...row.querySelectorAll('.number')].map((cell) => cell.textContent) };
}))"""


def numbers(text):
    return [float(found.replace(",", "").replace("−", "-")) for found in re.findall(r"[-−]?\d[\d,]*(?:\.\d+)?", text)]


def measured(open_page, lm, card, **others):
    """The tab with a card that has been measured already: this process serves the page, too."""
    deck.measured(lm, card)
    opened = open_page(tab="limits", card=card, measured=1, **others)
    expect(opened.page.locator("#limits_claim .verdict")).not_to_be_empty(timeout=60_000)
    return opened.settle()


@pytest.mark.parametrize("card", CARDS)
def test_bars_intervals_and_ticks_are_what_was_measured(open_page, lm, card):
    """Nor has it holes; and a phone shows all of it."""
    opened = measured(open_page, lm, card)
    value, helps, own, _ = tab.DECK.shown(lm, card, 1, "")
    tables = opened.page.eval_on_selector_all("#limits_claim table.rows", DRAWN)
    assert len(tables) == len(value["parts"])
    for rows, part in [*zip(tables, value["parts"], strict=True), *own_table(opened, own)]:
        assert [row["name"] for row in rows] == [row["name"] for row in part["rows"]]
        for row, expected in zip(rows, part["rows"], strict=True):
            said = expected["said"]
            near = lambda x, most=part["most"]: pytest.approx(min(1, x / most), abs=0.025)  # noqa: E731
            assert row["said"] == near(said["value"])
            assert row["told"] == (None if expected["told"] is None else near(expected["told"]))
            if row["low"] is not None and said["high"] - said["low"] > 0.1 * part["most"]:
                assert (row["low"], row["high"]) == (near(said["low"]), near(said["high"]))
    assert opened.page.locator("#limits_mended .help").count() == len(helps["helps"])
    for block, one in zip(opened.page.locator("#limits_mended .help").all(), helps["helps"], strict=True):
        drawn = block.locator("table").first.locator(".number").all_inner_texts()
        shown = [100 * numbers(f"{sure['value']:.6f}")[0] for sure in one["effect"]]
        said = [numbers(text)[0] if numbers(text) else 0 for text in drawn]
        assert np.allclose(said, shown, atol=0.11)
    shown_well(opened, "#view-limits", card)


def test_the_map_of_sums_is_as_dark_as_sums_are_right(open_page, lm):
    opened = measured(open_page, lm, "sums")
    grid = next(part["grid"] for part in tab.DECK.shown(lm, "sums", 1, "")[0]["parts"] if part["grid"])
    fields = opened.page.locator("#limits_claim .map td")
    drawn = fields.evaluate_all(
        "(all) => all.map((td) => [parseFloat(td.style.getPropertyValue('--share')), td.matches('.told'), td.title])"
    )
    assert len(drawn) == 144 and [told for _, told, _ in drawn] == [*chain(*grid["told"])]
    assert [dark / 100 for dark, _, _ in drawn] == pytest.approx([*chain(*grid["shares"])])
    shown = fields.evaluate_all("(all) => all.map((td) => getComputedStyle(td).backgroundColor)")
    assert shown[0] != shown[-1] and (drawn[0][0], drawn[-1][0]) == (100, 0)
    assert drawn[13][2].startswith(f"from 10 and from 10: {round(4 * grid['shares'][1][1])} of 4 right")


def own_table(opened, own):
    """The table of the visitor's own case, beside its value."""
    return [(opened.page.eval_on_selector_all("#limits_own table", DRAWN)[0], own["part"])]


def test_a_slow_card_says_how_far_it_is(open_page, lm, monkeypatch):
    going, look = Event(), cards.look
    monkeypatch.setattr(cards, "look", lambda *asked: going.wait(30) and look(*asked))
    page = open_page(tab="limits", card="sums").page
    expect(page.locator("#limits_claim .so-far")).to_be_empty()
    with progress.counting((None, "sums", "limits")):
        progress.add(1234)
        page.get_by_role("button", name="Measure it on this model").click()
        expect(page.locator("#limits_claim .so-far")).to_have_text("1,234 tokens so far")
        progress.add(1000)
        expect(page.locator("#limits_claim .so-far")).to_have_text("2,234 tokens so far")
    going.set()
    expect(page.locator("#limits_claim .verdict")).not_to_be_empty(timeout=60_000)
    expect(page.locator("#limits_claim .so-far")).to_be_empty()


def test_a_guess_comes_first_and_then_the_verdict(open_page, lm):
    opened = open_page(tab="limits")
    page = opened.page
    expect(page.locator("#limits_claim h2").first).to_have_text("Prejudice")
    assert page.locator("#limits_claim table, #limits_mended .help, #limits_own table").count() == 0
    found = deck.measured(lm, "prejudice")
    right = deck.card_of("prejudice").answer(found)
    guesses = page.locator("#limits_claim .guesses").get_by_role("radio")
    guesses.nth(right).click()
    page.get_by_role("button", name="Measure it on this model").click()
    expect(page.locator("#limits_claim .verdict")).to_contain_text("of the planted difference", timeout=60_000)
    expect(page.locator("#limits_claim .was")).to_have_text("You had guessed so.")
    facts = found.facts
    said = numbers(page.locator("#limits_claim .verdict").inner_text())
    assert said[:3] == pytest.approx([100 * facts[name] for name in ("slope", "low", "high")], abs=0.051)
    assert said[-1] == facts["wordings_n"]
    guesses.nth((right + 1) % 3).click()
    expect(page.locator("#limits_claim .was")).to_have_text("You had guessed otherwise.")
    opened.until(lambda: f"guessed={(right + 1) % 3}" in page.url and "measured=1" in page.url)
    again = open_page(**dict(pair.split("=") for pair in page.url.split("?")[1].split("&") if "text" not in pair))
    expect(again.page.locator("#limits_claim .was")).to_have_text("You had guessed otherwise.", timeout=60_000)


def test_five_cards_in_twenty_five_actions(open_page):
    """From the first page: a class guesses, measures and argues."""
    opened, actions = open_page(tab="start"), 0
    page = opened.page
    page.get_by_role("tab", name="Limits").click()
    actions += 1
    for title in ("Prejudice", "Secrets", "Sums", "Confidence", "Invention"):
        page.locator("#limits_claim .deck").get_by_role("radio", name=title).click()
        page.locator("#limits_claim .guesses").get_by_role("radio").first.click()
        page.locator("#limits_claim .measure").click()
        actions += 3
        expect(page.locator("#limits_claim .verdict")).not_to_be_empty(timeout=60_000)
        expect(page.locator("#limits_claim h2").first).to_have_text(title)
        opened.settle()
        assert page.locator("#limits_argue .question").inner_text().endswith("?")
    assert actions <= 25


def test_a_case_of_ones_own(open_page, lm):
    opened = measured(open_page, lm, "sums")
    field = opened.page.locator("#limits_own input")
    field.fill("7+8")
    expect(opened.page.locator("#limits_own tbody th").first).to_have_text("7+8=15")
    opened.until(lambda: "case=7%2B8" in opened.page.url)
    given = opened.program("#limits_claim")
    assert given == {"case": "7+8", "folder": "assets/model"}
    field.fill("<img src=x onerror=alert(1)> שלום")
    expect(opened.page.locator("#limits_own .wrong")).to_have_text(
        "Type a sum of two whole numbers below 1,000, such as 67+88"
    )
    assert field.input_value().startswith("<img") and opened.page.locator("#limits_claim table.rows").count() == 3
    field.fill("2+2")
    expect(opened.page.locator("#limits_own .wrong")).to_be_empty()
    expect(opened.page.locator("#limits_own tbody th").first).to_have_text("2+2=4")


def test_rows_are_saved_and_keys_choose_a_card(open_page, lm):
    opened = measured(open_page, lm, "sums")
    with opened.page.expect_download() as download:
        opened.page.locator("#limits_claim [data-export=csv]").click()
    rows = list(csv.reader(Path(download.value.path()).read_text(encoding="utf-8").splitlines()))
    parts = tab.DECK.shown(lm, "sums", 1, "")[0]["parts"]
    expected = [(row["name"], row["said"]["value"], row["said"]["n"]) for part in parts for row in part["rows"]]
    grid = parts[-1]["grid"]
    expected += [(f"{10 * i} + {10 * k}", grid["shares"][i][k], 4) for i in range(12) for k in range(12)]
    assert [(row[1], float(row[2]), int(row[5])) for row in rows[1:]] == expected
    assert [row[6] for row in rows[-144:]] == [f"{told:d}" for line in grid["told"] for told in line]
    opened.page.locator("#limits_claim .deck").get_by_role("radio", name="Sums").focus()
    opened.page.keyboard.press("ArrowRight")
    expect(opened.page.locator("#limits_claim h2").first).to_have_text("Confidence")
    assert opened.page.evaluate("() => document.activeElement.textContent") == "Confidence"
    opened.settle()
    assert opened.page.locator("#limits_claim table").count() == 0
