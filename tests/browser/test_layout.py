"""The layout: no holes beside cards, nothing cut off, and a phone that can be read."""

import pytest
from playwright.sync_api import expect
from test_look import in_both_themes

from components import TABS
from components.tabs.attention.tab import KITE

LEAST = 22  # pixels of a cell under a finger
# Of each button that is no line of a list: what it says, and how much nearer to its right than to its left.
ASIDE = """() => [...document.querySelectorAll('.button:not(.guesses *, .skills *)')].filter((button) =>
    button.checkVisibility() && button.textContent.trim()).map((button) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        const [outer, said] = [button, range].map((each) => each.getBoundingClientRect());
        return [button.textContent.trim(), said.left - outer.left - (outer.right - said.right)];
    })"""
# Of each card: the empty space down to the next card below it, or to the end of the view.
HOLES = """() => {
    const cards = [...document.querySelectorAll('.view .card')].filter((card) => card.offsetParent)
        .map((card) => ({ name: card.innerText.slice(0, 20), box: card.getBoundingClientRect() }));
    const end = Math.max(...cards.map(({ box }) => box.bottom));
    const under = (box) => cards.map((other) => other.box).filter((other) => other.top >= box.bottom - 1
        && other.left < box.right - 4 && other.right > box.left + 4).map((other) => other.top);
    return cards.map(({ name, box }) => [name, Math.min(end, ...under(box)) - box.bottom]);
}"""
# Within each card: the highest band in which nothing stands, in the left, the middle and the right half of it. What
# stands are letters and whatever is the innermost of its kind: a bar, a field, a face, a drawing.
BLANKS = """() => [...document.querySelectorAll('.view .card')].filter((card) => card.offsetParent)
    .flatMap((card) => {
        const frame = card.getBoundingClientRect();
        const standing = [];
        const walker = document.createTreeWalker(card, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (!(node.nodeType === Node.TEXT_NODE ? node.parentElement : node).checkVisibility()) continue;
            if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
                const range = document.createRange();
                range.selectNodeContents(node);
                standing.push(...range.getClientRects());
            } else if (node.children && (!node.children.length || node.matches('svg, .bar, .track, .square > i'))) {
                standing.push(node.getBoundingClientRect());
            }
        }
        return [0, frame.width / 4, frame.width / 2].map((left) => {
            const [from, to] = [frame.left + left + 4, frame.left + left + frame.width / 2 - 4];
            const spans = standing.filter((box) => box.width && box.right > from && box.left < to);
            spans.sort((a, b) => a.top - b.top);
            let [end, blank] = [frame.top, 0];
            for (const { top, bottom } of [...spans, { top: frame.bottom, bottom: 0 }]) {
                blank = Math.max(blank, top - end);
                end = Math.max(end, bottom);
            }
            return [card.innerText.slice(0, 20), blank];
        });
    })"""
# Tokens, stations and boxes of which a part is out of sight, where nothing can be scrolled.
CUT = """() => [...document.querySelectorAll('.token, .chip, .station, .box, .button')]
    .filter((each) => each.offsetParent).filter((each) => {
        const box = each.getBoundingClientRect();
        for (let around = each.parentElement; around; around = around.parentElement) {
            if (getComputedStyle(around).overflowX === 'visible') continue;
            const frame = around.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1;
        }
        return false;
    }).map((each) => each.innerText)"""
# Cards of which something hangs out.
OUTSIDE = """() => [...document.querySelectorAll('.card')].filter((card) => card.offsetParent)
    .filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => card.innerText.slice(0, 40))"""
FILLED = {  # what stands in a tab when all that it asks for has come: before anything is painted, too
    "paint": "#pixel_die .bars .label",
    "animate": "#frame_die .bars .label",
    "compose": "#note_look .bars .label",
    "data": "#corpora .sizes dt",
    "scale": "#ladder .rung",
    "look_up": "#answers .planted .told .glass",
    "mask": "#repair .four .whole canvas",
    "chat": "#talk .answer .glass",
    "tune": "#before_after .examples li",
}
LONG = "Once upon a time there was a little fox who lived in a green forest near the river. " * 3


def holes(opened):
    """Blank bands of more than 120 pixels, in cards and below them."""
    opened.page.wait_for_timeout(500)
    return [f"{name}: {gap:.0f}" for each in (BLANKS, HOLES) for name, gap in opened.page.evaluate(each) if gap > 120]


def out_of_place(opened, width):
    """What hangs out of its card or of the page; what a button says that does not stand in its middle."""
    page = opened.page
    buttons = page.evaluate(ASIDE)
    assert buttons
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    aside = [f"{said} stands aside" for said, aside in buttons if abs(aside) > 2]
    return aside + page.evaluate(OUTSIDE) + ([f"the page is {wide} wide"] if wide > width else [])


def shown_well(opened, view, card):
    """A measured card has no holes, axe finds nothing in it, and a phone shows it whole."""
    assert holes(opened) == [] and opened.page.evaluate(CUT) == []
    assert in_both_themes(opened, card, view) == []
    opened.page.set_viewport_size({"width": 390, "height": 844})
    opened.settle()
    assert out_of_place(opened, 390) == [] and opened.page.evaluate(CUT) == []


