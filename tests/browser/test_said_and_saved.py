"""What is said beside a field goes with it, bars are as long as they say, and files are whole on their own."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from playwright.sync_api import expect

SKY = "The sky is blue. The grass is"
BARS = "(all) => all.map((bar) => bar.firstChild.getBoundingClientRect().width / bar.clientWidth)"
BRIGHT = """(all) => all.map((each) => {
    const [r, g, b] = getComputedStyle(each).fill.match(/[\\d.]+/g).map(Number);
    return [Number(each.dataset.p), 0.2126 * r + 0.7152 * g + 0.0722 * b] })"""


def saved(opened, card, kind):
    """The bytes of the file that a card's button hands over."""
    with opened.page.expect_download() as download:
        opened.page.locator(f"#{card} [data-export={kind}]").click()
    return Path(download.value.path()).read_bytes()


def table(content):
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def both_forms(lm):
    """A word of which the vocabulary has the form with a space before it and that without."""
    pieces = {lm.vocabulary.piece(id): id for id in lm.vocabulary.words}
    word = next(p for p in pieces if p.isalpha() and p.islower() and len(p) > 3 and f" {p}" in pieces)
    return word, pieces[word], pieces[f" {word}"]


def test_a_word_of_a_sum_is_the_one_with_its_space_and_old_answers_go(open_page, lm):
    word, bare, spaced = both_forms(lm)
    opened = open_page(tab="embeddings", text="a kite", a=bare)
    field = opened.page.locator("#analogy [data-dial=a]")
    assert opened.page.locator("#analogy .bars .bar").count() == 8
    field.click()
    field.press_sequentially(word)
    assert opened.page.locator("#analogy .bars .bar").count() == 0
    assert opened.page.locator("#analogy .say").inner_text() == ""
    field.press("Tab")
    opened.settle()
    assert opened.state()["views"]["embeddings"]["a"] == spaced
    assert f"“{word}” is taken with the space" in opened.page.locator("#analogy .form").inner_text()
    assert opened.page.locator("#analogy .bars .bar").count() == 8
    field.fill("unheard of")
    field.press("Tab")
    opened.page.wait_for_timeout(200)
    assert opened.page.locator("#analogy .trouble").is_visible()
    assert opened.page.locator("#analogy .bars .bar").count() == 0
    assert not opened.page.locator("#analogy .form").is_visible()
    field.fill(word)
    field.press("Tab")
    opened.settle()
    assert opened.page.locator("#analogy .bars .bar").count() == 8  # the same token as before: no new answer
    assert not opened.page.locator("#analogy .trouble").is_visible()


@pytest.mark.parametrize("text", ["", "x" * 20_001])
def test_a_tokenizer_that_cannot_learn_shows_no_old_pieces(open_page, text):
    opened = open_page(tab="tokens", text=SKY)
    pieces = opened.page.locator("#own_tokenizer li")
    assert pieces.first.is_visible()
    opened.page.locator("#own_text textarea").fill(text)
    opened.settle()
    opened.page.locator("#own_tokenizer .message.bad").wait_for()
    assert not pieces.first.is_visible()
    assert opened.page.locator("#own_tokenizer .message").count() == 1


def test_one_of_a_kind_is_said_in_the_singular(open_page):
    opened = open_page(tab="tokens", text="a")
    said = opened.page.locator("#cuts").inner_text()
    assert "1 of 1 word here is one piece. 1 character becomes 1 number." in said
    assert "1 of 320 tokens" in opened.page.locator("#chips").inner_text()
    opened.type("Eid al-Fitr is a celebration")
    assert "of 5 words" in opened.page.locator("#cuts .say").inner_text()


def test_all_of_the_vocabulary_is_added_up_once(open_page):
    opened = open_page(tab="tokens", text=SKY)
    assert "4,000 pieces of text and 96 names" in opened.page.locator("#own_tokenizer .facts").inner_text()
    assert "make 4,096 tokens" in opened.page.locator("#own_tokenizer .facts").inner_text()


def test_what_was_not_read_is_counted(open_page, lm):
    opened = open_page(tab="embeddings", text="a kite")
    times = np.bincount(lm.corpus.ids, minlength=len(lm.vocabulary))[96:]
    said = opened.page.locator("#vocabulary_map .say")  # it comes apart from the rest
    expect(said).to_contain_text(f"{(times == 0).sum()} of 4,000 pieces")
    expect(said).to_contain_text("this sample of 1,500,000 tokens")


def test_bars_are_as_long_as_they_say(open_page):
    opened = open_page(tab="embeddings", text="a kite")
    for card in ("nearest", "analogy"):
        said = opened.page.locator(f"#{card} .value").all_inner_texts()
        lengths = opened.page.locator(f"#{card} .bar").evaluate_all(BARS)
        assert np.allclose([float(x.replace("−", "-")) for x in said], lengths, rtol=0, atol=0.012)
    said = opened.page.locator("#vocabulary_map .colour .value").all_inner_texts()
    zero = opened.page.locator("#vocabulary_map .colour s").first.evaluate("(s) => parseFloat(s.style.left) / 100")
    lengths = opened.page.locator("#vocabulary_map .colour .bar").evaluate_all(BARS)
    assert np.allclose([abs(float(x.replace("−", "-"))) for x in said], np.array(lengths) / (1 - zero), atol=0.02)
    opened.open("Layers")
    added = [float(x) for x in opened.page.locator("#machine .arrow b").all_inner_texts()]
    heights = opened.page.locator("#machine .arrow i").evaluate_all("(all) => all.map((i) => i.offsetHeight)")
    assert np.allclose(
        np.array(heights) / max(heights), np.array(added) / max(added), atol=0.01 + 0.6 / max(added)
    )  # said whole


