"""Folders that open, folders that do not, and what rounding to float16 costs."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary, train_tokenizer
from model.world.alphabet import NAMED

LIMIT_BYTES = 12_000_000  # the Hub's plain git and a clone stay fast


@pytest.fixture
def folder(tiny, tmp_path):
    checkpoint.save(tmp_path, tiny.transformer, tiny.vocabulary, {"steps": 7})
    return tmp_path


def change(folder, **values):
    """Overwrite settings of config.json."""
    file = folder / "config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | values))


def test_there_and_back(tiny, folder):
    transformer, vocabulary, facts = checkpoint.load(folder)
    assert transformer.config == tiny.config
    assert vocabulary.encode("The sky <red>") == tiny.vocabulary.encode("The sky <red>")
    assert facts["training"] == {"steps": 7}
    assert not transformer.training and not any(p.requires_grad for p in transformer.parameters())


def test_float16_rounding_is_bounded(tiny, folder):
    """Half a unit in the last of 11 binary places: 2^-11 of the number; below 2^-14, 2^-25."""
    ours = checkpoint.load(folder)[0].state_dict()
    for name, weight in tiny.transformer.state_dict().items():
        assert ours[name].dtype == torch.float32
        assert ((ours[name] - weight).abs() <= (weight.abs() * 2**-11).clamp(min=2**-25)).all(), name


def test_saving_what_was_loaded_changes_nothing(folder, tmp_path_factory):
    again = tmp_path_factory.mktemp("again")
    transformer, vocabulary, values = checkpoint.load(folder)
    checkpoint.save(again, transformer, vocabulary, values["training"])
    for file in folder.iterdir():
        assert (again / file.name).read_bytes() == file.read_bytes(), file.name


def test_what_the_folder_holds(folder):
    names = {"config.json", "generation_config.json", "model.safetensors"}
    assert {file.name for file in folder.iterdir()} == names | {
        "tokenizer.json",
        "tokenizer_config.json",
    }
    weights = load_file(folder / "model.safetensors")
    assert {w.dtype for w in weights.values()} == {torch.float16}
    assert "transformer.wte.weight" in weights and "lm_head.weight" not in weights


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json"])
def test_no_such_file(folder, name):
    (folder / name).unlink()
    with pytest.raises(ValueError, match=f"has no {name}; a Hugging Face folder with safetensors"):
        checkpoint.load(folder)


def test_no_folder(tmp_path):
    with pytest.raises(ValueError, match=r"nowhere has no config\.json"):
        checkpoint.load(tmp_path / "nowhere")


def test_no_safetensors(folder):
    """A pickle beside is not touched: opening one can run code."""
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ValueError, match="no safetensors file; other formats are not opened"):
        checkpoint.load(folder)


def test_missing_weights(folder):
    weights = load_file(folder / "model.safetensors")
    for name in ("transformer.h.1.ln_2.bias", "transformer.wpe.weight"):
        del weights[name]
    save_file(weights, folder / "model.safetensors")
    with pytest.raises(ValueError, match=r"lacks 2 weights, the first is h\.1\.ln_2\.bias"):
        checkpoint.load(folder)


def test_weights_of_another_size(folder):
    change(folder, n_positions=100)
    with pytest.raises(ValueError, match=r"wpe\.weight"):
        checkpoint.load(folder)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"model_type": "llama"}, "holds a llama model; only gpt2 can be opened"),
        ({"model_type": None}, "only gpt2"),
        ({"activation_function": "swish"}, "activation is swish; known are relu, gelu, gelu_new"),
        ({"n_head": 3}, "n_embd is 10, not a multiple of n_head, 3"),
    ],
    ids=str,
)
def test_other_models(folder, values, message):
    change(folder, **values)
    with pytest.raises(ValueError, match=message):
        checkpoint.load(folder)


def test_names_without_the_prefix_and_with_masks(folder, tiny):
    """The Hub's first GPT-2 has no "transformer." before its names, and stores its causal masks."""
    weights = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("transformer."): w for name, w in weights.items()}
    save_file(weights | {"h.0.attn.bias": torch.ones(1, 1, 5, 5)}, folder / "model.safetensors")
    transformer = checkpoint.load(folder)[0]
    expected = tiny.transformer.h[2].mlp.c_fc.weight.half().float()
    assert torch.equal(transformer.h[2].mlp.c_fc.weight, expected)


def test_training_state_beside_is_not_read(folder, tiny):
    """What a resumed run needs lies in the same folder and is four times as large."""
    save_file({"wte.weight": torch.zeros(5)}, folder / "training.safetensors")
    transformer = checkpoint.load(folder)[0]
    assert torch.equal(transformer.wte.weight, tiny.transformer.wte.weight.half().float())


def test_a_kill_while_writing_leaves_the_old_weights(folder, tiny, monkeypatch):
    before = (folder / "model.safetensors").read_bytes()

    def dies(weights, path, metadata=None):
        Path(path).write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(checkpoint, "save_file", dies)
    with pytest.raises(KeyboardInterrupt):
        checkpoint.save(folder, tiny.transformer, tiny.vocabulary, {})
    assert (folder / "model.safetensors").read_bytes() == before
    checkpoint.load(folder)


def test_files_of_the_default_sizes_are_small(tmp_path):
    words = [f"{a}{b}{c}{d}" for a in "bdfg" for b in "aeiou" for c in "lmnprst" for d in "aeiouy"]
    vocabulary = Vocabulary(train_tokenizer([" ".join(words)] * 2, 1000))
    checkpoint.save(tmp_path, Transformer(ModelConfig()), vocabulary, {})
    assert {f.name: s for f in tmp_path.iterdir() if (s := f.stat().st_size) > LIMIT_BYTES} == {}
    shutil.rmtree(tmp_path)


def test_the_shipped_files(lm):
    """Small, complete, with a card, and no pickle among them."""
    files = {file.name: file.stat().st_size for file in Path("assets/model").iterdir()}
    assert {name: size for name, size in files.items() if size > LIMIT_BYTES} == {}
    assert files.keys() >= {"config.json", "model.safetensors", "tokenizer.json", "README.md"}
    assert not [name for name in files if name.endswith((".bin", ".pt", ".pkl", ".pickle"))]
    assert len(lm.vocabulary) == lm.config.vocab_size
    assert [lm.vocabulary.tokenizer.token_to_id(name) for name in NAMED] == list(range(96))


def test_the_shapes_that_a_file_must_hold_are_those_that_are_saved(tiny):
    saved = checkpoint.to_hugging_face(tiny.transformer)
    assert checkpoint.shapes(tiny.config) == {n.removeprefix("transformer."): tuple(w.shape) for n, w in saved.items()}