def test_on_a_phone_everything_stands_in_its_place(open_page):
    opened, found = open_page(width=390, height=1000, tab="tokens"), {}
    for tab in TABS:
        opened.page.evaluate("(tab) => window.weightedDice.go({ tab })", tab.name)
        opened.settle()
        found[tab.name] = out_of_place(opened, 390)
    assert not any(found.values()), found


@pytest.mark.parametrize("width", [1280, 1920])
def test_there_are_no_holes_and_nothing_is_cut_off(open_page, width):
    opened, found, asked = open_page(width=width, height=1000, tab="tokens"), {}, set()
    for tab in (*TABS[1:-1], TABS[0], TABS[-1]):  # the first text is the page's own; pixels stay open
        caption = tab.name in ("paint", "compose", "animate")
        for text in ("a happy face", "a red circle on white") if caption else ("", KITE, LONG):
            if tab.name == "tokens" and text == LONG:
                continue  # what the one token is made of takes as long as it does
            new = {"text": text, "token": None} if text else {}
            opened.page.evaluate("(state) => window.weightedDice.go(state)", {"tab": tab.name, **new})
            opened.settle()
            if tab.name in FILLED:
                opened.page.locator(FILLED[tab.name]).first.wait_for()
            found[tab.name, text] = holes(opened) + opened.page.evaluate(CUT) + out_of_place(opened, width)
            prompt, asks = (opened.page.locator(each).is_visible() for each in ("#prompt", ".idea span"))
            assert prompt == asks, tab.name  # a sentence is asked for where there is a prompt
            asked.add(prompt)
            if tab.name == "layers":
                widths = opened.page.locator("#machine .station canvas").evaluate_all(
                    "all => all.map((c) => c.clientWidth)"
                )
                assert max(widths) - min(widths) <= 2
    opened.open("Paint").type("a red circle on white").paint()
    opened.page.locator("#canvas .canvas").click()
    expect(opened.page.locator("#pixel_die .say")).to_contain_text("It fell on")
    found["paint", "painted"] = holes(opened)
    opened.open("Animate").animate()
    expect(opened.page.locator("#frame_die .say")).to_contain_text("It fell on")
    found["animate", "animated"] = holes(opened)
    opened.page.evaluate("(text) => window.weightedDice.go({ tab: 'dice', text, token: null })", LONG)
    opened.page.evaluate("() => window.weightedDice.turn('dice', { rolls: 20 })")
    opened.settle()
    found["dice", "rolled"] = holes(opened)
    assert {where: what for where, what in found.items() if what} == {}
    assert asked == {True, False}


def test_on_a_phone_the_prompt_sticks_as_one_line_of_chips(open_page):
    opened = open_page(width=390, height=844, tab="layers", text=LONG)
    opened.page.evaluate("() => window.scrollTo(0, 1500)")
    opened.page.wait_for_timeout(300)
    bottom, chips = opened.page.evaluate(
        """() => ['.prompt', '#chips .chips'].map((each) => document.querySelector(each).getBoundingClientRect())
            .map((box, i) => i ? [box.top, box.height] : box.bottom)"""
    )
    assert bottom <= 0.13 * 844
    assert chips[0] >= 0 and chips[1] < 80


def test_on_a_phone_every_tab_is_two_presses_away(open_page):
    opened = open_page(width=390, height=844, tab="attention")
    page, where = opened.page, opened.page.locator("#nav .where")
    assert page.locator(".tabs-line").is_hidden()
    assert where.inner_text().split("\n") == ["Attention", "Look inside, 3 of 5"]
    for tab in TABS:
        where.click()
        rows = page.locator("#nav .places button")
        assert rows.count() == len(TABS)
        assert min(rows.evaluate_all("all => all.map((row) => row.offsetHeight)")) >= 44
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.locator("#nav .places").get_by_role("button", name=tab.title).click()
        opened.settle()
        assert opened.state()["tab"] == tab.name and page.locator("#nav .places").is_hidden()
        assert page.locator("#nav .places [aria-current]").get_attribute("data-tab") == tab.name
    where.click()
    assert page.evaluate("() => document.activeElement.dataset.tab") == TABS[-1].name
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.className").endswith("where")
    page.locator("#nav .following").click()
    opened.settle()
    assert opened.state()["tab"] == TABS[0].name


def test_on_a_phone_the_map_draws_the_last_tokens_large(open_page, lm):
    opened = open_page(width=390, height=844, tab="attention", text=KITE, layer=3, head=2)
    page, n = opened.page, len(lm.encode(KITE))
    drawn = page.eval_on_selector_all(
        "#map .cell", "(all) => all.map((cell) => cell.getBoundingClientRect().width + 2)"
    )
    assert min(drawn) >= LEAST - 0.5
    rows = page.locator("#map .label:not([transform])").count()
    assert 10 <= rows < n
    assert f"of {n} tokens" in page.locator("#map .part").inner_text()
    page.locator("#map .zoom").click()
    assert page.locator("#map canvas").is_visible() and page.locator("#map .part").is_hidden()
    page.locator("#map .zoom").click()
    assert page.locator("#map .part").is_visible()
    page.locator("#chips .chip").nth(0).click()
    opened.settle()
    assert "tokens 0 to" in page.locator("#map .part").inner_text()
