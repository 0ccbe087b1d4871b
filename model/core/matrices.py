"""The matrices of a transformer as its engine multiplies by them: each row alone, norms folded into what follows.

In NumPy, since its calls cost a fifth of torch's, and a row times a matrix half; but some rows times a matrix cost
twice as much, where torch has Intel's library. Arithmetic as in `transformer.py`, in float32, but of a layer norm (Ba
et al. 2016) only the division is left: nothing that is added to the residual stream has a mean, and what the norm
scales and shifts is multiplied into the matrix behind it.
"""

from functools import cache
from timeit import repeat
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from model.core.transformer import TransformerLayer

FEW = 2  # rows that NumPy multiplies faster


def multiply(x: np.ndarray, matrix: np.ndarray, out: np.ndarray) -> None:
    """`out` (R, n) = `x` (R, m) times `matrix` (m, n), some rows by torch where that is faster."""
    if len(x) > FEW and torch_is_faster():
        torch.mm(*map(torch.from_numpy, (x, matrix)), out=torch.from_numpy(out))
    else:
        np.matmul(x, matrix, out=out)


@cache
def torch_is_faster() -> bool:
    """Whether torch multiplies eight rows in less than 0.8 of NumPy's time; measured once, half on an Intel Xeon."""
    x, matrix, out = np.ones((8, 256), np.float32), np.ones((256, 1024), np.float32), np.empty((8, 1024), np.float32)
    ways = (
        lambda: np.matmul(x, matrix, out=out),
        lambda: torch.mm(*map(torch.from_numpy, (x, matrix)), out=torch.from_numpy(out)),
    )
    plain, other = (min(repeat(way, number=10, repeat=5)) for way in ways)
    return other < 0.8 * plain


class Linear(NamedTuple):
    """A matrix (in, out) and its bias (out,)."""

    matrix: np.ndarray
    bias: np.ndarray

    def of(self, x: np.ndarray, rows: list[slice], shares: np.ndarray | None = None) -> np.ndarray:
        """`x` (R, in), or its shares (R, 1), by the matrix, and the bias: (R, out); the rows of each run in one go."""
        made = np.empty((len(x), len(self.bias)), np.float32)
        for mine in rows:
            multiply(x[mine], self.matrix, made[mine])
        if shares is not None:
            made *= shares
        made += self.bias
        return made

    def level(self) -> "Linear":
        """The same without the mean of what it makes."""
        return Linear(level(self.matrix), level(self.bias))


class Matrices(NamedTuple):
    """The four of one layer."""

    qkv: Linear
    out: Linear
    up: Linear
    down: Linear


def level(numbers: np.ndarray) -> np.ndarray:
    """Numbers (..., n) less their mean."""
    return numbers - numbers.mean(-1, keepdims=True)


def side_by_side(linears: list[Linear]) -> list[Linear]:
    """The same, with all matrices in one piece of memory: a system gives that larger pages, which are read faster."""
    one = np.concatenate([linear.matrix.ravel() for linear in linears])
    parts = np.split(one, np.cumsum([linear.matrix.size for linear in linears])[:-1])
    pairs = zip(linears, parts, strict=True)
    return [Linear(part.reshape(linear.matrix.shape), linear.bias) for linear, part in pairs]


def folded(linear: nn.Linear, norm: nn.LayerNorm | None = None) -> Linear:
    """The matrix and bias of `linear`, behind the scale and shift of `norm`."""
    return behind(linear.weight.detach().double().numpy().T, linear.bias.detach().double().numpy(), norm)


def behind(matrix: np.ndarray, bias: np.ndarray | float, norm: nn.LayerNorm | None) -> Linear:
    """A matrix (in, out) and its bias, behind the scale and shift of `norm`."""
    if norm is not None:
        bias = bias + norm.bias.detach().double().numpy() @ matrix
        matrix = norm.weight.detach().double().numpy()[:, None] * matrix
    return Linear(np.ascontiguousarray(matrix, np.float32), bias.astype(np.float32))


def matrices(layer: TransformerLayer, width: int) -> Matrices:
    """Those of a layer; its queries come divided by the root of a head's `width`."""
    qkv = folded(layer.attn.c_attn, layer.ln_1)
    for part in qkv:
        part[..., : len(qkv.matrix)] /= np.sqrt(width)
    out, down = folded(layer.attn.c_proj).level(), folded(layer.mlp.c_proj).level()
    return Matrices(qkv, out, folded(layer.mlp.c_fc, layer.ln_2), down)
