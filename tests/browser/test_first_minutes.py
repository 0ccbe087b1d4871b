"""What a first visit meets: every invitation shows what it says, nothing is lost on the way, all can be taken back."""

import numpy as np
from playwright.sync_api import expect

from components.tabs.attention.tab import KITE
from components.tabs.compare import sides
from components.tabs.dice import tab as dice
from model import COLOURS, PAINT, PLAIN, Shaping, load_die

SKY = "The sky is blue. The grass is"


def faces(opened):
    """The chances that are drawn on the die, largest first."""
    drawn = opened.page.locator("#die .face:not(.others)").evaluate_all("all => all.map(f => Number(f.dataset.p))")
    return sorted(drawn, reverse=True)


def test_a_picture_that_was_opened_elsewhere_comes_back(open_page):
    opened = open_page(tab="paint", text="a red circle on white", pixel_seed=3)
    before = opened.paint()
    opened.page.locator("#canvas .inside").click()
    opened.settle()
    assert opened.state()["tab"] == "attention" and opened.state()["text"].count("<red>")
    opened.open("Paint")
    assert not opened.page.locator("#view-pixels.failed").count()
    assert opened.painted() == before
    assert "a red circle on white" in opened.page.locator("#canvas .canvas").get_attribute("aria-label")


def test_the_die_is_that_of_the_selected_token(open_page, lm):
    opened = open_page(tab="dice", text=SKY, token=2)
    trace = lm.trace(SKY)
    for token in (2, 0):
        if token != 2:
            opened.page.locator("#chips .chip").nth(token).click()
            opened.settle()
        expected = load_die(trace.logits[token], PLAIN, trace.ids[: token + 1]).probs[: dice.FACES]
        drawn = faces(opened)
        assert np.allclose(drawn, expected[: len(drawn)], atol=1e-6)
    assert "7 tokens behind it" in opened.page.locator("#die .say").inner_text()


def test_a_roll_is_taken_back_by_button_and_by_key(open_page):
    opened = open_page(tab="dice", text="The sky is")
    undo = opened.page.locator("#die .undo")
    assert undo.is_disabled()
    for take_back in (undo.click, lambda: opened.page.keyboard.press("Control+z")):
        opened.page.locator("#die .roll").click()
        opened.page.wait_for_function("() => window.weightedDice.state.text !== 'The sky is'")
        opened.settle()
        assert opened.page.locator("#prompt textarea").input_value() == opened.state()["text"]
        take_back()
        opened.settle()
        assert opened.state()["text"] == opened.page.locator("#prompt textarea").input_value() == "The sky is"
    assert undo.is_disabled()


def test_typing_stops_what_rolls_on(open_page):
    opened = open_page(tab="dice", text="Once upon a")
    opened.page.locator("#die .on").click()
    opened.page.wait_for_function("() => window.weightedDice.state.text.length > 20")
    opened.page.locator("#prompt textarea").fill("The sky is")
    opened.settle()
    opened.page.wait_for_timeout(800)
    assert opened.state()["text"] == "The sky is"
    assert opened.page.locator("#die .on").inner_text() == "Keep rolling"


def test_going_to_the_prompt_stops_what_rolls_on(open_page):
    """Before a letter is typed: no roll puts a token into the text that somebody is about to change."""
    opened = open_page(tab="dice", text="Once upon a")
    opened.page.locator("#die .on").click()
    opened.page.wait_for_function("() => window.weightedDice.state.text.length > 20")
    opened.page.locator("#prompt textarea").focus()
    opened.settle()
    assert opened.page.locator("#die .on").inner_text() == "Keep rolling"
    text = opened.state()["text"]
    opened.page.wait_for_timeout(800)
    assert opened.state()["text"] == text


def test_rolling_on_ends_with_the_text(open_page, lm):
    """At temperature 0 the end is certain to come; nothing that is no text gets into it."""
    ids = lm.encode("The coin came up heads.")
    for step in lm.generate(ids, 200, Shaping(temperature=0)):
        ids.append(step.ids.item())
        if lm.vocabulary.kind(ids[-1]) == "control":
            break
    opened = open_page(tab="dice", text=lm.vocabulary.decode(ids[:-4]), temperature=0)
    opened.page.locator("#die .on").click()
    opened.page.wait_for_function("() => document.querySelector('#die .say').textContent.includes('ends here')")
    opened.page.wait_for_timeout(300)
    assert opened.page.locator("#die .on").inner_text() == "Keep rolling"
    assert opened.state()["text"] == lm.vocabulary.decode(ids[:-1])
    kinds = [lm.vocabulary.kind(id) for id in lm.encode(opened.state()["text"])]
    assert "control" not in kinds


