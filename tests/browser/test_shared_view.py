"""A link that was copied from the page draws, for whoever opens it, what was on the page."""

from urllib.parse import parse_qsl

from playwright.sync_api import expect

from components.tabs.attention.tab import KITE

LONG = "Once upon a time there was a little fox who lived in a green forest near the river. " * 6
LOOK = """() => ({ rows: [...document.querySelectorAll('#map .label:not([transform])')].map((each) => each.textContent),
    ring: document.querySelector('#map .ring')?.getAttribute('x'), say: document.querySelector('#map .say').innerText,
    part: document.querySelector('#map .part').innerText, steps: document.querySelector('#head_steps .say').innerText,
    pips: [...document.querySelectorAll('#map .pip.on')].map((each) => each.getAttribute('r')) })"""
EMBEDDINGS = """() => ({ pressed: [...document.querySelectorAll('#view-embeddings [aria-pressed=true]')]
        .map((each) => each.dataset.layout ?? each.dataset.table),
    map: document.querySelector('#vocabulary_map canvas').toDataURL(),
    stripes: document.querySelector('#position_table .table').toDataURL() })"""


def sent(opened, open_page, **size):
    """The page that somebody else opens by the copied link; copied at once, before the address has had time."""
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.page.get_by_role("button", name="Copy link").click()
    link = opened.page.evaluate("() => navigator.clipboard.readText()")
    return open_page(**size, **dict(parse_qsl(link.split("?", 1)[1])))


def test_the_place_in_a_long_map_and_the_cell(open_page):
    """Dragged over, zoomed, moved on by keys, a column pressed; also seen by a phone, which draws a smaller part."""
    opened = open_page(tab="attention", text=LONG, layer=2, head=1)
    opened.page.locator("#map canvas").scroll_into_view_if_needed()
    box = opened.page.locator("#map canvas").bounding_box()
    opened.page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.6 * box["height"])
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 0.8 * box["height"])
    opened.page.mouse.up()
    assert opened.page.locator("#map .pip").count()
    opened.page.locator("#map .frame").focus()
    for key in ("ArrowDown", "ArrowLeft", "ArrowLeft"):
        opened.page.keyboard.press(key)
    opened.page.mouse.move(2, 2)
    before = opened.page.evaluate(LOOK)
    again = sent(opened, open_page)
    assert again.page.evaluate(LOOK) == before
    assert len(before["rows"]) < opened.state()["count"] / 3 and before["ring"]
    phone = sent(opened, open_page, width=390, height=844)
    seen = phone.page.evaluate(LOOK)
    assert seen["say"] == before["say"] and len(seen["rows"]) < len(before["rows"])
    again.type("A fox saw a star. " * 8)  # another text is looked at from the beginning
    expect(again.page.locator("#map .part")).to_be_hidden()
    again.page.wait_for_function("() => !/lens=|column=/.test(location.search)")


def test_all_of_a_map_on_a_phone(open_page):
    opened = open_page(width=390, height=844, tab="attention", text=KITE)
    opened.page.locator("#map .zoom").click()
    again = sent(opened, open_page, width=390, height=844)
    assert again.page.locator("#map canvas").is_visible() and again.page.locator("#map .part").is_hidden()


def test_the_painting_and_its_pixel(open_page):
    opened = open_page(tab="paint", text="a red circle on white", seed=3)
    before = opened.paint()
    opened.page.locator("#canvas .canvas").click(position={"x": 200, "y": 200})
    told = opened.page.locator("#pixel_die .bars")
    expect(opened.page.locator("#pixel_die .say")).to_contain_text("It fell on")
    again = sent(opened, open_page)
    again.until(lambda: again.painted() == before)
    expect(again.page.locator("#pixel_die .bars")).to_have_text(told.inner_text(), use_inner_text=True)
    again.page.locator("#canvas .canvas").press("Escape")
    again.page.wait_for_function("() => !location.search.includes('pixel=')")


def test_a_link_from_when_paint_was_pixels(open_page):
    opened = open_page(tab="pixels", text="a cat", seed=5)
    assert opened.state()["tab"] == "paint" and opened.state()["views"]["paint"]["seed"] == 5


def test_the_map_of_tokens_and_the_table_of_positions(open_page):
    opened = open_page(tab="embeddings", text="A fox")
    opened.page.locator("#vocabulary_map [data-layout=deep]").click()
    opened.page.locator("[data-table=waves]").click()
    opened.page.locator("#vocabulary_map canvas").focus()
    for key in ("+", "+", "ArrowLeft", "ArrowUp"):
        opened.page.keyboard.press(key)
    opened.page.wait_for_timeout(300)
    before = opened.page.evaluate(EMBEDDINGS)
    again = sent(opened, open_page)
    again.page.locator("[data-table=waves][aria-pressed=true]").wait_for()
    again.page.wait_for_timeout(600)
    assert again.page.evaluate(EMBEDDINGS) == before
    assert {"deep", "waves"} <= set(before["pressed"])


def test_a_text_of_ones_own_for_the_tokenizer(open_page):
    mine = "my own words are my own words " * 8
    opened = open_page(tab="tokens", text="A fox")
    opened.page.locator("#own_text textarea").fill(mine)
    again = sent(opened.settle(), open_page)
    assert again.page.locator("#own_text textarea").input_value() == mine


def test_a_link_that_cannot_hold_the_text_says_so(open_page):
    opened = open_page(tab="tokens")
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.type("x " * 2300)
    opened.page.locator("#header .share").click()
    expect(opened.page.locator("#header .share")).to_contain_text("too long")


def test_the_drawer(open_page):
    opened = open_page(tab="layers", text="The sky is")
    opened.page.locator("#take_away summary").click()
    again = sent(opened, open_page)
    expect(again.page.locator("#take_away details")).to_have_attribute("open", "")
    again.page.locator("#take_away summary").click()
    again.page.wait_for_function("() => !location.search.includes('drawer')")
    expect(again.page.locator("#take_away details")).not_to_have_attribute("open", "")
