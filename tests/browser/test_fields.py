"""Fields of numbers: what does not fit stays where it was typed, with a sentence beside it, and the picture stays."""

import logging

import pytest
from playwright.sync_api import expect


def drawn(opened):
    return opened.page.locator("#die .face:not(.others)").evaluate_all("all => all.map(f => Number(f.dataset.p))")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("seed", "", "A seed is a whole number from 0 to 4,294,967,295."),
        ("seed", "-3", "A seed is a whole number from 0 to 4,294,967,295."),
        ("seed", "99999999999", "A seed is a whole number from 0 to 4,294,967,295."),
        ("temperature", "", "A temperature is a number from 0 to 2."),
        ("top_k", "", "A top-k is a whole number from 0 to 100."),
    ],
)
def test_a_field_that_holds_no_fitting_number_says_so_and_blanks_nothing(open_page, caplog, field, typed, said):
    opened = open_page(tab="dice", text="The sky is", temperature=0.7)
    before = drawn(opened)
    box = opened.page.locator(f"#{field} input[type=number]")
    box.fill(typed)
    expect(opened.page.locator(f"#{field} .wrong")).to_have_text(said)
    opened.settle()
    assert drawn(opened) == before and before
    expect(opened.page.locator(".view:visible p.line")).to_be_hidden()
    assert opened.state()["views"]["dice"]["temperature"] == 0.7
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    box.fill("1")
    expect(opened.page.locator(f"#{field} .wrong")).to_have_count(0)
    opened.settle()
    assert opened.state()["views"]["dice"][field] == 1


def test_an_impossible_seed_paints_with_the_last_one(open_page):
    opened = open_page(tab="paint", text="a red circle on white", seed=5)
    opened.page.locator("#pixel_seed input").fill("")
    expect(opened.page.locator("#pixel_seed .wrong")).to_contain_text("whole number")
    opened.settle()
    opened.page.locator("#canvas .brush").click()
    opened.page.wait_for_function("() => document.querySelector('#canvas .note').textContent.startsWith('seed 5')")
