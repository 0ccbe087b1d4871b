"""The tab Look up: scores, shades and underlined words against search and tensors; the count; a lie of one's own."""

import csv
import re

import pytest
from playwright.sync_api import expect
from test_look import in_both_themes

from components.tabs.lookup import tab

PARTS = """(all) => all.map((hit) => [...hit.querySelectorAll('.parts i')].map((part) =>
    [part.textContent, parseFloat(part.style.width) / 100]))"""
SHADES = """(all) => all.map((each) => [each.textContent, parseFloat(each.style.getPropertyValue('--look')) / 100,
    each.classList.contains('copied')])"""


def opened_at(open_page, **state):
    opened = open_page(tab="look_up", **state)
    opened.page.locator("#answers .planted .told span").first.wait_for(timeout=60_000)
    return opened


def test_what_is_drawn_is_what_was_found(open_page, lm):
    opened = opened_at(open_page)
    page = opened.page
    question = page.locator("#asking input").input_value()
    found = tab.look_up(lm, question)["hits"]
    most = found[0]["score"]
    drawn = page.eval_on_selector_all("#asking .hit", PARTS)
    for bars, hit in zip(drawn, found, strict=True):
        assert [word for word, _ in bars] == [word for word, _ in hit["parts"]]
        assert [width for _, width in bars] == pytest.approx([part / most for _, part in hit["parts"]], abs=1e-3)
    told = tab.answers(lm, question, found[0]["place"])
    for way in ("found", "planted"):
        shades = page.eval_on_selector_all(f"#answers .{way} .passage span", SHADES)
        assert [piece for piece, *_ in shades] == told[way]["pieces"]
        assert [look for _, look, _ in shades] == pytest.approx(told[way]["looks"], abs=0.006)
        start, end = told[way]["copied"] or (0, 0)
        assert [i for i, (*_, copied) in enumerate(shades) if copied] == [*range(start, end)]
    for way in ("found", "planted", "none"):
        said = page.locator(f"#answers .{way} .told .glass").all_text_contents()
        assert said == [piece for piece, _ in told[way]["said"]]
    given = opened.program("#answers")
    passages = (given["found"], given["planted"])
    assert given["question"] == question and passages == (found[0]["text"], told["passage"])
    assert opened.errors == []


def test_a_lie_of_ones_own(open_page):
    opened = opened_at(open_page)
    page = opened.page
    page.locator("#answers summary").click()
    page.locator("#answers textarea").fill("<img src=x onerror='window.hacked=1'> It needs ninety minutes.")
    page.locator("#answers .plant").click()
    expect(page.locator("#answers .planted .passage")).to_contain_text("onerror", timeout=20_000)
    assert page.evaluate("() => window.hacked") is None
    page.locator("#asking input").fill("zzzz")
    page.locator("#asking .look").click()
    expect(page.locator("#asking .state")).to_contain_text("No passage has a word")
    opened.until(lambda: "asked=zzzz" in page.url)
    assert opened.errors == []


def test_a_text_of_ones_own_is_searched_too(open_page, lm):
    own = "Our school is called Lindenhof. 1 + 1 = 2 & more #1?\n\nThe pond was dug by <b>Ms Brandt</b> in 1987."
    opened = opened_at(open_page)
    page = opened.page
    page.locator("#asking .own summary").click()
    page.locator("#asking .own textarea").fill(own)
    page.locator("#asking input").fill("Who dug the pond?")
    page.locator("#asking .look").click()
    expect(page.locator("#asking .note")).to_contain_text("and 2 of yours")
    found = tab.look_up(lm, "Who dug the pond?", "words", own)
    for _ in range(2):  # and again from the address
        first = page.locator("#asking .hit").first
        expect(first.locator(".text")).to_have_text("The pond was dug by <b>Ms Brandt</b> in 1987.")
        assert [f"{hit['score']:.2f}" for hit in found["hits"]] == page.locator("#asking .hit .value").all_inner_texts()
        marked = page.eval_on_selector_all("#asking .hit", "(all) => all.map((each) => each.matches('.of-own'))")
        assert marked == [hit["kind"] == "own" for hit in found["hits"]] and marked[0]
        told = tab.answers(lm, "Who dug the pond?", found["hits"][0]["place"], "", own)
        said = page.locator("#answers .found .told .glass")
        expect(said).to_have_text([piece for piece, _ in told["found"]["said"]])
        expect(page.locator("#answers .verdict")).to_contain_text("No lie was planted")
        opened.until(lambda: "#passages=" in page.url and "asked=Who" in page.url)
        page.reload()
        page.locator("#answers .planted .told span").first.wait_for(timeout=60_000)
        assert page.locator("#asking .own textarea").input_value() == own
    assert opened.errors == []


def test_it_counts_while_one_watches(open_page, monkeypatch):
    opened = opened_at(open_page)
    page = opened.page
    page.locator("#measured .counts [role=radio]").first.click()
    page.locator("#measured .measure").click()
    opened.until(lambda: re.match(r"([3-9]|1\d) of 20", page.locator("#measured .note").inner_text()), 60)
    page.locator("#measured .stop").click()
    expect(page.locator("#measured .measure")).to_be_enabled()
    row = page.locator("#measured .case").filter(has_text="with the right passage")
    right, n = map(int, row.locator(".value").inner_text().split("(")[1].rstrip(")").split(" / "))
    width = row.locator(".track i").evaluate("(e) => parseFloat(e.style.width)")
    assert n >= 3 and width == pytest.approx(100 * right / n, abs=0.1)
    assert page.locator("#measured .kept").count() == 0
    page.locator("#measured .refuse input").fill("60")
    with page.expect_download() as download:
        page.locator("#measured [data-do=csv]").click()
    head, *lines = csv.reader(download.value.path().read_text(encoding="utf-8-sig").splitlines())
    told = {line[0]: line[head.index("chance of each answer")].split("; ") for line in lines}
    sure = [each for each in told["right"] if float(each.split()[0]) >= 0.6]
    good = [each for each in sure if "wrong" not in each]
    said = re.findall(r"\d+", row.locator(".kept").inner_text())
    assert [*map(int, said)] == [len(sure), n, len(good)]
    assert opened.errors == []


def test_everybody_can_use_it(open_page):
    opened = opened_at(open_page)
    violations = in_both_themes(opened, "Look up at 1280")
    opened.page.set_viewport_size({"width": 390, "height": 844})
    assert violations + in_both_themes(opened, "Look up at 390") == []
