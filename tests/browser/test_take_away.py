"""The drawer "take it away" by hand: the focus stays, what does not fit says so, and a token is typed."""

import contextlib
import csv

from playwright.sync_api import TimeoutError, expect
from test_inside_tabs import BLUE, settled_drawer


def drawer(open_page, **query):
    opened = open_page(tab="layers", text=BLUE, **query)
    if not query.get("edits"):
        opened.page.locator("#take_away summary").click()
    settled_drawer(opened, query.get("edits", "").split("\n") if query.get("edits") else [])
    return opened


def focused(opened, selector):
    """Whether it gets the focus: what Python has answered is drawn a little later."""
    with contextlib.suppress(TimeoutError):
        opened.page.wait_for_function("(s) => document.activeElement?.matches(s)", arg=selector, timeout=5000)
    return opened.page.evaluate("(selector) => document.activeElement?.matches(selector)", selector)


def test_the_focus_stays_where_an_edit_was_made(open_page):
    opened = drawer(open_page)
    page = opened.page
    page.locator("#take_away .cell").nth(4).focus()
    page.keyboard.press("Enter")
    settled_drawer(opened, ["feed-forward 0 off"])
    assert focused(opened, "#take_away .cell[aria-pressed=true]")
    page.locator("#take_away .add").focus()
    page.keyboard.press("Enter")
    opened.page.wait_for_timeout(900)
    assert len(opened.state()["edits"]) == 2 and focused(opened, "#take_away .add")
    page.locator("#take_away .back").first.focus()
    page.keyboard.press("Enter")
    opened.page.wait_for_timeout(900)
    assert len(opened.state()["edits"]) == 1 and focused(opened, "#take_away .back")
    page.keyboard.press("Enter")
    settled_drawer(opened, [])
    assert focused(opened, "#take_away .add")


def test_arrow_keys_choose_the_kind_of_change(open_page):
    opened = drawer(open_page)
    page = opened.page
    page.locator("#take_away [data-kind=head]").focus()
    for key, kind in (("ArrowRight", "network"), ("ArrowDown", "edge"), ("ArrowUp", "network"), ("End", "number")):
        page.keyboard.press(key)
        assert focused(opened, f"#take_away [data-kind={kind}][aria-checked=true]")
    assert page.locator("#take_away .kinds [tabindex='0']").count() == 1
    expect(page.locator("#take_away [name=tensor]")).to_be_visible()


def test_what_cannot_be_done_is_marked_and_the_rest_is_done(open_page):
    opened = drawer(open_page, edits="head 9.0 off\nfeed-forward 0 off")
    rows = opened.page.locator("#take_away .edits li")
    expect(rows.nth(0)).to_have_class("refused")
    expect(rows.nth(0).locator(".reason")).to_have_text("There is no layer 9 here: layers count from 0 to 5.")
    expect(rows.nth(1).locator(".reason")).to_have_count(0)
    said = opened.page.locator("#take_away .say")
    expect(said).to_contain_text("went from")
    opened.page.locator("#take_away .back").nth(1).click()
    settled_drawer(opened, ["head 9.0 off"])
    expect(said).to_contain_text("Nothing was done")


def test_a_change_that_moves_nothing_says_so(open_page):
    opened = drawer(open_page, edits="swap 1 1")
    expect(opened.page.locator("#take_away .say")).to_contain_text("Nothing changed")


def test_shifting_too_far_for_more_says_so(open_page):
    opened = drawer(open_page, edits="positions shifted 316")
    expect(opened.page.locator("#take_away .on")).to_contain_text("There the places end")


def test_a_number_and_a_text_that_do_not_fit_are_refused_in_words(open_page):
    opened = drawer(open_page)
    page, wrong = opened.page, opened.page.locator("#take_away .wrong")
    page.locator("#take_away [data-kind=number]").click()
    page.locator("#take_away [name=value]").fill("abc")
    page.locator("#take_away .add").click()
    expect(wrong).to_have_text("Set it to a number, such as 2.5 or -10.")
    assert focused(opened, "#take_away [name=value][aria-invalid=true]")
    page.locator("#take_away [name=value]").fill("2,5")
    expect(wrong).to_be_hidden()
    page.locator("#take_away [name=index]").fill("0 1")
    page.locator("#take_away .add").click()
    expect(wrong).to_contain_text("3 whole numbers: layer, token, channel")
    page.locator("#take_away [data-kind=patch]").click()
    page.locator("#take_away .add").click()
    expect(wrong).to_contain_text("Type the other text")
    assert opened.state()["edits"] == []


def test_any_token_can_be_read_in_place_of_another(open_page, lm):
    opened = drawer(open_page)
    page, taken = opened.page, opened.page.locator("#take_away .taken")
    page.locator("#take_away [data-kind=token]").click()
    field = page.locator("#take_away [name=id]")
    (red,) = lm.encode(" red")
    field.fill("red")
    expect(taken).to_contain_text(f"id {red}, with the space before it")
    page.locator("#take_away .add").click()
    settled_drawer(opened, [f"token 3 as {red}"])
    assert field.input_value() == "red"
    field.fill("unheard of")
    page.locator("#take_away .add").click()
    expect(page.locator("#take_away .wrong")).to_contain_text("no single token")
    assert len(opened.state()["edits"]) == 1


def test_the_file_is_one_table(open_page):
    opened = drawer(open_page, edits="head 9.0 off\nfeed-forward 0 off")
    with opened.page.expect_download() as saved:
        opened.page.locator("#take_away [data-export=csv]").click()
    with open(saved.value.path(), newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 8
    assert {row["edits"] for row in rows} == {"feed-forward 0 off"}
    assert all(float(row["before"]) >= 0 and None not in row for row in rows)
