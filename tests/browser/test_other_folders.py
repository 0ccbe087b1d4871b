"""Folders of other people in the browser: every tab opens, and says nothing that is not so."""

from dataclasses import replace

import pytest
from conftest import served
from tokenizers import Tokenizer, models, pre_tokenizers

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.language_model import LanguageModel

TEXT = "the little fox had a red ball"


def words():
    """A tokenizer that has a list of words and no bytes."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0} | {w: i for i, w in enumerate(TEXT.split(), 1)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.add_special_tokens(["[UNK]"])
    return Vocabulary(tokenizer)


@pytest.fixture(scope="module", params=["gelu, one layer, padded", "words"])
def strange(request, sizes, vocabulary, randomised):
    config = replace(ModelConfig(**sizes), n_layer=1, activation_function="gelu_new")
    if request.param == "words":
        return LanguageModel(randomised(Transformer(replace(config, vocab_size=8))), words())
    padded = replace(config, vocab_size=len(vocabulary) + 5)
    return LanguageModel(randomised(Transformer(padded)), Vocabulary(vocabulary.tokenizer, padded.vocab_size))


@pytest.fixture(scope="module")
def app_url(strange):
    """In place of the shipped model's."""
    with served(strange) as url:
        yield url


def test_every_tab_opens(open_page, strange):
    opened = open_page(tab="tokens", text=TEXT)
    for title in ("Tokens", "Attention", "Dice", "Embeddings", "Layers", "Paint"):
        if title == "Paint" and not strange.vocabulary.has_pictures:
            opened.page.get_by_role("tab", name=title).click()
            opened.page.get_by_text("cannot paint").wait_for()
            continue
        opened.open(title)
        said = opened.page.locator(f"#view-{title.lower()}").inner_text()
        assert not opened.page.locator(f"#view-{title.lower()}.failed").count(), (title, said)
        assert "NaN" not in said and "undefined" not in said and "ReLU" not in said, title
    if not strange.vocabulary.has_pictures:
        opened.page.get_by_role("tab", name="Compose").click()
        opened.page.get_by_text("cannot play").wait_for()
    opened.open("Layers")
    assert "4 in a line" in opened.page.locator("#machine .note").inner_text()
    opened.open("Tokens")
    if not strange.vocabulary.is_bytes:
        assert "no merges to show" in opened.page.locator("#merge_steps .say").inner_text()
        assert "as it is: no merge" in opened.page.locator("#token_card .say").inner_text()


def test_a_pixel_of_a_single_layer_opens_it(open_page, strange):
    if not strange.vocabulary.has_pictures:
        pytest.skip("it paints nothing")
    opened = open_page(tab="paint", text="a red ball")
    opened.paint()
    cell = opened.page.locator("#canvas .canvas").bounding_box()
    opened.page.locator("#canvas .canvas").click(position={"x": cell["width"] / 2, "y": cell["height"] / 2})
    opened.page.locator("#pixel_look .say b").first.wait_for()
    assert opened.page.locator("#pixel_look .note").inner_text().startswith("layer 0")
    assert "NaN" not in opened.page.locator("#pixel_look").inner_text()
