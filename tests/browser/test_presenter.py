"""Presenter: P makes everything larger by half and folds the introductions away; P or Escape brings them back."""

from playwright.sync_api import expect


def root(opened):
    return opened.page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")


def sizes(opened):
    """Pixels of type of some visible things."""
    return opened.page.evaluate(
        """() => ['h1', '.card h2', '.card .say', '.chip', '.button']
            .map((selector) => [...document.querySelectorAll(selector)].find((each) => each.offsetParent))
            .map((each) => parseFloat(getComputedStyle(each).fontSize))"""
    )


def test_p_enlarges_everything_and_folds_the_introductions(open_page):
    opened = open_page(tab="dice", text="The sky is")
    heading = opened.page.locator(".tabitem:visible .heading")
    before, plain = root(opened), sizes(opened)
    expect(heading.locator(".intro-text")).to_be_visible()
    opened.page.keyboard.press("p")
    assert root(opened) == 1.5 * before
    assert all(abs(large - 1.5 * small) < 0.1 for large, small in zip(sizes(opened), plain, strict=True))
    expect(heading.locator(".intro-text")).to_be_hidden()
    expect(opened.page.locator(".tabitem:visible .try")).to_be_hidden()
    expect(opened.page.locator(".idea")).to_be_hidden()
    opened.open("Layers")
    assert root(opened) == 1.5 * before
    expect(opened.page.locator(".tabitem:visible .intro-text")).to_be_hidden()
    opened.page.keyboard.press("Escape")
    assert root(opened) == before
    expect(opened.page.locator(".tabitem:visible .intro-text")).to_be_visible()
    opened.page.keyboard.press("P")
    opened.page.keyboard.press("P")
    assert root(opened) == before


def test_escape_closes_help_first_and_p_is_a_letter_in_a_text(open_page):
    opened = open_page(tab="dice", text="The sky is")
    opened.page.keyboard.press("p")
    large = root(opened)
    opened.page.locator("#prompt textarea").press("p")
    assert root(opened) == large
    opened.page.evaluate("() => document.querySelector('dialog').showModal()")
    opened.page.keyboard.press("Escape")
    assert root(opened) == large
    opened.page.keyboard.press("Escape")
    assert root(opened) < large
