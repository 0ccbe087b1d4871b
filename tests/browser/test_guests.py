"""Guests in the browser: every tab opens with each kind of them, and says nothing that is not so of it."""

import pytest
from conftest import served
from made import OPT, SHARED, SIZES, byte_pairs, plain, saved, sentence_pieces
from playwright.sync_api import expect

import model

TEXT = "the little fox had a red ball"
TEXTS = [
    "Once upon a time there was a little fox named Ada. The fox had a red ball and a blue hat.",
    "The sky is blue. The grass is green. Where is the ball? A big red ball, a little blue hat.",
]
READS = {"max_position_embeddings": 200}
GUESTS = {  # name: model type, settings, what makes the tokenizer
    "Llama": ("llama", SHARED | READS, lambda: sentence_pieces(TEXTS, 400)),
    "GPT-NeoX": ("gpt_neox", SIZES | READS, lambda: byte_pairs(TEXTS, 350)),
    "OPT": ("opt", OPT | READS, lambda: byte_pairs(TEXTS, 350, "</s>")),
    "1 layer, 1 head, 300 tokens": (
        "qwen2",
        SHARED | READS | {"num_hidden_layers": 1, "num_attention_heads": 1, "num_key_value_heads": 1},
        lambda: byte_pairs(TEXTS, 300),
    ),
}


def guest(name, folder):
    kind, settings, make = GUESTS[name]
    tokenizer = make()
    rows = tokenizer.get_vocab_size()
    return model.load(saved(folder, plain(kind, settings | {"vocab_size": rows}), tokenizer))


@pytest.fixture(scope="module", params=GUESTS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def lm(name, tmp_path_factory):
    """In place of the shipped model."""
    return guest(name, tmp_path_factory.mktemp("guest"))


@pytest.fixture(scope="module")
def app_url(lm):
    with served(lm) as url:
        yield url


def test_every_tab_opens_and_says_nothing_false(open_page, name, lm):
    opened = open_page(tab="tokens", text=TEXT)
    page = opened.page
    assert f"{lm.facts['name']}: {lm.n_parameters:,} weights" in page.locator("#header").inner_text()
    said = {}
    for title in ("Tokens", "Embeddings", "Attention", "Layers", "Dice", "Scale"):
        opened.open(title)
        view = page.locator(f"#view-{title.lower()}")
        assert not page.locator(f"#view-{title.lower()}.failed").count(), title
        said[title] = view.inner_text()
        assert not [word for word in ("NaN", "undefined", "[object", "Infinity") if word in said[title]], title
    assert ("ReLU" in said["Layers"]) == (name == "OPT")
    assert lm.config.activation in said["Layers"]
    assert ("what attention has just added" in said["Layers"]) == (name == "GPT-NeoX")
    assert ("used again" in said["Scale"]) == (name == "OPT") and "width²" not in said["Scale"].split("How")[0]
    assert "cannot be moved here" in said["Scale"]
    assert ("This model has no table of positions" in said["Embeddings"]) == (name != "OPT")
    assert ("position table" in said["Embeddings"].lower()) == (name == "OPT")
    assert "nothing can be counted" in said["Dice"] and "5-gram" not in said["Dice"]
    assert ("merges characters, not bytes" in said["Tokens"]) == (name == "Llama")
    page.get_by_role("tab", name="Paint").click()
    shown = page.locator("main, body").first
    shown.get_by_text("cannot paint").wait_for()
    assert not page.locator("#canvas").count() and "A picture is 256 tokens" not in shown.inner_text()
    assert not page.get_by_text("trained from nothing").is_visible()


def test_the_numbers_are_those_of_the_pass(open_page, lm):
    opened = open_page(tab="layers", text=TEXT, layer=0)
    trace = lm.trace(TEXT)
    assert opened.page.locator("#chips .chip").count() == len(trace.ids)
    answer = lm.vocabulary.piece(int(trace.logits[-1].argmax()))
    assert opened.state()["count"] == len(trace.ids)
    opened.page.locator("#take_away summary").first.click()
    opened.page.locator("#take_away .cell").nth(0).click()
    opened.page.locator("#take_away .edits li").wait_for()
    expect(opened.settle().page.locator("#take_away .say")).to_contain_text("Kullback-Leibler", timeout=20_000)
    kinds = opened.page.locator("#take_away .kind:visible").all_inner_texts()
    assert ("Places" in kinds) == (lm.wpe is not None)
    assert opened.page.locator("#take_away .refused").count() == 0
    assert answer is not None


def test_a_roll_goes_on_with_what_the_model_read(open_page, lm):
    """Also behind a selected token: what stands before any text is not typed into the prompt."""
    opened = open_page(tab="dice", text=TEXT, token=len(lm.encode(TEXT)) - 2)
    read = lm.encode(TEXT)[:-1]
    assert lm.encode(lm.vocabulary.written(read)) == read
    for _ in range(4):
        opened.page.locator("#die .roll").click()
        opened.settle()
        text = opened.page.locator("#prompt textarea").input_value()
        if text != TEXT:
            break
    assert text.startswith(lm.vocabulary.written(read)) and "<s>" not in text[:4]
