"""The frame of the page: one scene, shared selection, address, errors, hostile text."""

import pytest
from playwright.sync_api import expect

from components import TABS

KITE = "Mira has a red kite and a blue cup. Her kite is"
HOSTILE = [
    "${window.hacked = 1} `${1}`",
    "<img src=x onerror='window.hacked = 1'> <b>bold</b>",
    "back\\u0041slash \\u \\n {{value}}",
    "nul \x00 byte",
    "emoji 🐧👩‍👩‍👧 and flags 🇳🇱",
    "مرحبا بالعالم שלום",
    "x" * 10_000,
]


TYPE = """async (field, letters) => { for (const letter of letters) {
    field.value += letter; field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((on) => setTimeout(on, 5)); } }"""  # by the page itself: a busy machine sends keys late


def selected(opened):
    return opened.page.locator("#chips .chip[aria-selected=true]").all_text_contents()


def test_hostile_text_is_shown_and_never_run(open_page, lm):
    opened = open_page()
    for tab in TABS:
        opened.open(tab.title)  # with the last of them
        if not opened.page.locator("#prompt textarea").is_visible():
            assert tab.title in ("Start", "Train", "Tune", "Chat", "Data", "Limits", "Uses", "Look up")
            continue
        for text in HOSTILE:
            opened.type(text)
            assert opened.page.evaluate("() => window.hacked") is None, (tab.title, text[:50])
            assert opened.page.locator("#prompt textarea").input_value() == text, tab.title
            if len(text) < 5000:
                pieces = opened.page.locator("#chips .chip").all_text_contents()
                assert len(pieces) == len(lm.vocabulary.encode(text)), (tab.title, text[:50])
    opened.open("Dice").type("The sky is")  # and the page goes on working
    expect(opened.page.locator("#die")).to_contain_text("blue")


def test_one_pause_in_typing_costs_two_questions(open_page):
    opened = open_page(tab="dice")
    before = opened.asked
    opened.page.locator("#prompt textarea").evaluate(TYPE, " and more")
    opened.settle()
    assert opened.asked - before == 2  # chips and view


def test_selection_is_shared_and_asks_nothing(open_page):
    opened = open_page(tab="attention")
    before = opened.asked
    opened.page.locator("#chips .chip").filter(has_text="red").click()
    assert selected(opened) == [" red"]
    expect(opened.page.locator("#look h2")).to_contain_text("red")
    opened.page.locator("#map .frame").focus()
    opened.page.keyboard.press("ArrowDown")
    assert selected(opened) == [" kite"]
    assert opened.asked == before


def test_an_opened_tab_asks_once_and_a_fresh_one_never(open_page):
    opened = open_page(tab="dice")
    before = opened.asked
    opened.open("Attention")
    assert opened.asked == before + 1
    opened.open("Dice").open("Attention")
    assert opened.asked == before + 1


def test_the_address_holds_the_view(open_page):
    opened = open_page(tab="attention", text="the cat sat", token=1, layer=2, head=3, utm="kept")
    opened.until(lambda: "utm=kept" in opened.page.url and "layer=2" in opened.page.url)
    assert opened.state()["views"]["attention"] == {"layer": 2, "head": 3, "through": 0, "heatmap": 0}
    expect(opened.page.locator("#map h2")).to_have_text("Layer 2, head 3")
    for part in ("tab=attention", "text=the+cat+sat", "token=1", "layer=2", "head=3", "utm=kept"):
        assert part in opened.page.url
    opened.open("Dice")
    opened.page.locator("#temperature input[type=number]").fill("0.5")
    opened.page.locator("#temperature input[type=number]").press("Enter")
    opened.settle().until(lambda: "temperature=0.5" in opened.page.url)


@pytest.mark.parametrize("raw", ["<x>", "-1", "²", "NaN", "1e400", "9" * 400])
def test_nonsense_in_the_address_becomes_the_default(open_page, raw):
    opened = open_page(tab="dice", text="The sky is", token=raw, temperature=raw, top_k=raw, seed=raw, rolls=raw)
    shaping = {"temperature": 1, "top_k": 0, "top_p": 1, "min_p": 0, "penalty": 1}
    assert opened.state()["views"]["dice"] == shaping | {"seed": 7, "rolls": 0}


def test_the_last_text_wins(open_page, lm):
    opened = open_page(tab="attention")
    field = opened.page.locator("#prompt textarea")
    for text in ("The sky is blue", "a " * 200, "The sky is blue", "one two", "Look at the blue"):
        field.fill(text)
        opened.page.wait_for_timeout(130)
    opened.settle()
    expect(opened.page.locator("#map .pip:not(.on)")).to_have_count(6)  # rows 0 to 2 of four tokens
    assert opened.state()["count"] == 4


