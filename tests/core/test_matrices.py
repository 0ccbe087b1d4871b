"""The engine's matrices: packed or plain they make the same numbers, and plain ones do where torch has no oneDNN."""

import numpy as np
import pytest

from model.core import matrices
from model.core.matrices import Linear, packing_pays


def made(seed=0, inner=256, outer=96):
    rng = np.random.default_rng(seed)
    return Linear(rng.normal(size=(inner, outer)).astype(np.float32), rng.normal(size=outer).astype(np.float32))


def several(linear):
    """Packed, whether or not that pays here."""
    try:
        return linear.pack()
    except (AttributeError, RuntimeError):
        pytest.skip("this build of torch packs no matrices")


@pytest.mark.parametrize("rows", [1, 2, 5, 8, 16, 40])
def test_packed_and_plain_multiply_alike(rows):
    plain, x = made(), np.random.default_rng(1).normal(size=(rows, 256)).astype(np.float32)
    exact = x.astype(float) @ plain.matrix + plain.bias
    assert np.allclose(plain.times(x), exact, rtol=0, atol=1e-4)
    packed = several(plain)
    assert np.allclose(packed.times(x), exact, rtol=0, atol=1e-4)
    assert (rows > 1) or np.array_equal(packed.times(x), plain.times(x))


def test_each_run_is_multiplied_by_itself():
    linear = several(made())
    x = np.random.default_rng(2).normal(size=(11, 256)).astype(np.float32)
    runs = [slice(0, 8), slice(8, 9), slice(9, 11)]
    assert np.array_equal(linear.of(x, runs), np.concatenate([linear.times(x[mine]) for mine in runs]))


@pytest.mark.parametrize("fault", [AttributeError, NotImplementedError, RuntimeError])
def test_numpy_multiplies_where_torch_cannot_pack(monkeypatch, fault):
    def fails(self):
        raise fault

    monkeypatch.setattr(Linear, "pack", fails)
    packing_pays.cache_clear()
    assert not packing_pays()
    one, other = matrices.side_by_side([made(), made(3)])
    assert one.packed is other.packed is None and np.array_equal(one.matrix, made().matrix)
    packing_pays.cache_clear()
