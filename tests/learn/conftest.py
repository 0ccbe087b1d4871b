"""What several tests of learning ask for."""

import pytest
import torch

from model.learn import muon, trainer


@pytest.fixture
def float32(monkeypatch):
    """The same sums on every machine."""
    for room in (muon, trainer):
        monkeypatch.setattr(room, "fast_bf16", lambda: False)


@pytest.fixture(scope="session")
def apart():
    """How far the dice after each of some ids (B, T) have moved from one transformer to another, in nats."""

    @torch.no_grad()
    def divergence(before, now, ids):
        was, told = (each(ids).log_softmax(-1) for each in (before, now))
        return ((was - told) * was.exp()).sum(-1).mean().item()

    return divergence
