"""Muon: matrices are made orthogonal, and steps are those of torch."""

import pytest
import torch

from model.learn import muon


@pytest.fixture(autouse=True)
def float32(monkeypatch):
    """The same sums on every machine."""
    monkeypatch.setattr(muon, "fast_bf16", lambda: False)


@pytest.mark.parametrize("shape", [(4, 7), (7, 4), (12, 4)], ids=["wide", "tall", "query, key and value"])
def test_orthogonalise_pushes_all_singular_values_towards_one(shape):
    """Of a 12 x 4 matrix, which holds three, those of each third, and divided by √3."""
    torch.manual_seed(1)
    matrix, others = torch.randn(shape), [torch.randn(4, 4), torch.randn(7, 4), torch.randn(12, 4)]
    (pushed,) = muon.orthogonalised([matrix])
    parts = pushed.view(3, 4, 4) * 3**0.5 if shape == (12, 4) else pushed[None]
    values = torch.linalg.svdvals(parts)
    assert pushed.shape == shape and ((values > 0.3) & (values < 1.3)).all()
    among = muon.orthogonalised([*others, matrix, *others])[len(others)]
    torch.testing.assert_close(among, pushed, rtol=0, atol=1e-6)


def test_muon_is_that_of_torch():
    """Three steps on matrices of two shapes; torch multiplies in bf16 throughout, ours here in float32."""
    torch.manual_seed(2)
    ours = [torch.nn.Parameter(torch.randn(shape)) for shape in ((6, 9), (10, 4))]
    theirs = [torch.nn.Parameter(weight.detach().clone()) for weight in ours]
    pair = muon.Muon(ours, 0.1, 0.05), torch.optim.Muon(theirs, 0.1, 0.05)
    for _ in range(3):
        for a, b in zip(ours, theirs, strict=True):
            a.grad = torch.randn(a.shape)
            b.grad = a.grad.clone()
        for optimizer in pair:
            optimizer.step()
    for a, b in zip(ours, theirs, strict=True):
        torch.testing.assert_close(a, b, rtol=0, atol=0.01)
        torch.testing.assert_close(pair[0].state[a]["momentum_buffer"], pair[1].state[b]["momentum_buffer"])
