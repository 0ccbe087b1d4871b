"""The drill: it changes attention alone, learns, and leaves a part of the change of some layers."""

import sys

import torch

from model.core import checkpoint
from model.learn import drill as drilling

PHASES = ((25, 0.05, 2), (5, 0.02, 3))


def test_a_drill_leaves_a_part_of_the_change_of_attention(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(drilling, "PHASES", PHASES)
    monkeypatch.setattr(drilling, "ROWS", 4)
    monkeypatch.setattr(sys, "argv", ["drill", str(folder), str(tmp_path / "out"), "--layers", "1", "--share", "0.25"])
    drilling.main()
    before, vocabulary, _ = checkpoint.load(folder)
    taught, *_ = checkpoint.load(folder)
    taught.requires_grad_(True)
    for phase in PHASES:
        assert 0 <= drilling.teach(taught, vocabulary, *phase) <= 1
    after, *_ = checkpoint.load(tmp_path / "out")
    old, whole, new = (each.state_dict() for each in (before, taught, after))
    assert {n for n in old if not torch.equal(old[n], whole[n])} == {
        f"h.{layer}.attn.{name}.weight" for layer in range(3) for name in ("c_attn", "c_proj")
    }
    for name, weight in old.items():
        change = 0.25 * (whole[name] - weight) if name.startswith("h.1.") else 0
        torch.testing.assert_close(new[name], weight + change, rtol=2e-3, atol=1e-4)  # stored as float16
