"""The tab Chat: glasses, dice and the one text against the model; branches, what fell out, links, hostile text."""

import json
import re

import pytest
from playwright.sync_api import expect
from test_look import in_both_themes

from components.page.words import percent, words
from components.tabs.chat.talking import chat

STOP = """() => new Promise((done) => { const look = () => {
    if (!document.querySelectorAll('#talk .turn')[1]?.querySelector('.answer .glass')) return setTimeout(look, 5);
    done(document.querySelector('#talk .stop').click()); }; look(); })"""
PASSAGE = "The door is blue. Old Benna lives there with a goat and nine hens. " * 9
HOSTILE = "<img src=x onerror='window.hacked=1'> 😀 مرحبا <eot>"
GLASSES = "(all) => all.map((glass) => [glass.textContent, parseFloat(glass.style.getPropertyValue('--full')) / 100])"


def said(page, n):
    """Wait until `n` turns are answered."""
    page.wait_for_function(f"() => document.querySelector('#talk .card')?.dataset.said === '{n}'", timeout=60_000)


def opened_at(open_page, **state):
    opened = open_page(tab="chat", **{"temperature": 0} | state)
    said(opened.page, 1)
    return opened


def ask(opened, question, n):
    opened.page.locator("#talk .asking input").fill(question)
    opened.page.locator("#talk .send").click()
    said(opened.page, n)


def test_what_is_drawn_is_what_was_rolled(open_page, lm):
    opened = opened_at(open_page, temperature=0.5)
    page = opened.page
    told = [*chat(lm, {"question": words()["chat.self_asked"]}, 0.5, 1)][-1]
    for side, selector in (("said", ".answer:not(.base)"), ("base", ".answer.base")):
        drawn = page.eval_on_selector_all(f"#talk .turn {selector} .glass", GLASSES)
        assert "".join(piece for piece, _ in drawn).removesuffix("<eot>") == told[side]["text"].replace("\n", "↵")
        assert [p for _, p in drawn] == pytest.approx(told[side]["probabilities"], abs=1e-4)
    page.locator("#talk .answer:not(.base) .glass").nth(2).click()
    rows = page.locator("#talk .die .bars .value").all_inner_texts()
    assert page.locator("#talk .die .bars .value.fell").count() == 1 and len(rows) >= 7
    page.keyboard.press("Escape")
    expect(page.locator("#talk .die")).to_have_count(0)


def test_unfolded_it_is_the_text_that_is_read(open_page, lm):
    opened = opened_at(open_page)
    page = opened.page
    ask(opened, "What is 7 + 5?", 2)
    page.locator("#talk .as [role=radio]").nth(1).click()
    text = page.locator("#talk .one").inner_text().replace("\xa0", " ")
    first = page.evaluate("() => document.querySelector('#talk .one').textContent")
    assert re.fullmatch(r"<user>Who are you\?<assistant>.*<user>What is 7 \+ 5\?<assistant>7\+5=12<eot>", first), text
    read = int(page.locator("#talk .note").inner_text().split()[0])
    before = first.split("<assistant>7+5")[0] + "<assistant>"
    assert read == len(lm.vocabulary.encode(before))


def test_its_program_has_the_whole_conversation(open_page):
    opened = opened_at(open_page)
    opened.page.locator("#talk .system input").fill('You are "kind".')
    ask(opened, "What is 7 + 5?", 2)
    found = opened.program("#talk")
    first = opened.page.evaluate("() => document.querySelector('#talk .answer:not(.base) .told')?.textContent")
    assert found["above"] == 'You are "kind".\n' and found["question"] == "What is 7 + 5?"
    ((asked, said),) = found["turns"]
    assert asked == words()["chat.self_asked"] and len(said) > 5 and (first is None or said in first)
    assert (found["temperature"], found["folder"]) == (0, "assets/model")


