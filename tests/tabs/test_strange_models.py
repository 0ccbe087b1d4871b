"""Folders of other people: another activation, a single layer, a padded table, a list of words. All tabs open."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers

from app import build_app
from components.page.arguments import given
from components.page.prompt import chips, restore
from components.page.tab import View
from components.tabs.embeddings import tab as embeddings
from components.tabs.layers import tab as layers
from components.tabs.tokens import tab as tokens
from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.language_model import LanguageModel

TEXT = "the little fox had a red ball"
PADDED = 17  # rows that the tokenizer knows nothing of


def words():
    """A tokenizer that has a list of words and no bytes."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0} | {w: i for i, w in enumerate(TEXT.split(), 1)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.add_special_tokens(["[UNK]"])
    return Vocabulary(tokenizer)


def opened(config, vocabulary, randomised, folder, zeros=0):
    """A model of random weights, saved and opened again; the last `zeros` rows of its table are all 0."""
    transformer = randomised(Transformer(config))
    if zeros:
        transformer.wte.weight[-zeros:] = 0
    checkpoint.save(folder, transformer, vocabulary, {})
    return LanguageModel(*checkpoint.load(folder))


@pytest.fixture(params=["gelu", "one layer", "padded", "padded with zeros", "words"])
def strange(request, sizes, vocabulary, randomised, tmp_path):
    config = ModelConfig(**sizes)
    if request.param == "gelu":
        return opened(replace(config, activation_function="gelu_new"), vocabulary, randomised, tmp_path)
    if request.param == "one layer":
        return opened(replace(config, n_layer=1), vocabulary, randomised, tmp_path)
    if request.param == "words":
        return opened(replace(config, vocab_size=8), words(), randomised, tmp_path)
    padded, zeros = replace(config, vocab_size=len(vocabulary) + PADDED), PADDED * ("zeros" in request.param)
    return opened(padded, vocabulary, randomised, tmp_path, zeros)


def test_every_view_draws(strange, monkeypatch):
    """What each tab draws at first, as JSON that browsers read: without NaN."""
    found = []
    for method in ("show", "once"):
        monkeypatch.setattr(View, method, recorded(getattr(View, method), found))
    build_app(strange)
    views = {view.name: view for view, _ in found}
    state = restore({"text": TEXT}, [*views.values()])
    for view, parts in found:
        if not isinstance(parts, dict):
            json.dumps(parts(strange), allow_nan=False)
            continue
        controls = state["views"][view.name]["values"]
        asked = view.asked({"text": TEXT, "controls": controls, "token": None})
        for draw in parts:
            try:
                json.dumps(draw(strange, **given(draw, asked)), allow_nan=False)
            except ValueError as error:
                assert "no colours" in str(error), (view.name, draw)
    json.dumps(chips(strange, {"text": TEXT}), allow_nan=False)


def recorded(method, found):
    def record(view, parts, *outputs, **controls):
        found.append((view, parts))
        return method(view, parts, *outputs, **controls)

    return record


def test_gelu_is_never_called_relu(sizes, vocabulary, randomised, tmp_path):
    lm = opened(ModelConfig(**sizes | {"activation_function": "gelu"}), vocabulary, randomised, tmp_path)
    shown = json.dumps(build_app(lm).get_config_file(), default=str)
    drawn = json.dumps(
        [layers.tensor(lm, TEXT, 0, i) for i in range(len(layers.NAMES))] + [layers.neurons(lm, TEXT, 0)]
    )
    assert "ReLU" not in shown + drawn
    assert "GELU" in shown and "after GELU" in drawn


def test_only_tensors_that_cannot_be_negative_have_a_ramp_of_one_sign(tiny, sizes, vocabulary, randomised, tmp_path):
    lm = opened(ModelConfig(**sizes | {"activation_function": "gelu"}), vocabulary, randomised, tmp_path)
    signed = {}
    for model in (tiny, lm):
        for i, name in enumerate(layers.NAMES):
            told = layers.tensor(model, TEXT, 0, i)
            signed[model.config.activation_function, name] = told["signed"]
            assert told["signed"] or told["edges"][0] >= 0
    assert {key for key, value in signed.items() if not value} == {
        ("relu", "pattern"),
        ("relu", "neurons"),
        ("gelu", "pattern"),
    }


def test_a_padded_table_opens_and_its_rows_are_no_text(sizes, vocabulary, randomised, tmp_path):
    n = len(vocabulary)
    lm = opened(ModelConfig(**sizes | {"vocab_size": n + PADDED}), vocabulary, randomised, tmp_path, PADDED)
    assert len(lm.vocabulary) == len(lm.wte) == n + PADDED
    assert {lm.vocabulary.kind(id) for id in range(n, n + PADDED)} == {"control"}
    assert lm.vocabulary.decode(range(n, n + PADDED)) == ""
    assert lm.vocabulary.words.stop == n
    assert np.isfinite(embeddings.places(lm)[0]).all()
    cosines = [cosine for _, cosine in embeddings.nearest(lm.wte, 100, n)]
    assert np.isfinite(cosines).all()


def test_a_table_that_is_too_small_says_so(tiny, tmp_path):
    with torch.no_grad():
        small = Transformer(replace(tiny.config, vocab_size=390))
    checkpoint.save(tmp_path, small, tiny.vocabulary, {})
    with pytest.raises(ValueError, match=r"tokenizer\.json has 397 tokens; the weights have 390"):
        checkpoint.load(tmp_path)


def test_a_list_of_words_is_cut_and_says_what_it_cannot_show(sizes, randomised, tmp_path):
    lm = opened(ModelConfig(**sizes | {"vocab_size": 8}), words(), randomised, tmp_path)
    cuts, card, _, merging = tokens.show(lm, TEXT)
    assert cuts["rows"][2]["pieces"] == TEXT.split()
    assert [TEXT.encode()[a:b].decode() for a, b in cuts["rows"][2]["spans"]] == TEXT.split()
    assert card["n_merges"] == 0
    assert merging["message"].count(".") == 1 and "merges" in merging["message"]
    mine = tokens.own_tokenizer(lm, TEXT, tokens.SAMPLE)
    assert (mine["model_entries"], mine["model_names"]) == (7, 1)


def test_a_word_that_a_list_lacks_is_named(sizes, randomised, tmp_path):
    tokenizer = Tokenizer(models.WordLevel({"the": 0, "ball": 1}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    vocabulary = Vocabulary(tokenizer)
    with pytest.raises(ValueError, match="tokenizer of this model cannot read"):
        vocabulary.encode("the kite")


def test_all_entries_of_the_vocabulary_add_up(lm):
    told = tokens.own_tokenizer(lm, TEXT, tokens.SAMPLE)
    assert (told["model_entries"], told["model_names"]) == (4000, 96)
    assert told["model_entries"] + told["model_names"] == tokens.show(lm, TEXT)[1]["n_tokens"] == 4096
