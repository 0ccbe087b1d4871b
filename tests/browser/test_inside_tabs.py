"""The Layers tab, the steps of a head, the dice ahead and the drawer: what they show is what the pass computed."""

import json

import numpy as np
import pytest
import torch

from components.tabs.attention.tab import KITE
from components.tabs.dice import tab as dice
from components.tabs.layers import tab as layers
from model import Shaping, effects, stations
from model.inside.rolls_ahead import STEPS

BLUE = "Look at the blue"


def shown(opened, selector):
    """Numbers in the texts of all elements that fit."""
    texts = opened.page.locator(selector).all_inner_texts()
    return [float(text.replace("−", "-").replace(",", "").replace("+", "")) for text in texts]


def sent(opened, widget):
    """Numbers that a canvas drew, from what Python sent: base64 floats of the widget's value."""
    return opened.page.evaluate(f"() => document.querySelectorAll('#{widget} canvas').length")


def test_the_machine_shows_what_each_station_says(open_page, lm):
    opened = open_page(tab="layers", text=BLUE, layer=2)
    trace = lm.trace(BLUE)
    rows = layers.said(lm, trace, 3, 3)
    assert opened.page.locator("#machine .station").count() == len(rows) == 2 * lm.config.n_layer + 1
    assert sent(opened, "machine") == len(rows)
    says = opened.page.locator("#machine .says").all_text_contents()
    assert [piece.strip() for piece in says] == [row["top"][0]["piece"].strip() for row in rows]
    added = np.linalg.norm(np.diff(stations(trace)[:, 3], axis=0), axis=1)
    assert np.allclose(shown(opened, "#machine .arrow b"), added, rtol=0, atol=0.51)
    ranks = shown(opened, "#half_way tbody .rank")
    assert ranks == [row["rank"] for row in rows]


@pytest.mark.parametrize(("tensor_no", "name"), [(4, "pattern"), (8, "neurons"), (10, "resid")])
def test_a_pressed_box_opens_its_tensor(open_page, lm, tensor_no, name):
    opened = open_page(tab="layers", text=BLUE, layer=3)
    opened.page.locator(f"#layer_steps [data-tensor={name}]").click()
    opened.settle()
    assert layers.NAMES[tensor_no] == name
    whole = getattr(lm.trace(BLUE), name)[3]
    assert opened.page.locator("#tensor .note").inner_text().startswith(f"{layers.what(lm, name)}: ")
    assert " × ".join(map(str, whole.shape)) in opened.page.locator("#tensor .note").inner_text()
    first = whole[0, 3, 0] if whole.ndim == 3 else whole[3, 0]
    said = float(opened.page.locator("#tensor .say b").inner_text().replace("−", "-"))
    assert said == pytest.approx(first, abs=0.0005)
    assert f'"{name}"' in opened.page.locator("#tensor .made code").inner_text()
    opened.page.locator("#tensor .frame").focus()
    opened.page.keyboard.press("End")
    last = whole[-1, 3, -1] if whole.ndim == 3 else whole[3, -1]
    said = float(opened.page.locator("#tensor .say b").inner_text().replace("−", "-"))
    assert said == pytest.approx(last, abs=0.0005)


def test_the_strongest_neurons_are_listed(open_page, lm):
    opened = open_page(tab="layers", text=BLUE, layer=5)
    fired = lm.trace(BLUE).neurons[5, 3]
    order = np.argsort(-fired, kind="stable")[: layers.NEURONS]
    names = [f"no. {i}" for i in order]
    assert opened.page.locator("#neurons summary b").all_inner_texts() == names
    assert np.allclose(shown(opened, "#neurons summary .value"), fired[order], rtol=0, atol=0.0051)


