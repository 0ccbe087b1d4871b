"""Reviewers in the tab Tune: A or B by button and key, a rule that votes, and what is drawn of what was told."""

import json

import pytest
from conftest import written
from playwright.sync_api import expect
from test_look import in_both_themes
from test_tune import WIDTHS

from components.parts.trainings import line
from components.tabs.tune import runs

READY = "() => document.querySelector('#votes .side').getAttribute('aria-disabled') === 'false'"
ARMS = """(all) => all.map((row) => { const track = row.querySelector('.track').getBoundingClientRect();
    const middle = (node) => { const box = node.getBoundingClientRect();
        return ((box.left + box.right) / 2 - track.left) / track.width; };
    return [row.querySelector('th').innerText, row.querySelector('td').innerText, middle(row.querySelector('b')) - 0.5,
        row.querySelector('i').getBoundingClientRect().width / track.width]; })"""


def told():
    """What the newest training told."""
    job = [*line().jobs.values()][-1]
    return [json.loads(event) for event in (job.folder / "events.jsonl").read_text().splitlines()]


def ready(page):
    page.wait_for_function(READY, timeout=30_000)
    return [page.locator("#votes .asked").inner_text(), *page.locator("#votes .side span").all_inner_texts()]


def test_buttons_and_keys_vote(open_page):
    opened = open_page(tab="tune")
    page = opened.page
    prompt, a, b = ready(page)
    assert a != b and prompt
    page.locator("#votes .side").nth(1).click()
    expect(page.locator("#votes .note")).to_have_text("1 of 20 votes")
    assert page.locator("#votes .cast b").first.inner_text().strip() == b
    assert page.locator("#votes .cast .less").first.inner_text().strip() == a
    ready(page)
    page.keyboard.press("a")  # the button has kept the focus
    expect(page.locator("#votes .note")).to_have_text("2 of 20 votes")
    before = ready(page)
    page.keyboard.press("s")
    opened.until(lambda: ready(page) != before)
    expect(page.locator("#votes .note")).to_have_text("2 of 20 votes")
    page.keyboard.press("u")
    expect(page.locator("#votes .note")).to_have_text("1 of 20 votes")
    assert page.locator("#votes .tally .on").count() == 1 and page.locator("#votes .begin").is_disabled()


