"""One card alone, for a frame in a page of a course."""

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from model import Shaping, load_die

SKY = "The sky is"
SHOWN = """() => [...document.querySelectorAll('.card, textarea, .tab, .top')]
  .filter((each) => each.checkVisibility()).map((each) => each.closest('.alone')?.id ?? each.className)"""


@pytest.mark.parametrize(("card", "tab"), [("die", "dice"), ("map", "attention"), ("half_way", "layers")])
def test_a_card_stands_alone(open_page, card, tab):
    opened = open_page(tab="", text=SKY, embed=card, width=600)
    assert opened.state()["tab"] == tab
    opened.page.locator(".whole").wait_for()
    opened.until(lambda: set(opened.page.evaluate(SHOWN)) == {card})
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 600
    expect(opened.page.locator(".whole q")).to_have_text(SKY)
    link = opened.page.get_by_role("link", name="Open in Weighted Dice")
    link.hover()
    query = parse_qs(urlparse(link.get_attribute("href")).query)
    assert query["text"] == [SKY] and query["tab"] == [tab] and "embed" not in query


def test_its_numbers_are_those_of_the_prompt(open_page, lm):
    opened = open_page(tab="", text=SKY, embed="die")
    drawn = opened.page.locator("#die .face:not(.others)").evaluate_all("all => all.map((f) => Number(f.dataset.p))")
    probs = load_die(lm.logits(SKY), Shaping()).probs
    assert sorted(drawn, reverse=True) == pytest.approx(probs[: len(drawn)].tolist(), abs=1e-6)


def test_a_name_that_is_no_card_shows_the_page(open_page):
    opened = open_page(tab="dice", text=SKY, embed="<img src=x onerror=alert(1)>")
    assert opened.page.locator("#prompt textarea").is_visible() and not opened.page.locator(".alone").count()


def test_the_frame_is_copied_from_the_export(open_page):
    opened = open_page(tab="dice", text='a "b" <i>c</i> &')
    opened.page.locator("#die [data-print]").click()
    opened.page.get_by_role("button", name="Copy as a frame").click()
    opened.until(lambda: "<iframe" in opened.page.locator(".program code").text_content())
    written = opened.page.locator(".program code").text_content()
    source, title = opened.page.evaluate(
        """(written) => { const frame = new DOMParser().parseFromString(written, 'text/html').body.firstChild;
          return [frame.src, frame.title]; }""",
        written,
    )
    query = parse_qs(urlparse(source).query)
    assert query["embed"] == ["die"] and query["text"] == ['a "b" <i>c</i> &'] and title == "Weighted Dice"
