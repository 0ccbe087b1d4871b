"""Train: what is drawn of a training is what its process has told, and the model is handed over."""

import base64
import json
import re
import zipfile
from urllib.parse import parse_qs, urlparse

import numpy as np
import pytest
from playwright.sync_api import expect

from components.page.words import percent, words
from components.tabs.train import runs
from model import Lesson

SMALL = {"layers": 1, "width": 32, "context": 32}
DATA = "(node) => node.data.map((line) => [[...line.x], [...line.y]])"
UNSEEN = 4  # among the lines of the chart
SECOND = 1000


@pytest.fixture(scope="module")
def copies():
    """A small training, done: its name and its events."""
    name = runs.line().start(Lesson("copies", steps=40, **SMALL))
    happened, after = [], 0
    while True:
        state = runs.line().state(name, after)
        happened, after = happened + state["events"], state["after"]
        if state["ended"] and not state["events"]:
            return name, happened


def done(opened):
    expect(opened.page.locator("#losses .where")).to_have_text(re.compile("done|stopped"), timeout=40 * SECOND)
    drawn = opened.page.locator("#losses .drawn")
    opened.until(lambda: drawn.evaluate("(node, i) => (node.data?.[i]?.x ?? []).length", UNSEEN))
    return opened


def test_a_training_from_a_click(open_page):
    opened = open_page(tab="train", reads=4, layers=0, seconds=0)  # copies, 15 s
    page = opened.page
    expect(page.locator("#losses .verdict")).to_have_text(words()["train.waits"])
    page.locator("#reads .go").click()
    expect(page.locator("#losses .where")).to_contain_text("step", timeout=60 * SECOND)
    name = parse_qs(urlparse(page.url).query)["run"][0]
    assert runs.line().of(name).lesson.reads == "copies"
    page.locator("#losses .stop").click()
    done(opened)
    expect(page.locator("#losses .verdict")).to_contain_text("Stopped.")
    again = done(open_page(tab="train", run=name))  # the address finds it again
    assert again.page.locator("#said .sample").count() == page.locator("#said .sample").count() > 1
    page.locator("#learned .forget").click()
    expect(page.locator("#losses .verdict")).to_have_text(words()["train.waits"])
    opened.until(lambda: "run=" not in page.url)
    assert name not in runs.line().jobs
    gone = open_page(tab="train", run=name)
    expect(gone.page.locator("#reads .state")).to_contain_text("There is no training")
    assert len(gone.errors) == 1 and "422" in gone.errors.pop()  # the number of a refusal


