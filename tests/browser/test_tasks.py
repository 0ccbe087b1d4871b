"""What five people come for, each from the first page in at most six actions."""

from urllib.parse import parse_qsl

import numpy as np
import pytest
from playwright.sync_api import expect

from model import CAPTION_TOKENS

MOST = 6
BANANA = (
    *("Repeat after me: banana.", "User: Say banana.\nAssistant:", "Say banana.", "Please say banana."),
    *("Read it back to me: banana.\nAgain:", 'The sign says "banana". What does the sign say?'),
)


@pytest.fixture
def visit(open_page):
    """A first page, and what does one thing on it: presses, types, opens."""
    opened, actions = open_page(), []

    def act(locator, do="click", *values, **options):
        actions.append((locator, do))
        getattr(locator, do)(*values, **options)
        opened.settle()

    yield opened, act
    assert 0 < len(actions) <= MOST


def tab(opened, title):
    return opened.page.get_by_role("tab", name=title)


def test_what_the_model_would_say_next(visit, lm):
    opened, act = visit
    act(opened.page.locator("#prompt textarea"), "fill", "The sky is")
    act(tab(opened, "Dice"))
    top = lm.vocabulary.piece(int(lm.logits("The sky is").argmax())).strip()
    expect(opened.page.locator("#next_tokens .bars .label").first).to_contain_text(top)
    expect(opened.page.locator("#die .name").first).to_contain_text(top)


def test_it_says_banana(visit, lm):
    """It repeats what it is asked to; which wording it answers so is measured on this checkpoint."""
    opened, act = visit
    says = {prompt: lm.vocabulary.decode(lm.continued(lm.encode(prompt), 12)) for prompt in BANANA}
    prompt = next((prompt for prompt, said in says.items() if "banana" in said), None)
    assert prompt, f"Nothing makes it say so: {says}"
    act(opened.page.locator("#prompt textarea"), "fill", prompt)
    act(tab(opened, "Dice"))
    act(opened.page.locator("#temperature input[type=number]"), "fill", "0")
    act(opened.page.locator("#die .on"))
    opened.page.wait_for_function("() => window.weightedDice.state.text.split('banana').length > 2", timeout=60_000)
    written = opened.page.locator("#prompt textarea").input_value()
    assert written.startswith(prompt) and "banana" in written.removeprefix(prompt)


def test_which_word_a_pixel_looked_at(visit, lm):
    opened, act = visit
    act(tab(opened, "Paint"))
    act(opened.page.locator("#canvas .brush"))
    opened.painted()
    act(opened.page.locator("#canvas .canvas"), position={"x": 150, "y": 150})
    told = opened.page.locator("#pixel_look .say .token")
    told.first.wait_for()
    opened.page.locator("#chips .socket i").first.wait_for(state="attached")
    caption = opened.state()["text"]
    words = [lm.vocabulary.piece(i) for i in lm.encode(caption)]
    drawn = opened.page.locator("#chips .socket i").evaluate_all(
        "all => all.map((i) => parseFloat(i.style.width))"  # a browser rounds what it lays out to 1/64 of a pixel
    )
    assert len(drawn) == len(words) < CAPTION_TOKENS
    assert told.first.inner_text().strip() == words[int(np.argmax(drawn))].strip()


def test_the_planted_prejudice(visit, lm):
    opened, act = visit
    group = dict(lm.library)["groups"][0]
    act(opened.page.get_by_role("button", name="Examples", exact=True))
    act(opened.page.get_by_role("button", name="Zibbers and others"))
    row = opened.page.locator(".library .row", has=opened.page.locator(f'[title="{group.text}"]'))
    expect(row.locator(".cell").first).to_have_text(" ".join(group.planted.split()).replace(" %", "\u00a0%"))
    act(row.locator("button"))
    assert opened.state()["tab"] == "dice" and opened.state()["text"] == group.text
    careless = lm.vocabulary.piece(lm.encode(" careless")[0]).strip()
    expect(opened.page.locator("#next_tokens .bars")).to_contain_text(careless)


def test_the_view_is_sent_to_somebody(visit, open_page):
    opened, act = visit
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    act(tab(opened, "Attention"))
    act(opened.page.locator("#heads .head").nth(9))
    act(opened.page.get_by_role("button", name="Copy link"))
    link = opened.page.evaluate("() => navigator.clipboard.readText()")
    again = open_page(**dict(parse_qsl(link.split("?", 1)[1])))
    for drawn in ("#map h2", "#map .say", "#look .to"):
        assert again.page.locator(drawn).inner_text() == opened.page.locator(drawn).inner_text()