def test_a_head_is_the_sum_of_its_steps(open_page, lm):
    opened = open_page(tab="attention", text=KITE, layer=3, head=2, token=9)
    trace = lm.trace(KITE)
    key = int(trace.pattern[3, 2, 9].argmax())
    dot, score = float(trace.q[3, 2, 9] @ trace.k[3, 2, key]), float(trace.scores[3, 2, 9, key])
    said = [float(t.replace("−", "-")) for t in opened.page.locator("#head_steps .reading b").all_inner_texts()]
    assert said[1] == pytest.approx(dot, abs=0.0006)
    assert shown(opened, "#head_steps .scaled b")[0] == pytest.approx(score, abs=0.0006)
    order = np.argsort(-trace.pattern[3, 2, 9])[:6]
    assert np.allclose(shown(opened, "#head_steps .soft .value"), trace.pattern[3, 2, 9][order], rtol=0, atol=0.0006)
    back = np.sort(trace.pattern[3, 2, 10:, 9])[::-1][:6]
    assert np.allclose(shown(opened, "#look .from .value"), back, rtol=0, atol=0.0051)


def test_rollout_takes_the_heads_place(open_page, lm):
    from model import rollout

    opened = open_page(tab="attention", text=KITE, layer=4, head=0)
    opened.page.get_by_role("button", name="Through all layers so far").click()
    opened.settle()
    drawn = opened.page.eval_on_selector_all("#map .pip[data-weight]", "(all) => all.map((pip) => +pip.dataset.weight)")
    expected = rollout(lm.trace(KITE).pattern)[4]
    weights = [w for row, q in enumerate(expected) for w in q[: row + 1]]
    assert np.allclose(sorted(drawn), sorted(weights)[-len(drawn) :], rtol=0, atol=1e-6)
    assert opened.state()["views"]["attention"]["through"] == 1


def test_the_next_rolls_are_drawn_as_areas(open_page, lm):
    opened = open_page(tab="dice", text=BLUE)
    drawn = opened.page.eval_on_selector_all("#next_rolls .face", "(all) => all.map((f) => +f.dataset.p)")
    nodes = dice.ahead(lm, BLUE, Shaping(), 7)["nodes"]
    first = [branch["p"] for branch in nodes[0]["branches"]]
    assert set(np.round(first, 5)) <= set(np.round(drawn, 5))
    greedy = opened.page.locator("#next_rolls dd").first.inner_text()
    ids = [step.ids.item() for step in lm.generate(lm.encode(BLUE), STEPS, Shaping(0))]
    assert greedy.replace("↵", "\n").strip() == lm.vocabulary.decode(ids).strip()


def test_three_dice_and_the_surprise(open_page, lm):
    opened = open_page(tab="dice", text=BLUE)
    rows = dice.contents(lm, BLUE)["rows"]
    for name in ("data", "ngram", "model"):
        said = [0.0005 if "<" in t else float(t.replace(" %", "")) / 100 for t in
                opened.page.locator(f"#three_dice .{name} .value").all_inner_texts()]  # fmt: skip
        assert np.allclose(said, [row[name] for row in rows], rtol=0, atol=0.00051)
    bits = dice.surprise(lm, BLUE)["bits"][1:]
    assert np.allclose(shown(opened, "#surprise .slot:not(:first-child) .socket"), bits, rtol=0, atol=0.051)


def pairs(opened, side):
    return [
        0.0005 if "<" in text else float(text.replace(" %", "")) / 100
        for text in opened.page.locator(f"#take_away .bar.{side} .value").all_inner_texts()
    ]


def settled_drawer(opened, edits):
    opened.page.wait_for_function(
        "(edits) => JSON.stringify(window.weightedDice.state.edits) === edits",
        arg=json.dumps(edits, separators=(",", ":")),
    )
    opened.settle()
    opened.page.locator("#take_away .pairs .change").first.wait_for()
    opened.page.wait_for_timeout(700)


