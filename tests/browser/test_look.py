"""How the page looks to everybody: axe-core in both themes, phone width, reduced motion."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from components import TABS


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.title)
def test_axe_finds_nothing_serious(open_page, tab, theme):
    opened = open_page(tab=tab.name, text="a big red circle on white", __theme=theme)
    if tab.title == "Pixels":
        paint(opened)
    found = Axe().run(opened.page).response["violations"]
    serious = [
        (v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found if v["impact"] in ("serious", "critical")
    ]
    assert serious == []


def paint(opened):
    opened.page.locator("#canvas .brush").click()
    opened.page.locator("#canvas .brush", has_text="Paint again").wait_for()
    opened.page.locator("#canvas .brush:not([disabled])").wait_for()
    opened.page.locator("#canvas .canvas").click()
    opened.page.locator("#pixel_die .bars .label").first.wait_for()


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.title)
def test_a_phone_never_scrolls_sideways(open_page, tab):
    opened = open_page(width=390, height=844, tab=tab.name)
    width = opened.page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 390


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_nothing_hangs_out_of_its_card(open_page, width):
    for tab in TABS:
        opened = open_page(width=width, height=1000, tab=tab.name)  # on a phone some tabs are in a menu
        outside = opened.page.evaluate(
            """() => [...document.querySelectorAll('.card')].filter((card) => card.offsetParent)
                .filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => card.innerText.slice(0, 40))"""
        )
        assert outside == [], tab.title