def test_wrong_prompts_say_so_and_lose_nothing(open_page):
    opened = open_page(tab="attention")
    for text, message in (("", "empty"), ("a cat " * 200, "at most 320 fit"), ("x" * 6000, "at most 5,000 are read")):
        opened.type(text)
        expect(opened.page.locator(".view:visible p.line")).to_contain_text(message)
        assert opened.page.locator("#prompt textarea").input_value() == text
        expect(opened.page.locator("#map svg.pips circle")).to_have_count(0)
    opened.type(KITE)
    expect(opened.page.locator(".view:visible p.line")).to_be_hidden()
    expect(opened.page.locator("#map .label")).not_to_have_count(0)


def test_a_last_space_is_pointed_out(open_page):
    opened = open_page(text="The sky is ")
    hint = opened.page.locator("#chips .hint")
    expect(hint).to_contain_text("last space")
    opened.type("The sky is")
    expect(hint).to_be_empty()


def test_a_prompt_in_small_letters_is_offered_as_what_was_read_is_written(open_page):
    opened = open_page()
    opened.type("what is the capital of spain")
    offered = opened.page.locator("#chips .hint button")
    expect(offered).to_have_text("What is the capital of Spain?")
    assert opened.page.locator("#prompt textarea").input_value() == "what is the capital of spain"
    for tab in ("Paint", "Animate", "Compose"):  # captions and tunes are asked for in small letters
        opened.open(tab)
        expect(opened.page.locator("#chips .chip")).not_to_have_count(0)
        expect(offered).to_have_count(0)
    opened.open("Tokens")
    offered.click()
    expect(opened.page.locator("#prompt textarea")).to_have_value("What is the capital of Spain?")
    expect(offered).to_have_count(0)
    opened.type("so it goes on and on, said the man in the moon to the dog")  # on one line, however long
    expect(offered).to_have_text("So it goes on and on, said the man in the moon to the dog")
    fits = "link => link.scrollWidth > link.clientWidth && link.clientHeight < 50"
    assert offered.evaluate(fits) and not opened.page.evaluate(
        "() => document.documentElement.scrollWidth > innerWidth"
    )


def test_what_a_phone_puts_in_is_read_plainly_and_the_page_says_so(open_page, lm):
    opened = open_page(tab="dice", text="I’m so hungry 🍕")
    read, hint = "I'm so hungry", opened.page.locator("#chips .hint")
    assert opened.page.locator("#chips .chip").all_text_contents() == lm.vocabulary.pieces(lm.encode(read))
    expect(hint).to_have_text(f"It is read as: {read}")
    phones = opened.page.locator("#die").inner_text()
    opened.type(read)
    expect(hint).to_be_empty()
    assert opened.page.locator("#die").inner_text() == phones
    opened.type("🍕")
    expect(opened.page.locator("#chips .words")).to_have_text(
        "The tokenizer leaves nothing of this to read. Type words."
    )
    expect(opened.page.locator("#view-dice")).to_contain_text("The tokenizer leaves nothing of this prompt.")


@pytest.mark.parametrize("tab", TABS[1:], ids=lambda tab: tab.title)
def test_tabs_explain_themselves(open_page, lm, tab):
    opened = open_page(tab=tab.name)
    view = opened.page.locator(".tabitem:visible")
    expect(view.locator("h1")).to_have_text(tab.question)
    if lacks := tab.lacks(lm):  # one sentence in place of all of it
        expect(view.locator(".heading")).to_contain_text(lacks.split(", ")[-1])
        assert view.locator(".card").count() == 0
        return
    assert view.locator(".try-button").count() >= 2
    view.locator(".how summary").click()
    assert "def " in view.locator(".how pre").first.inner_text()
    for i in range(view.locator(".try-button").count()):
        view.locator(".try-button").nth(i).click()
        opened.settle()
        opened.page.wait_for_timeout(1500 if tab.title in ("Paint", "Compose", "Animate") else 0)


def test_keyboard_walks_the_tabs(open_page):
    opened = open_page(tab="tokens")
    opened.page.get_by_role("tab", name="Tokens").focus()
    opened.page.keyboard.press("End")
    opened.settle()
    assert opened.state()["tab"] == TABS[-1].name


def test_examples_fill_the_prompt(open_page):
    opened = open_page(tab="dice")
    opened.page.get_by_role("button", name="Examples", exact=True).click()
    opened.page.get_by_role("button", name="Look at the blue").first.click()
    opened.settle()
    assert opened.page.locator("#prompt textarea").input_value() == "Look at the blue"


@pytest.mark.parametrize("late", ["page/token_chips", "page/scene", "page/status", "parts/attention_map"])
def test_a_script_that_comes_late_changes_nothing(open_page, late):
    opened = open_page(tab="attention", text=KITE, token=3, layer=1, head=2, late=late)
    expect(opened.page.locator("#map .pip.on").first).to_be_attached()
    assert opened.state()["token"] == 3
    assert selected(opened) == [" red"]
    expect(opened.page.locator("#map h2")).to_have_text("Layer 1, head 2")
    expect(opened.page.locator("#look h2")).to_contain_text("red")
