"""The tab Uses: what is drawn of texts, pictures and tunes against what was made, guessing first, one's own case."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect
from test_layout import shown_well
from test_limits import DRAWN, numbers

from components.tabs.uses import tab
from model import PALETTE
from model.doubt import deck

CARDS = [*deck.cards("uses")]
MARKS = """(words) => words.map((p) => {
    let at = 0;
    return { text: p.textContent, marks: [...p.childNodes].flatMap((node) => {
        const start = at;
        at += [...node.textContent].length;
        return node.nodeName === 'MARK' ? [[start, at]] : [];
    }) };
})"""
PAINTED = """(canvases) => canvases.map((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, 16, 16);
    return Array.from({ length: 256 }, (_, i) => '#' + [...data.slice(4 * i, 4 * i + 3)]
        .map((x) => x.toString(16).padStart(2, '0')).join(''));
})"""
SUNG = """(rolls) => rolls.map((roll) => {
    const whole = roll.getBoundingClientRect(), box = roll.viewBox.baseVal, pixel = box.width / whole.width;
    return [...roll.querySelectorAll('rect')].map((note) => {
        const at = note.getBoundingClientRect();
        return [(at.left - whole.left) * pixel, ((at.top - whole.top) / whole.height) * box.height, pixel];
    });
})"""


def measured(open_page, lm, card, **others):
    """The tab with a card that has been measured already: this process serves the page, too."""
    deck.measured(lm, card, "uses")
    opened = open_page(tab="uses", card=card, measured=1, **others)
    expect(opened.page.locator("#uses_claim .verdict")).not_to_be_empty(timeout=60_000)
    return opened.settle()


@pytest.mark.parametrize("card", CARDS)
def test_what_is_drawn_is_what_was_made_and_measured(open_page, lm, card):
    """Nor has it holes; and a phone shows all of it."""
    opened = measured(open_page, lm, card)
    page = opened.page
    value, _, own, argue = tab.DECK.shown(lm, card, 1, "")
    made = [one for part in value["parts"] for one in part["made"]] + own["part"]["made"]
    texts, pictures, tunes = ([one for one in made if one["kind"] == kind] for kind in ("text", "picture", "tune"))
    for drawn, one in zip(page.eval_on_selector_all("#view-uses .work .words", MARKS), texts, strict=True):
        assert drawn["text"] == (one["text"] or "∅")
        assert drawn["marks"] == [[run["start"], run["end"]] for run in one["copied"]]
    for drawn, one in zip(page.eval_on_selector_all("#view-uses .work canvas", PAINTED), pictures, strict=True):
        assert drawn == [PALETTE[cell].lower() for cell in one["cells"]]
    for drawn, one in zip(page.eval_on_selector_all("#view-uses .work svg", SUNG), tunes, strict=True):
        sung = [(sum(n for _, n in one["notes"][:i]), pitch) for i, (pitch, _) in enumerate(one["notes"])]
        sung = [(at, pitch) for at, pitch in sung if pitch is not None]
        high = max(pitch for _, pitch in sung)
        assert len(drawn) == len(sung)
        for (x, y, pixel), (at, pitch) in zip(drawn, sung, strict=True):
            assert (x, y) == (pytest.approx(at, abs=max(0.6, pixel)), pytest.approx(high - pitch, abs=0.4))
    tables = page.eval_on_selector_all("#uses_claim table", DRAWN)
    for rows, part in zip(tables, value["parts"], strict=True):
        assert [row["name"] for row in rows] == [row["name"] for row in part["rows"]]
        for row, expected in zip(rows, part["rows"], strict=True):
            assert row["said"] == pytest.approx(expected["said"]["value"], abs=0.03)
    facts = [times * x for x in argue["facts"].values() for times in (1, 100)]
    said = [number for text in page.locator("#uses_argue .sides p").all_inner_texts() for number in numbers(text)]
    assert said and all(min(abs(number - fact) for fact in facts) < 0.051 for number in said)
    assert page.locator("#uses_argue .question").inner_text().endswith("?")
    shown_well(opened, "#view-uses", card)


def test_a_guess_comes_first_and_stands_in_the_address(open_page, lm):
    right = deck.card_of("gifts", "uses").answer(deck.measured(lm, "gifts", "uses"))
    opened = open_page(tab="uses")
    page = opened.page
    assert page.locator("#uses_claim table, #view-uses .work").count() == 0
    page.locator("#uses_claim .guesses").get_by_role("radio").nth(right).click()
    page.get_by_role("button", name="Measure it on this model").click()
    expect(page.locator("#uses_claim .was")).to_have_text("You had guessed so.", timeout=60_000)
    opened.until(lambda: f"expected={right}" in page.url and "measured=1" in page.url)
    page.locator("#uses_own input").fill("ghosts, Diwali")
    expect(page.locator("#uses_own figcaption")).to_have_text("Gifts for ghosts at Diwali")
    opened.until(lambda: "case=ghosts" in page.url)
    again = open_page(**dict(parse_qsl(urlsplit(page.url).query)))
    expect(again.page.locator("#uses_own input")).to_have_value("ghosts, Diwali", timeout=60_000)
    page.locator("#uses_own input").fill("<img src=x onerror=alert(1)>")
    expect(page.locator("#uses_own .wrong")).to_have_text("Type readers, a comma and a feast, such as: robots, Easter")


def test_what_was_made_is_made_again_in_its_tab(open_page, lm):
    opened = measured(open_page, lm, "sprites")
    page = opened.page
    page.get_by_role("button", name="Open in Paint").first.click()
    opened.until(lambda: "tab=paint" in page.url and "seed=7" in page.url and "green+owl" in page.url)
