"""What several tests of learning ask for."""

import pytest

from model.learn import muon, trainer


@pytest.fixture
def float32(monkeypatch):
    """The same sums on every machine."""
    for room in (muon, trainer):
        monkeypatch.setattr(room, "fast_bf16", lambda: False)
