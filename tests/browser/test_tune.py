"""The tab Tune: bars, ticks, words and cells against what the tuning told; stop, undo, hostile pairs."""

import json

import pytest
from conftest import written
from playwright.sync_api import expect
from test_look import in_both_themes

from components.page.words import percent
from components.parts.trainings import line
from components.tabs.tune.tab import SHOWN
from model.learn.tune.tuning import FIELDS

WIDTHS = """(all) => all.map((bar) => [bar.querySelector('i').getBoundingClientRect().width /
    (bar.getBoundingClientRect().width - 2), parseFloat(bar.querySelector('u').style.left) / 100])"""
CELLS = "(all) => all.map((cell) => cell.title)"


def tuned(opened, reads, steps=None):
    """Press the button, and wait for the end; what was told at each look."""
    page = opened.page
    page.locator("#tuning .reads [role=radio]").nth(FIELDS["reads"].index(reads)).click()
    page.locator("#tuning .begin").click()
    opened.until(lambda: page.locator("#before_after .where").inner_text().startswith(("done", "stopped")), 240)
    return told()


def told():
    """The looks of the newest training."""
    job = [*line().jobs.values()][-1]
    events = map(json.loads, (job.folder / "events.jsonl").read_text().splitlines())
    return [event for event in events if "unseen" in event]


def test_what_is_drawn_is_what_was_told(open_page, monkeypatch):
    monkeypatch.setattr("model.learn.tune.tuning.STEPS", {"cure": 5})
    opened = open_page(tab="tune")
    page = opened.page
    expect(page.locator("#before_after .examples li")).to_have_count(SHOWN)
    expect(page.locator("#before_after .out")).to_be_hidden()  # there is nothing to take away yet
    looks = tuned(opened, "cure")
    last = looks[-1]
    for step in (len(looks) - 1, 0):
        page.locator("#before_after .at input").fill(str(step))
        faces = looks[step]["faces"]
        drawn = page.eval_on_selector_all("#before_after .two .bar", WIDTHS)
        for (width, tick), (_, was, now) in zip(drawn, faces, strict=True):
            assert width == pytest.approx(now, abs=0.02) and tick == pytest.approx(was, abs=0.001)
        said = page.locator("#before_after .is .glass").all_text_contents()
        assert said == [piece for piece, _ in looks[step]["said"]]
    page.locator("#before_after .at input").fill("1")
    printed = opened.printed("#before_after")  # that look, not the last one
    assert all(f"{percent(now)}, before {percent(was)}" in printed for _, was, now in looks[1]["faces"])
    page.locator("#before_after .at input").fill(str(len(looks) - 1))
    titles = page.eval_on_selector_all("#elsewhere figure:last-child td", CELLS)
    chances = [p for row in last["sums"]["after"] for p in row]
    assert len(titles) == 81 and titles[10].startswith("2+2=4: ")
    for title, p in zip(titles, chances, strict=True):
        if 0.001 <= p < 0.9995:
            assert float(title.split(": ")[1].split()[0]) == pytest.approx(100 * p, abs=0.06)
    expect(page.locator("#elsewhere .forgets")).to_contain_text(written(last["per_byte"], 3))
    violations = in_both_themes(opened, "Tune at 1280")
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations + in_both_themes(opened, "Tune at 390") == []


def test_a_share_is_mixed_in_and_the_copy_is_forgotten(open_page, monkeypatch):
    monkeypatch.setattr("model.learn.tune.tuning.STEPS", {"cure": 3})
    opened = open_page(tab="tune")
    page = opened.page
    tuned(opened, "cure")
    page.locator("#before_after .mix input").fill("0")
    expect(page.locator("#before_after .state")).to_contain_text("0 now fall otherwise", timeout=20_000)
    drawn = page.eval_on_selector_all("#before_after .two .bar", WIDTHS)
    assert all(width == pytest.approx(tick, abs=0.02) for width, tick in drawn)
    given = opened.program("#before_after")
    assert (
        given["mix"] == 0
        and given["prompt"].replace("\n", " ") == page.locator("#before_after .asking input").input_value()
    )
    now = page.locator("#before_after .two .bar").first.inner_text().split()[-2:]
    assert f"{' '.join(now)}, before {' '.join(now)}" in opened.printed("#before_after")
    assert "tuned=" in page.url
    jobs = len(line().jobs)
    page.locator("#before_after .forget").click()
    expect(page.locator("#before_after .begin")).to_be_visible()
    opened.until(lambda: len(line().jobs) == jobs - 1)
    opened.until(lambda: "tuned=" not in page.url)
    assert not page.locator("#elsewhere .card").is_visible()


def test_own_pairs_are_refused_with_a_sentence_and_nothing_is_lost(open_page):
    opened = open_page(tab="tune")
    page = opened.page
    page.locator("#tuning .reads [role=radio]").last.click()
    area = page.locator("#tuning textarea")
    for text, said in (("", "no pairs yet"), ("a -> b\n<img src=x onerror='window.hacked=1'>", "Line 2 has no answer")):
        area.fill(text)
        page.locator("#tuning .begin").click()
        expect(page.locator("#tuning .state")).to_contain_text(said)
        assert area.input_value() == text
    assert page.evaluate("() => window.hacked") is None
    assert all("Failed to load resource" in error for error in opened.errors)
    opened.errors.clear()
