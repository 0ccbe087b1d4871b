"""Rows of like length are read together, and each as if it stood alone."""

import pytest
import torch

from model.core.alike import alike


@pytest.mark.parametrize("most", [1, 3, 50])
def test_each_row_once_and_as_if_alone(lm, most):
    rows = [lm.encode(" ".join(["The sky is blue."] * n)) for n in (3, 1, 2, 5, 1, 4, 2)]
    seen = []
    for places, ids in alike(rows, most):
        assert len(places) <= most and ids.shape == (len(places), max(len(rows[i]) for i in places))
        seen += places
        for i, logits in zip(places, lm.transformer(ids), strict=True):
            alone = lm.transformer(torch.tensor([rows[i]]))[0]
            torch.testing.assert_close(logits[: len(rows[i])], alone, rtol=0, atol=1e-4)
    assert sorted(seen) == [*range(len(rows))]
    assert [len(rows[i]) for i in seen] == sorted(map(len, rows))