def test_what_cannot_be_negative_is_drawn_from_0(open_page):
    opened = open_page(tab="layers", text=SKY, tensor_no=8)
    assert opened.page.locator("#tensor .low").inner_text() == "0"
    assert re.fullmatch(r"[\d.]+", opened.page.locator("#tensor .high").inner_text())
    opened.page.locator("#layer_steps [data-tensor=q]").click()
    opened.settle()
    assert opened.page.locator("#tensor .low").inner_text().startswith("−")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sentence_and_the_die_fit_the_theme(open_page, theme):
    opened = open_page(tab="attention", text="Once upon a time there was a", __theme=theme)
    word = {"light": "The darker, the larger", "dark": "The brighter, the larger"}[theme]
    assert word in opened.page.locator("#heads .say").inner_text()
    opened.open("Dice")
    faces = sorted(opened.page.locator("#die .face:not(.others)").evaluate_all(BRIGHT))
    order = np.diff([brightness for _, brightness in faces])
    assert (order >= 0).all() if theme == "dark" else (order <= 0).all()


def test_a_split_is_read_below_it(open_page):
    opened = open_page(tab="paint", text="a red circle on white")
    opened.paint()
    cell = opened.page.locator("#canvas .canvas").bounding_box()
    opened.page.locator("#canvas .canvas").click(position={"x": cell["width"] / 2, "y": cell["height"] / 2})
    opened.settle()  # another pixel was open before, of other parts
    keys, parts = (opened.page.locator(f"#pixel_look {name}") for name in (".parts .pip", ".split .part"))
    opened.until(lambda: keys.count() == parts.count() > 1)
    for said in keys.all_inner_texts():
        share, name = re.fullmatch(r"([\d.]+)\s*(.+)", said.replace("\n", " ")).groups()
        assert 0 < float(share) <= 1 and name in ("caption", "<image>", "padding", "earlier pixels")
    assert all(keys.evaluate_all("(keys) => keys.map((key) => key.scrollWidth <= key.clientWidth + 1)"))


def test_a_drawing_is_whole_on_its_own(open_page):
    text = "The sky is blue. " * 6
    opened = open_page(tab="dice", text=text)
    root = ElementTree.fromstring(saved(opened, "die", "svg"))
    name = "{http://www.w3.org/2000/svg}"
    style = root.find(f"{name}style").text
    assert style.count("@font-face") == 2 and style.count("data:font/woff2;base64,d09GMg") == 2
    assert "Atkinson Hyperlegible Mono" in style and "http" not in style
    captions = " ".join(each.text for each in root.iter(f"{name}text") if each.get("class") == "caption")
    assert f"Weighted Dice · {date.today().isoformat()}" in captions
    assert f"{text[:59].rstrip()}…" in captions and text[:60] not in captions
    left, top, width, height = map(float, root.get("viewBox").split())
    for each in (each for each in root.iter(f"{name}text") if each.get("class") == "caption"):
        assert left < float(each.get("x")) < left + width and top < float(each.get("y")) < top + height


@pytest.mark.parametrize(("tab", "card"), [("dice", "die"), ("embeddings", "vocabulary_map"), ("attention", "map")])
def test_a_picture_has_a_line_below_it(open_page, tab, card):
    from PIL import Image

    opened = open_page(tab=tab, text=SKY)
    opened.page.wait_for_timeout(500)
    picture = np.asarray(Image.open(io.BytesIO(saved(opened, card, "png"))).convert("L"), float)
    last = picture[-round(0.06 * len(picture)) :]
    assert last.std() > 3  # letters on the ground of a card
    assert picture[-1].std() == 0


def test_every_table_has_one_row_of_names(open_page, lm):
    text = "=1 + 1\n@home -"
    for tab, cards in {
        "tokens": ("cuts", "token_card", "token_costs", "merge_steps", "own_tokenizer"),
        "attention": ("map", "head_steps"),
        "dice": ("next_tokens", "three_dice", "surprise"),
        "embeddings": ("vector_sum", "nearest", "paths", "analogy", "vocabulary_map", "position_table"),
        "layers": ("machine", "tensor", "half_way"),
    }.items():
        opened = open_page(tab=tab, text=text, token=0)
        opened.page.wait_for_timeout(500)
        for card in cards:
            names, *rows = table(saved(opened, card, "csv"))
            assert rows and {len(row) for row in rows} == {len(names)}, card
            assert all(names) and len(set(names)) == len(names), card
            for at, name in enumerate(names):
                if name.endswith("(JSON)"):
                    cells = [row[at] for row in rows if row[at].startswith('"')]
                    assert all(isinstance(json.loads(cell), str) for cell in cells), (card, name)
                    assert cells or not any(row[at] for row in rows), (card, name)
            assert not [cell for row in rows for cell in row if re.match(r"[=+@]", cell)], card


def test_the_card_of_a_byte_has_a_row(open_page, lm):
    opened = open_page(tab="tokens", text="=", token=0)
    names, row = table(saved(opened, "token_card", "csv"))
    assert dict(zip(names, row, strict=True))["token (JSON)"] == '"="'
    assert dict(zip(names, row, strict=True))["id"] == str(lm.encode("=")[0])


def test_the_file_of_positions_is_the_table(open_page, lm):
    opened = open_page(tab="embeddings", text="a kite")
    names, *rows = table(saved(opened, "position_table", "csv"))
    assert names[:2] == ["position", "number 0"]
    assert np.array_equal(np.array(rows, float)[:, 1:].astype(np.float32), lm.wpe)
