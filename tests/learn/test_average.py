"""Weights between two runs: by hand, as a command, and what does not fit."""

import sys
from copy import deepcopy

import pytest
import torch

from model.core import checkpoint
from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.learn import average
from model.learn.run import Run


@pytest.fixture
def two(tiny, randomised):
    return deepcopy(tiny.transformer), randomised(deepcopy(tiny.transformer), seed=1)


def test_each_weight_lies_between(two):
    one, other = two
    before = {name: weight.clone() for name, weight in one.state_dict().items()}
    for name, weight in average.average(one, other, 0.25).state_dict().items():
        assert torch.allclose(weight, 0.75 * before[name] + 0.25 * other.state_dict()[name], atol=1e-7), name


def test_attention_may_go_back_further(two):
    one, other = two
    before = {name: weight.clone() for name, weight in one.state_dict().items()}
    made = average.average(one, other, 0.75, attention=0.25).state_dict()
    of_attention = {name for name in made if ".attn.c_attn." in name or ".attn.c_proj." in name}
    assert len(of_attention) == 4 * one.config.n_layer
    for name, weight in made.items():
        share = 0.25 if name in of_attention else 0.75
        assert torch.allclose(weight, torch.lerp(before[name], other.state_dict()[name], share), atol=1e-7), name


def test_only_models_of_the_same_sizes(two, vocabulary):
    with pytest.raises(ValueError, match="same sizes"):
        average.average(two[0], Transformer(ModelConfig(len(vocabulary), 8, 10, 1, 2)))


def test_the_folder_says_what_its_weights_are(two, vocabulary, tmp_path, monkeypatch):
    run = {"steps": 3, "seconds": 60, "tokens": 9, "date": "2026-11-29", "hardware": "1 processor core", "log": []}
    run["flags"] = {name: getattr(Run(), name) for name in ("pictures", "texts", "seed", "optimizer", "muon_lr", "lr")}
    for name, transformer in zip("ab", two, strict=True):
        checkpoint.save(tmp_path / name, transformer, vocabulary, run)
    folders = [str(tmp_path / name) for name in "abc"]
    monkeypatch.setattr(sys, "argv", ["average", *folders, "--share", "0.25"])
    average.main()
    made, _, told = checkpoint.load(folders[2])
    assert told["training"]["averaged"] == 0.25 and told["training"]["checksum"] == checkpoint.checksum(made)
    (a, _, _), (b, _, _) = (checkpoint.load(folder) for folder in folders[:2])
    wanted = 0.75 * a.state_dict()["wpe.weight"] + 0.25 * b.state_dict()["wpe.weight"]
    assert torch.allclose(made.state_dict()["wpe.weight"], wanted, atol=1e-3)  # as half precision keeps it
    assert "rows of text a step; 25% kept |" in (tmp_path / "c" / "README.md").read_text()
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--attention", "0.5"])
    average.main()
    assert checkpoint.load(folders[2])[2]["training"]["averaged_attention"] == 0.5
    assert "rows of text a step; 25% kept, of attention 50% |" in (tmp_path / "c" / "README.md").read_text()