def test_a_class_votes_together(open_page, monkeypatch):
    """Two pages, one urn: each sees all votes, and the tuning that one of them begins."""
    monkeypatch.setattr("model.learn.tune.voted.FEWEST", 2)
    teacher = open_page(tab="tune")
    ready(teacher.page)
    teacher.page.locator("#votes .begin-class").click()
    address = teacher.page.locator("#votes .address")
    expect(address).to_contain_text("urn=")
    rows = runs.qr_code(None, address.inner_text())["rows"]
    dark = "M".join(sorted(f"{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, bit in enumerate(row) if bit == "1"))
    code = teacher.page.locator("#votes .code path")
    teacher.until(lambda: "M".join(sorted(code.get_attribute("d").split("M")[1:])) == dark)
    teacher.page.locator("#votes .side").first.click()
    student = open_page(width=390, height=844, tab="tune", urn=address.inner_text().partition("urn=")[2])
    ready(student.page)
    student.page.locator("#votes .side").nth(1).click()
    for opened in (teacher, student):
        expect(opened.page.locator("#votes .says")).to_contain_text("2 votes of 2 people", timeout=20_000)
        expect(opened.page.locator("#votes .begin")).to_contain_text("2 votes")
        assert opened.page.locator("#votes .tally .on").count() == 2
        assert opened.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    assert in_both_themes(teacher, "Tune as a class", "#votes") == []
    assert in_both_themes(student, "the same at 390", "#votes") == []
    student.page.locator("#votes .leave").click()
    expect(student.page.locator("#votes .class")).to_be_hidden()
    expect(student.page.locator("#votes .begin")).to_contain_text("1 vote")
    student.until(lambda: "urn=" not in student.page.url)


def test_hostile_beginnings_lose_nothing(open_page):
    opened = open_page(tab="tune")
    page = opened.page
    ready(page)
    page.locator("#votes .side").first.click()
    ready(page)
    field = page.locator("#votes .asking input")
    field.fill("<img src=x onerror='window.hacked=1'>")
    page.locator("#votes .roll").click()
    expect(page.locator("#votes .asked")).to_have_text("<img src=x onerror='window.hacked=1'>", timeout=20_000)
    field.press("a")  # in a field a letter is a letter
    for wrong, said in (("🙂" * 150, "leaves nothing"), ("猫" * 150, "tokens; at most")):
        field.fill(wrong)
        page.locator("#votes .roll").click()
        expect(page.locator("#votes .state")).to_contain_text(said)
    assert field.input_value() == "猫" * 150 and page.evaluate("() => window.hacked") is None
    expect(page.locator("#votes .note")).to_have_text("1 of 20 votes")
    page.locator("#votes .clear").click()
    expect(page.locator("#votes .none")).to_be_visible()
    assert all("Failed to load resource" in error for error in opened.errors)
    opened.errors.clear()


def test_what_is_drawn_is_what_was_told(open_page):
    opened = open_page(tab="tune")
    page = opened.page
    by_a_rule(opened)
    events = told()
    looks = [event for event in events if "shot" in event]
    see_dice_and_sentences(page, looks)
    see_what_was_favoured(page, events[0]["favoured"])
    page.locator("#voted .at input").fill("0")
    expect(page.locator("#voted .margin")).to_contain_text("the reward margin is 0")
    page.locator("#voted .at input").fill(str(len(looks) - 1))
    violations = in_both_themes(opened, "votes at 1280")
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations + in_both_themes(opened, "votes at 390") == []
    jobs = len(line().jobs)
    page.locator("#voted .forget").click()
    opened.until(lambda: len(line().jobs) == jobs - 1 and "voted=" not in page.url)
    expect(page.locator("#voted .card")).to_be_hidden()


def by_a_rule(opened):
    """Press the invitation and the two buttons, and wait for the end."""
    page = opened.page
    ready(page)
    page.get_by_role("button", name="Twenty votes for “she”").click()
    page.locator("#votes .twenty").click()
    expect(page.locator("#votes .note")).to_have_text("20 of 20 votes", timeout=60_000)
    page.locator("#votes .begin").click()
    opened.until(lambda: page.locator("#voted .where").inner_text().startswith(("done", "stopped")), 240)


def see_dice_and_sentences(page, looks):
    for die in (0, 3):
        page.locator("#voted .dice [role=radio]").nth(die).click()
        drawn = page.eval_on_selector_all("#voted .two .bar", WIDTHS)
        for (width, tick), (_, was, now) in zip(drawn, looks[-1]["dice"][die]["faces"], strict=True):
            assert width == pytest.approx(now, abs=0.02) and tick == pytest.approx(was, abs=0.001)
    found = looks[-1]["told"]
    expect(page.locator("#voted .unseen")).to_contain_text(f"{found['more']} of {found['of']}")
    expect(page.locator("#voted .bits")).to_contain_text(f"{written(found['bits'], 2)} bits a token")
    expect(page.locator("#voted .margin")).to_contain_text(f"{written(looks[-1]['margin'], 2)} nats")
    for word, n in found["lost"][:3]:
        expect(page.locator("#voted .lost")).to_contain_text(f"{word} ({n})")


def see_what_was_favoured(page, favoured):
    rows = sorted(favoured, key=lambda row: not (row[2] > 0 or row[3] < 0))
    drawn = page.eval_on_selector_all("#voted tbody tr", ARMS)
    assert page.locator("#voted tbody tr.sure").count() == sum(low > 0 or high < 0 for *_, low, high in rows)
    for (_, said, dot, arm), (_, mean, low, high) in zip(drawn, rows, strict=True):
        most = max(abs(low), abs(high), 1e-9)
        assert float(said.replace("−", "-")) == pytest.approx(mean, abs=0.0051)
        assert dot == pytest.approx(0.48 * mean / most, abs=0.02)
        assert arm == pytest.approx(0.48 * (high - low) / most, abs=0.02)
