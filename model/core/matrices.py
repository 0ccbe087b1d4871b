"""The matrices of a transformer as its engine multiplies by them: each row alone, norms folded into what follows.

One row is multiplied in NumPy, since its calls cost a fifth of torch's and the product half; several by oneDNN, which
torch brings along, from a matrix that it has packed for that: half of NumPy's time. Arithmetic as in `transformer.py`,
in float32, but of a layer norm (Ba et al. 2016) only the division is left: nothing that is added to the residual stream
has a mean, and what the norm scales and shifts is multiplied into the matrix behind it.
"""

from functools import cache
from timeit import repeat
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from model.core.transformer import TransformerLayer

MANY = 16  # rows for which oneDNN packs a matrix; it takes others as well


class Linear(NamedTuple):
    """A matrix (in, out) and its bias (out,)."""

    matrix: np.ndarray
    bias: np.ndarray
    packed: Tensor | None = None  # the same matrix for several rows

    def of(self, x: np.ndarray, rows: list[slice]) -> np.ndarray:
        """`x` (R, in) by the matrix, and the bias: (R, out); the rows of each run in one go."""
        made = [self.times(x[mine]) for mine in rows]
        return made[0] if len(made) == 1 else np.concatenate(made)

    def times(self, x: np.ndarray) -> np.ndarray:
        """The same of the rows (r, in) of one run."""
        if self.packed is not None and len(x) > 1:
            bias = torch.from_numpy(self.bias)
            return torch.ops.mkldnn._linear_pointwise(torch.from_numpy(x), self.packed, bias, "none", [], "").numpy()
        made = x @ self.matrix
        made += self.bias
        return made

    def pack(self) -> "Linear":
        """With the matrix for several rows."""
        columns = torch.from_numpy(np.ascontiguousarray(self.matrix.T))
        return self._replace(packed=torch.ops.mkldnn._reorder_linear_weight(columns, MANY))

    def level(self) -> "Linear":
        """The same without the mean of what it makes."""
        return Linear(level(self.matrix), level(self.bias))


@cache
def packing_pays() -> bool:
    """Whether torch has oneDNN, and that multiplies eight rows in less than 0.8 of NumPy's time; measured once."""
    plain = Linear(np.ones((256, 1024), np.float32), np.ones(1024, np.float32))
    x = np.ones((8, 256), np.float32)
    try:
        packed = plain.pack()
        mine, theirs = (min(repeat(lambda of=each: of.times(x), number=10, repeat=5)) for each in (plain, packed))
    except (AttributeError, RuntimeError):  # these operators are torch's own affair, and not of every build
        return False
    return theirs < 0.8 * mine


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
    """The same, with all matrices in one piece of memory: a system gives that larger pages, which are read faster.

    Packed for several rows, where that pays.
    """
    one = np.concatenate([linear.matrix.ravel() for linear in linears])
    parts = np.split(one, np.cumsum([linear.matrix.size for linear in linears])[:-1])
    made = [Linear(part.reshape(each.matrix.shape), each.bias) for each, part in zip(linears, parts, strict=True)]
    return [each.pack() for each in made] if packing_pays() else made


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
    for part in (qkv.matrix, qkv.bias):
        part[..., : len(qkv.matrix)] /= np.sqrt(width)
    out, down = folded(layer.attn.c_proj).level(), folded(layer.mlp.c_proj).level()
    return Matrices(qkv, out, folded(layer.mlp.c_fc, layer.ln_2), down)