def test_an_invitation_sets_what_it_says(open_page, lm):
    opened = open_page(tab="dice", text=KITE)
    opened.page.locator("#view-dice").wait_for()
    shown = lm.demonstrations["dice.faces"]
    opened.page.get_by_role("button", name=f"How often does it fall on “{shown.slots['word']}”").click()
    opened.settle()
    state = opened.state()
    assert state["text"] == shown.text and state["views"]["dice"]["rolls"] == 20
    assert opened.page.locator("#rolls .chip").count() == 20
    opened.open("Attention")
    opened.page.get_by_role("button", name="does the look move along").click()
    opened.settle()
    shown = lm.demonstrations["attention.swapped"]
    state = opened.state()
    assert state["text"] == shown.text == opened.page.locator("#prompt textarea").input_value()
    assert {name: state["views"]["attention"][name] for name in shown.controls} == dict(shown.controls)


def test_something_taken_away_opens_the_drawer(open_page, lm):
    opened = open_page(tab="layers")
    opened.page.get_by_role("button", name="what is left of").click()
    opened.settle()
    assert opened.state()["edits"] == list(lm.demonstrations["layers.off"].edits)
    assert opened.page.locator("#take_away details").get_attribute("open") is not None


def test_each_tab_begins_with_something_to_show(open_page, lm):
    opened = open_page()
    assert opened.state()["text"] == lm.demonstrations["page.first"].text
    opened.open("Paint")
    assert opened.state()["text"] == lm.demonstrations["paint.unsure"].text
    assert opened.page.locator("#prompt textarea").input_value() == opened.state()["text"]
    opened.open("Dice")
    assert opened.state()["text"] == lm.demonstrations["page.first"].text
    assert len([p for p in faces(opened) if p > 0.05]) >= 2
    opened.type("A fox")
    opened.open("Paint")
    assert opened.state()["text"] == "A fox"


def test_back_and_forward_walk_through_tabs_and_prompts(open_page):
    opened = open_page(tab="tokens", text="A fox")
    opened.page.wait_for_timeout(600)
    for title in ("Attention", "Dice"):
        opened.open(title)
        opened.page.wait_for_timeout(500)
    opened.page.locator("#die .roll").click()
    opened.page.wait_for_function("() => window.weightedDice.state.text !== 'A fox'")
    opened.settle()
    opened.page.wait_for_timeout(500)
    rolled = opened.state()["text"]
    for tab, text in (("dice", "A fox"), ("attention", "A fox"), ("tokens", "A fox")):
        opened.page.go_back()
        opened.settle()
        assert (opened.state()["tab"], opened.state()["text"]) == (tab, text)
        assert opened.page.locator("#prompt textarea").input_value() == text
        assert opened.page.get_by_role("tab", selected=True).inner_text().lower() == tab
    for _ in range(3):
        opened.page.go_forward()
        opened.settle()
    assert (opened.state()["tab"], opened.state()["text"]) == ("dice", rolled)


def test_a_picture_is_painted_step_by_step(open_page, lm):
    """Each press shows one pixel, with its die, and where on it the throw fell."""
    opened = open_page(tab="paint", text="a red circle on white", seed=3)
    opened.page.get_by_role("button", name="step by step").click()
    brush = opened.page.locator("#canvas .brush")
    brush.click()
    expect(brush).to_have_text("Next pixel")
    steps = list(lm.paint("a red circle on white", PAINT, 3))
    for i in range(3):
        brush.click()
        expect(opened.page.locator("#canvas .note")).to_contain_text(f"pixel {i + 1} of 256")
        expect(opened.page.locator("#pixel_die .note")).to_contain_text(f"column {i}")
        name = COLOURS[steps[i].rank.item()]
        expect(opened.page.locator("#pixel_die .say")).to_contain_text(name)
        assert opened.page.locator("#pixel_die .square .pip").count() == 1
    opened.page.get_by_role("button", name="as fast as it goes").click()
    opened.painted()
    expect(opened.page.locator("#canvas .note")).to_contain_text("seed 3")


def test_two_prompts_side_by_side(open_page, lm):
    opened = open_page(tab="dice", text="The nurse was tired, but")
    opened.page.get_by_role("button", name="Compare").click()
    field = opened.page.locator("#compare input")
    expect(field).to_have_value("The nurse was tired, but")
    expect(opened.page.locator("#compare .say")).to_contain_text("Nothing differs yet")
    field.fill("The plumber was tired, but")
    expect(opened.page.locator("#compare .side.a .differs")).to_have_text([" nurse"])
    expect(opened.page.locator("#compare .say")).to_contain_text("bits apart")
    asked = {"tab": "dice", "text": "The nurse was tired, but", "other": "The plumber was tired, but"}
    value = sides.show(lm, None, asked | {"controls": opened.state()["views"]["dice"]})
    assert f"{value['bits']:.2f} bits" in opened.page.locator("#compare .say").inner_text()
    track = opened.page.locator("#compare .duo .track").first.bounding_box()["width"]
    for name in ("a", "b"):
        width = opened.page.locator(f"#compare .duo .way.{name} i").first.bounding_box()["width"]
        assert abs(width / track - 0.8 * value["faces"][0][name]) < 0.02
    opened.page.wait_for_function("() => location.search.includes('b=The+plumber')")
    opened.page.get_by_role("button", name="Close B").click()
    expect(opened.page.locator("#compare .compare")).to_be_hidden()
    opened.page.wait_for_function("() => !location.search.includes('b=The')")