def test_what_is_drawn_is_what_was_told(open_page, copies):
    name, happened = copies
    opened = done(open_page(tab="train", run=name))
    page, begun = opened.page, happened[0]
    looks = [event for event in happened if "unseen" in event]
    read, guess, counted, best, unseen, end = page.locator("#losses .drawn").evaluate(DATA)
    steps = [event["step"] for event in looks]
    assert np.allclose(unseen[0], np.log2(1 + np.array(steps)))
    assert np.allclose(unseen[1], [event["unseen"] for event in looks])
    assert end == [[unseen[0][-1]], [unseen[1][-1]]]
    losses = [bits for event in happened for bits in event.get("losses", [])]
    smooth = [np.mean(losses[max(0, i - i // 20) : i + 1]) for i in range(len(losses))]
    assert np.allclose(read[1], smooth) and len(losses) == begun["steps"] == 40
    assert (guess[1], counted[1], best[1]) == ([begun["guess"]] * 2, [], [0, 0])


def test_a_step_is_looked_at_everywhere(open_page, copies):
    name, happened = copies
    opened = done(open_page(tab="train", run=name))
    page, shots = opened.page, [event for event in happened if "shot" in event]
    rows = page.locator("#said .sample")
    expect(rows).to_have_count(12)
    assert rows.last.locator(".step").inner_text() == "40"
    pieces = rows.last.locator(".glass").evaluate_all(
        "(all) => all.map((one) => [one.textContent, parseFloat(one.style.getPropertyValue('--full')) / 100])"
    )
    assert [piece for piece, _ in pieces] == [piece for piece, _ in shots[-1]["said"]]
    assert np.allclose([p for _, p in pieces], [p for _, p in shots[-1]["said"]])
    frames = page.locator("#losses .frame")
    expect(frames).to_have_count(7)
    faces = frames.last.locator(".little-die i").evaluate_all(
        "(all) => all.map(({ style }) => parseFloat(style.width) * parseFloat(style.height) / 1e4)"
    )
    assert np.allclose(faces[:-1], [p for _, p in shots[-1]["die"]], atol=2e-4)
    first = frames.first
    first.click()
    expect(page.locator("#learned .note")).to_have_text("step 0")
    shown = page.locator("#learned .bars:not(.moved) .bar i").evaluate_all(
        "(all) => all.map(({ style }) => parseFloat(style.width) / 100)"
    )
    assert np.allclose(shown, [p for _, p in shots[0]["die"]][:8], atol=1e-4)
    among = 2 ** shots[0]["unseen"]
    expect(page.locator("#losses .verdict")).to_contain_text(f"as if among {among:.0f} tokens")
    page.locator("#losses .film").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#learned .note")).not_to_have_text("step 0")
    page.keyboard.press("Escape")
    expect(page.locator("#learned .note")).to_have_text("step 40")


def test_the_map_of_attention_is_the_tensor(open_page, copies):
    name, happened = copies
    opened = done(open_page(tab="train", run=name))
    heads = [event["heads"] for event in happened if "heads" in event][-1]
    raw = np.frombuffer(base64.b64decode(heads["packed"]), "<u2").reshape(heads["shape"]) / 10_000
    pixels = "(canvas) => [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data]"
    drawn = np.reshape(opened.page.locator("#losses .frame canvas").last.evaluate(pixels), (*heads["shape"][2:], 4))
    assert np.allclose(raw.sum(-1), 1, atol=2e-3)
    lit = np.tril(np.ones(heads["shape"][2:])) == 1
    assert (drawn[~lit][:, 3] == 0).all()
    order = np.argsort(raw[0, 0][lit])
    dark = drawn[lit][:, :3].sum(1)[order]
    assert (np.diff(dark.astype(int)) <= 0).all()  # more attention is darker


def test_the_sum_under_the_microscope_adds_up(open_page, copies):
    opened = done(open_page(tab="train", run=copies[0]))
    page = opened.page
    for rule, signs in (("plain descent", "−×="), ("AdamW", "−×÷=")):
        page.locator("#microscope .rules").get_by_role("radio", name=rule).click()
        page.locator("#microscope .one").click()
        expect(page.locator("#microscope .equation .sign")).to_have_count(len(signs), timeout=20 * SECOND)
        expect(page.locator("#microscope .state")).to_contain_text("Mean surprise", timeout=20 * SECOND)
        assert "".join(page.locator("#microscope .sign").all_inner_texts()) == signs
        texts = page.locator("#microscope .term-of b").all_inner_texts()
        before, rate, slope, *size, after = (float(text.replace("−", "-").replace(",", "")) for text in texts)
        step = slope / size[0] if size else slope
        assert after == pytest.approx(before - rate * step, abs=3e-6 if not size else 5e-4)
    tangent = page.locator("#microscope .drawn").evaluate(DATA)[1]
    assert len(tangent[0]) == 2
    page.locator("#microscope [name=row]").fill("99999")
    page.locator("#microscope [name=row]").press("Enter")
    expect(page.locator("#microscope .state")).to_contain_text("There is no row 99,999")


def test_the_model_is_handed_over(open_page, copies, tmp_path):
    opened = done(open_page(tab="train", run=copies[0]))
    assert opened.program("#learned")["beginning"] == copies[1][0]["beginning"]
    die = next(event["die"] for event in reversed(copies[1]) if "die" in event)
    said = opened.printed("#learned")
    assert said.count(copies[1][0]["beginning"]) == 2 and all(percent(p) in said for _, p in die)
    with opened.page.expect_download() as waited:
        opened.page.locator("#learned .download").click()
    with zipfile.ZipFile(waited.value.path()) as file:
        file.extractall(tmp_path)
    transformers = pytest.importorskip("transformers")
    model = transformers.AutoModelForCausalLM.from_pretrained(tmp_path)
    tokenizer = transformers.AutoTokenizer.from_pretrained(tmp_path)
    assert model.config.n_layer == 1 and tokenizer("abc").input_ids == [1, 2, 3]
    assert json.loads((tmp_path / "config.json").read_text())["training"]["reads"] == "copies"


def test_bad_input_says_so_and_loses_nothing(open_page):
    opened = open_page(tab="train", reads=0)
    page = opened.page
    page.locator("#reads .go").click()
    expect(page.locator("#reads .state")).to_have_text(words()["train.empty"])
    hostile = '<img src=x onerror="window.hacked=1"> ${x} שלום'
    page.locator("#reads textarea").fill(hostile)
    page.locator("#reads .go").click()
    expect(page.locator("#reads .state")).to_contain_text("a training needs", timeout=60 * SECOND)
    assert page.locator("#reads textarea").input_value() == hostile
    assert page.evaluate("() => window.hacked") is None
    expect(page.locator("#reads .go")).to_be_enabled()


def test_weights_are_counted_as_the_dials_say(open_page):
    opened = open_page(tab="train")
    page = opened.page
    expect(page.locator("#reads .weights")).to_have_text("668,800")
    page.locator("#reads [name=layers]").fill("5")
    expect(page.locator("#reads .weights")).to_have_text("1,263,616")
    opened.until(lambda: "layers=5" in page.url)
    side = page.locator("#reads .scale i").evaluate("({ style }) => parseFloat(style.width) / 100")
    assert side**2 == pytest.approx(1_263_616 / 5_869_568, rel=0.01)


def test_on_a_phone(open_page, copies):
    opened = done(open_page(width=390, height=844, tab="train", run=copies[0]))
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert opened.page.locator("#losses .frame:visible").count() == 4
