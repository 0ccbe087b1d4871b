"""How the page looks to everybody: axe-core in both themes, at three widths."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from components import TABS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
THEME = "() => document.querySelector('#header .theme').click()"  # also below a dialog


def found(opened, where, scope="html", rules=None, without=()):
    """What axe-core finds in a part of the page, of whatever weight; by all rules but those left out."""
    options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
    options |= {"runOnly": rules} if rules else {}
    if not opened.page.evaluate("() => 'axe' in window"):
        opened.page.evaluate(AXE)
    opened.page.wait_for_timeout(250)  # colours change slowly
    violations = opened.page.evaluate("([scope, options]) => axe.run(scope, options)", [scope, options])["violations"]
    return [f"{where}: {v['id']}: {node['html'][:160]}" for v in violations for node in v["nodes"]]


def in_both_themes(opened, where, scope="html"):
    """The same in light and dark, where colours alone are others; ends as it began."""
    violations = found(opened, where, scope)
    opened.page.evaluate(THEME)
    violations += found(opened, f"{where}, dark", scope, ["color-contrast"])
    opened.page.evaluate(THEME)
    return violations


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.name)
def test_axe_finds_nothing_in_any_tab_at_any_width(open_page, tab):
    """Each on a page of its own: axe takes the longer, the more tabs have been opened."""
    opened, violations = open_page(tab=tab.name, drawer=1), []
    if tab.name == "start":  # it rolls three times by itself, pale meanwhile
        opened.until(lambda: opened.page.locator("#stage .fair .facet").count() == 4, 30).settle()
    if tab.name == "paint":
        opened.paint()
        opened.page.locator("#canvas .canvas").click()
        expect(opened.page.locator("#pixel_die .say")).to_contain_text("It fell on")
    if tab.name == "animate":
        opened.animate()
        expect(opened.page.locator("#frame_die .say")).to_contain_text("It fell on")
    if tab.name == "compose":
        opened.page.locator("#tune .on").click()
        opened.page.locator("#tune .notes .note").first.wait_for()
    for width in (390, 1280):
        opened.page.set_viewport_size({"width": width, "height": 900})
        violations += in_both_themes(opened, f"at {width}")
    opened.page.set_viewport_size({"width": 1920, "height": 900})  # the same colours, and larger type
    violations += found(opened, "at 1920", without=["color-contrast"])
    assert violations == []


def test_axe_finds_nothing_in_what_opens(open_page):
    """Two prompts, rolls, the drawer closed; the library, the help; something taken away; what does not fit."""
    opened = open_page(tab="dice", text="The nurse was tired, but", b="The plumber was tired, but", rolls=20)
    opened.page.locator("#compare .duo .track").first.wait_for()
    violations = in_both_themes(opened, "compare")
    for button, dialog in (("Examples", ".library"), ("Help", ".helping:not(.printing)")):
        opened.page.get_by_role("button", name=button, exact=True).click()
        opened.page.locator(dialog).wait_for()
        violations += in_both_themes(opened, button, dialog)
        opened.page.keyboard.press("Escape")
    opened.page.get_by_role("button", name="Close B").click()
    opened.page.locator("#temperature input[type=number]").fill("99")
    opened.page.keyboard.press("Tab")
    opened.settle()
    violations += in_both_themes(opened, "refused", "#view-dice")
    opened.type("")
    violations += in_both_themes(opened, "empty")
    opened.type("{]) 9 ¤¤ Zq## +~ vv")
    violations += in_both_themes(opened, "foreign", ".prompt")
    opened.open("Layers")
    opened.page.get_by_role("button", name="what is left of").click()
    opened.settle()
    violations += in_both_themes(opened, "taken away")
    opened.page.goto(f"{opened.url}glossary")
    violations += found(opened, "glossary")
    assert violations == []