def test_the_drawer_puts_two_dice_side_by_side(open_page, lm):
    opened = open_page(tab="attention", text=BLUE)
    assert opened.page.locator("#take_away .pairs").is_hidden()
    opened.page.locator("#take_away summary").click()
    settled_drawer(opened, [])
    assert pairs(opened, "before") == pairs(opened, "after")
    opened.page.locator("#take_away .cell").nth(4).click()  # the network of layer 0
    settled_drawer(opened, ["feed-forward 0 off"])
    before, after = (
        torch.from_numpy(lm.trace(BLUE, edits).logits[-1].copy()).double().softmax(-1).numpy()
        for edits in ((), ("feed-forward 0 off",))
    )
    top = np.argsort(-np.maximum(before, after), kind="stable")[:8]
    assert np.allclose(pairs(opened, "before"), before[top], rtol=0, atol=0.00051)
    assert np.allclose(pairs(opened, "after"), after[top], rtol=0, atol=0.00051)
    assert "edits=feed-forward" in opened.page.url.replace("%20", "+").replace("feed-forward+0", "feed-forward")
    opened.page.locator("#take_away .reset").click()
    settled_drawer(opened, [])
    assert pairs(opened, "before") == pairs(opened, "after")


def test_the_parts_that_mattered_are_the_effects(open_page, lm):
    opened = open_page(tab="dice", text=BLUE, edits="head 2.1 off")
    settled_drawer(opened, ["head 2.1 off"])
    found = effects(lm.transformer, lm.encode(BLUE))
    cells = opened.page.eval_on_selector_all("#take_away .cell", "(all) => all.map((cell) => +cell.dataset.value)")
    assert np.allclose(cells, np.c_[found.heads, found.feed_forward].ravel(), rtol=0, atol=1e-5)
    pressed = opened.page.locator("#take_away .cell[aria-pressed=true]")
    assert pressed.count() == 1
    assert pressed.get_attribute("title").startswith("head 2.1 off")


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        ("head", {"layer": "1", "head": "2", "how": "mean"}, "head 1.2 mean"),
        ("edge", {"layer": "1", "head": "2", "token": "3", "other": "1"}, "edge 1.2 3>1"),
        ("order", {"token": "3", "other": "2"}, "swap 3 2"),
        ("places", {"places": "off"}, "positions off"),
        ("places", {"places": "16"}, "positions shifted 16"),
        ("patch", {"layer": "1", "token": "3", "source": "2", "text": "The sky is"}, "patch 1 3<2 from The sky is"),
        ("number", {"tensor": "neurons", "index": "2 3 40", "value": "9"}, "number neurons 2 3 40 = 9"),
    ],
)
def test_every_kind_of_change_can_be_made_by_hand(open_page, kind, fields, line):
    opened = open_page(tab="layers", text=BLUE)
    opened.page.locator("#take_away summary").click()
    settled_drawer(opened, [])
    opened.page.locator(f"#take_away [data-kind={kind}]").click()
    for name, value in fields.items():
        field = opened.page.locator(f"#take_away [name={name}]")
        if field.evaluate("(node) => node.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.press("Tab")
    opened.page.locator("#take_away .add").click()
    settled_drawer(opened, [line])
    assert opened.page.locator("#take_away .edits li").count() == 1
    assert opened.page.locator("#take_away .trouble").is_hidden()


@pytest.mark.parametrize("edit", ["head 9.9 off", "<img src=x onerror=window.hacked=1>", "edge 0.0 3>3${x}"])
def test_a_change_that_does_not_fit_says_so(open_page, edit):
    opened = open_page(tab="dice", text=BLUE, edits=edit)
    opened.page.locator("#take_away .refused .reason").wait_for()
    assert opened.page.evaluate("() => window.hacked") is None
    assert "Nothing was done" in opened.page.locator("#take_away .say").inner_text()
    opened.page.locator("#take_away .reset").click()
    opened.page.locator("#take_away .refused").wait_for(state="hidden")


EID = "Eid al-Fitr is a celebration"


def test_merging_ends_at_the_tokens(open_page, lm):
    opened = open_page(tab="tokens", text=EID)
    bar = opened.page.locator("#merge_steps input[type=range]")
    assert opened.page.locator("#merge_steps .chip").count() == len(EID)
    bar.focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#merge_steps .chip").count() < len(EID)
    opened.page.keyboard.press("End")
    pieces = opened.page.locator("#merge_steps .chip").all_text_contents()
    assert pieces == lm.vocabulary.pieces(lm.encode(EID))
    opened.page.keyboard.press("Home")
    assert opened.page.locator("#merge_steps .chip").count() == len(EID)


def test_a_tokenizer_of_ones_own_cuts_the_prompt(open_page, lm):
    from components.tabs.tokens.tab import own_tokenizer

    opened = open_page(tab="tokens", text=EID)
    sample = "Eid is a celebration. " * 40
    opened.page.locator("#own_text textarea").fill(sample)
    opened.settle()
    opened.page.wait_for_timeout(400)
    expected = own_tokenizer(lm, EID, sample, 400)
    said = opened.page.locator("#own_tokenizer .say").inner_text()
    assert str(len(expected["tokens"])) in said
    assert "Eid" not in opened.page.url.split("text=")[0]  # a long text is no part of the address
    opened.page.locator("#own_text textarea").fill("x" * 20_001)
    opened.settle()
    opened.page.wait_for_timeout(400)
    assert "20,001" in opened.page.locator("#own_tokenizer").inner_text()


def test_the_sum_of_embeddings_is_the_nearest(open_page, lm):
    from components.tabs.embeddings.tab import solved

    a, b, c = (lm.encode(text)[0] for text in ("<red>", " red", " blue"))
    opened = open_page(tab="embeddings", text="a kite", a=a, b=b, c=c)
    expected = solved(lm, a, b, c)["nearest"]
    cosines = shown(opened, "#analogy .bars .value")
    assert np.allclose(cosines, [near["cosine"] for near in expected], rtol=0, atol=0.0051)
    wte = lm.wte / np.linalg.norm(lm.wte, axis=1, keepdims=True)
    target = lm.wte[a] - lm.wte[b] + lm.wte[c]
    own = wte @ target / np.linalg.norm(target)
    own[[a, b, c]] = -1
    assert expected[0]["id"] == own.argmax()


def test_one_word_is_drawn_as_often_as_it_stands(open_page, lm):
    text = "Turn left. He left the house and she left the key."
    where = [i for i, piece in enumerate(lm.vocabulary.pieces(lm.encode(text))) if piece == " left"]
    opened = open_page(tab="embeddings", text=text, token=where[0])
    assert f"{len(where)} times" in opened.page.locator("#paths .say").inner_text()


def test_a_long_text_is_zoomed_by_button_and_by_dragging(open_page, lm):
    text = "The sky is blue. " * 40
    opened = open_page(tab="attention", text=text, layer=1, head=2, token=120)
    weights, page = lm.trace(text).pattern[1, 2], opened.page
    assert page.locator("#map canvas").is_visible() and page.locator("#map .pip").count() == 0
    page.locator("#map .zoom").click()
    drawn = page.eval_on_selector_all("#map .pip.on", "(pips) => pips.map((pip) => +pip.dataset.weight)")
    assert drawn and all(np.abs(weights[120] - weight).min() < 1e-6 for weight in drawn)
    page.locator("#map .zoom").click()
    page.locator("#map canvas").evaluate("(canvas) => canvas.scrollIntoView({ block: 'center' })")
    box = page.locator("#map canvas").bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 0.5 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 0.6 * box["height"])
    page.mouse.up()
    assert page.locator("#map .pip").count() > 0 and page.locator("#map canvas").is_hidden()
    labels = page.locator("#map svg .label").count()
    assert 12 <= labels <= 2 * 60
