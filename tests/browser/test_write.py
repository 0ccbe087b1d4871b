"""Write in the browser: glasses are as full as the chance was, a face can be taken, branches are kept."""

import csv
import io
import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from components.page.words import words
from model import Shaping

TEXT = "Once upon a time a girl lived next to"
WRITTEN = "(n) => +document.querySelector('#writing .text').dataset.written >= n"


def write(opened, button="Write on", n=5):
    opened.page.get_by_role("button", name=button, exact=True).click()
    opened.page.wait_for_function(WRITTEN, arg=n, timeout=30_000)
    return opened.settle()


def exported(opened, form):
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"#writing [data-export={form}]").click()
    return Path(waiting.value.path()).read_text()


def test_a_glass_is_as_full_as_its_chance(open_page, lm):
    opened = write(open_page(tab="write", text=TEXT))
    (told,) = json.loads(exported(opened, "json"))["branches"]
    ids = [each["id"] for each in told]
    plain = [int(s.ids) for s in lm.generate(lm.encode(TEXT), len(ids), Shaping(0.5), 7)]
    assert ids == plain
    fill = "(all) => all.map((glass) => parseFloat(glass.style.getPropertyValue('--full')) / 100)"
    drawn = opened.page.eval_on_selector_all("#writing .glass", fill)
    assert np.allclose(drawn, [each["p"] for each in told], atol=1e-6)
    bars = opened.page.eval_on_selector_all(
        "#writing .bars i", "(all) => all.map((bar) => parseFloat(bar.style.height))"
    )
    assert np.allclose(bars, [100 * each["ends"] ** 0.5 for each in told], atol=0.01)
    text = "".join(opened.page.locator("#writing .glass").all_text_contents())
    assert text.replace("↵", "\n") == "".join(each["piece"] for each in told)
    head, *rows = csv.reader(io.StringIO(exported(opened, "csv")))
    assert head[:2] == ["token (JSON)", "id"] and [int(row[1]) for row in rows] == ids


def test_one_token_undo_and_the_same_again(open_page):
    opened = write(open_page(tab="write", text=TEXT), "One token", 1)
    first = opened.page.locator("#writing .glass").all_text_contents()
    assert len(first) == 1
    opened.page.get_by_role("button", name="Undo").last.click()
    assert opened.page.locator("#writing .glass").count() == 0
    write(opened)
    assert opened.page.locator("#writing .glass").first.text_content() == first[0]


def test_another_face_begins_a_branch_and_nothing_is_lost(open_page):
    opened = write(open_page(tab="write", text=TEXT))
    page = opened.page
    before = page.locator("#writing .glass").all_text_contents()
    page.locator("#writing .glass").nth(3).click()
    names = page.locator("#writing .others .name").all_text_contents()
    own = page.locator("#writing .others .own").text_content()
    assert own.strip("␣ ") == before[3].strip()
    widths = page.eval_on_selector_all(
        "#writing .long", "(all) => all.map((b) => [+b.dataset.p, parseFloat(b.firstChild.style.width)])"
    )
    most = max(p for p, _ in widths)
    assert all(wide == pytest.approx(100 * p / most, abs=0.01) for p, wide in widths)
    page.locator("#writing .take").first.click()
    page.wait_for_function("() => document.querySelectorAll('#writing .branch').length === 2")
    page.wait_for_function(WRITTEN, arg=5)
    branch = page.locator("#writing .glass").all_text_contents()
    assert branch[:3] == before[:3] and branch[3] != before[3]
    assert branch[3].strip() in [name.strip("␣ ") for name in names]
    assert "hand" in page.locator("#writing .glass").nth(3).get_attribute("class")
    page.locator("#writing .branch").first.click()
    assert page.locator("#writing .glass").all_text_contents() == before


def test_what_is_to_be_tried_is_written(open_page, lm):
    opened = open_page(tab="write")
    for name, least, most in (("full", 0.999, 1), ("empty", 0, 0.34)):
        label = words()[f"try.write.{name}"]
        opened.page.get_by_role("button", name=label).click()
        opened.page.wait_for_function(WRITTEN, arg=5, timeout=30_000)
        opened.settle()
        fill = "(all) => all.map((glass) => parseFloat(glass.style.getPropertyValue('--full')) / 100)"
        drawn = partial(opened.page.eval_on_selector_all, "#writing .glass", fill)
        opened.until(lambda drawn=drawn, least=least, most=most: least <= np.median(drawn() or [-1]) <= most)
        assert opened.state()["text"] == lm.demonstrations[f"write.{name}"].text


def test_stop_ends_it_and_another_prompt_begins_afresh(open_page):
    opened = open_page(tab="write", text=TEXT)
    stop = opened.page.locator("#writing .stop")
    opened.page.get_by_role("button", name="Write on", exact=True).click()
    opened.page.wait_for_function("() => document.querySelectorAll('#writing .glass').length > 1")
    at = stop.bounding_box()
    opened.page.wait_for_function("() => document.querySelectorAll('#writing .glass').length > 30")
    assert stop.bounding_box() == at  # it does not run away from a finger while lines are added
    stop.click()
    opened.page.wait_for_timeout(800)
    n = opened.page.locator("#writing .glass").count()
    opened.page.wait_for_timeout(800)
    assert opened.page.locator("#writing .glass").count() == n
    opened.type("The dog")
    assert opened.page.locator("#writing .glass").count() == 0
    assert opened.page.locator("#writing .given").text_content() == "The dog"