def test_an_edited_turn_is_a_branch_and_the_link_asks_again(open_page):
    opened = opened_at(open_page)
    page = opened.page
    ask(opened, "What is 7 + 5?", 2)
    page.locator("#talk .turn").nth(1).get_by_role("button", name="Edit").click()
    page.locator("#talk .editing input").fill("What is 2 + 2?")
    page.locator("#talk .editing input").press("Enter")
    expect(page.locator("#talk .turn").nth(1)).to_contain_text("2+2=4", timeout=20_000)
    expect(page.locator("#talk .walk")).to_contain_text("2 of 2")
    page.get_by_label(words()["chat.before"]).click()
    expect(page.locator("#talk .turn").nth(1)).to_contain_text("7+5=12")
    page.get_by_role("button", name="Copy link").click()  # the address follows a moment later by itself
    link = page.evaluate("() => location.href")
    shown = page.locator("#talk .said").all_inner_texts()
    page.goto("about:blank")
    page.goto(link)
    said(page, 2)
    assert page.locator("#talk .said").all_inner_texts() == shown
    with page.expect_download() as download:
        page.locator("#talk [data-export=json]").click()
    saved = json.loads(download.value.path().read_text())
    assert [turn["asked"] for turn in saved["turns"]] == ["Who are you?", "What is 7 + 5?"]
    assert saved["turns"][1]["said"]["text"] == "7+5=12" and saved["temperature"] == 0
    with page.expect_download() as download:
        page.locator("#talk [data-export=text]").click()
    assert download.value.path().read_text().endswith("<user>What is 7 + 5?<assistant>7+5=12")


def test_what_does_not_fit_is_drawn_as_fallen_out(open_page):
    opened = opened_at(open_page)
    page = opened.page
    expect(page.locator("#talk .fell")).to_be_hidden()
    page.locator("#talk .passage textarea").fill(PASSAGE)
    ask(opened, "What colour is the door?", 2)
    expect(page.locator("#talk .turn.fallen")).to_have_count(1)
    expect(page.locator("#talk .fell")).to_contain_text("1 turn fell out")
    expect(page.locator("#talk .turn").nth(1)).to_contain_text("blue")
    assert opened.errors == []


def test_hostile_text_is_shown_and_never_run(open_page):
    opened = opened_at(open_page)
    page = opened.page
    page.locator("#talk .system input").fill(HOSTILE)
    ask(opened, HOSTILE, 2)
    expect(page.locator("#talk .asked").nth(1)).to_have_text(HOSTILE)
    page.locator("#talk .send").click()
    expect(page.locator("#talk .state")).to_contain_text("empty")
    assert page.locator("#talk .turn").count() == 2
    assert page.evaluate("() => window.hacked") is None


def test_it_can_be_stopped_and_begun_anew(open_page):
    opened = opened_at(open_page)
    page = opened.page
    page.locator("#talk .asking input").fill("Write a story about a fox and a lantern.")
    page.locator("#talk .send").click()
    page.evaluate(STOP)
    expect(page.locator("#talk .turn").nth(1)).to_contain_text(words()["chat.stopped"])
    page.locator("#talk .anew").click()
    expect(page.locator("#talk .turn")).to_have_count(0)


def test_an_answer_opens_in_the_other_tabs_of_the_adapted_model(open_page, lm):
    opened = opened_at(open_page)
    page = opened.page
    page.goto(page.locator("#talk .inside").first.evaluate("(link) => link.href"))
    page.wait_for_function("() => window.weightedDice?.state.count > 0", timeout=60_000)
    assert page.locator("#prompt textarea").input_value() == "<user>Who are you?<assistant>"
    expect(page.locator(".top .model")).to_contain_text("With its adapter")


def test_bars_are_as_long_as_what_was_counted(open_page):
    opened = opened_at(open_page)
    for row in opened.page.locator("#abilities .kind").all():
        right, of = map(int, re.search(r"(\d+) of (\d+)", row.locator(".value").inner_text()).groups())
        assert row.locator(".track i").evaluate("(e) => parseFloat(e.style.width)") == pytest.approx(100 * right / of)
        assert percent(right / of) in row.locator(".value").inner_text()


def test_everybody_can_use_it(open_page):
    opened = opened_at(open_page)
    violations = in_both_themes(opened, "Chat at 1280")
    opened.page.set_viewport_size({"width": 390, "height": 844})
    assert violations + in_both_themes(opened, "Chat at 390") == []
