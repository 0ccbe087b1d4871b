"""Muon (Jordan et al. 2024): momentum whose direction is made orthogonal, for the matrices of the layers.

After torch.optim.Muon, whose state it shares. What differs: query, key and value lie in one matrix and are
made orthogonal each alone, and the iteration multiplies in bf16 only where that is fast.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import torch
from torch import Tensor

COEFFICIENTS, ITERATIONS, TINY = (3.4445, -4.7750, 2.0315), 5, 1e-7


@cache
def fast_bf16() -> bool:
    """Whether there are units for bf16; without, it was half as fast as float32 on a processor."""
    if torch.cuda.is_available():
        return True
    told = Path("/proc/cpuinfo")
    return told.is_file() and not {"avx512_bf16", "amx_bf16"}.isdisjoint(told.read_text().split())


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, made orthogonal, with decoupled weight decay. Takes matrices alone."""

    def __init__(self, matrices: Iterable[Tensor], lr: float, weight_decay: float = 0.0, momentum: float = 0.95):
        super().__init__(matrices, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self) -> None:
        """One step down the gradients."""
        for group in self.param_groups:
            lr, momentum = group["lr"], group["momentum"]
            directions = [self.direction(weight, momentum) for weight in group["params"]]
            for weight, direction in zip(group["params"], orthogonalised(directions), strict=True):
                weight.mul_(1 - lr * group["weight_decay"])
                weight.add_(direction, alpha=-lr * math.sqrt(max(1, weight.size(0) / weight.size(1))))

    def direction(self, weight: Tensor, momentum: float) -> Tensor:
        """Where a matrix would go: its gradient, drawn towards the average of all."""
        state, gradient = self.state[weight], weight.grad
        if "momentum_buffer" not in state:
            state["momentum_buffer"] = torch.zeros_like(gradient)
        average = state["momentum_buffer"].lerp_(gradient, 1 - momentum)
        return gradient.lerp(average, momentum)


def orthogonalised(matrices: Sequence[Tensor]) -> list[Tensor]:
    """Push all singular values of each matrix (m, n) towards 1; of a stack of three squares, of each alone.

    Those of one shape are pushed together: in a small model a step of its own for each took twice as long.
    """
    stacks = [wide(matrix) for matrix in matrices]
    for shape in {stack.shape[1:] for stack in stacks}:
        alike = [i for i, stack in enumerate(stacks) if stack.shape[1:] == shape]
        pushed = push(torch.cat([stacks[i] for i in alike])).split([len(stacks[i]) for i in alike])
        for i, stack in zip(alike, pushed, strict=True):
            stacks[i] = stack
    return [as_before(stack, matrix.shape) for stack, matrix in zip(stacks, matrices, strict=True)]


def wide(matrix: Tensor) -> Tensor:
    """A matrix (m, n) as a stack (B, k, l) of wide ones: three squares, or one, turned where it is tall."""
    m, n = matrix.shape
    return matrix.view(3, n, n) if m == 3 * n else (matrix.T if m > n else matrix)[None]


def as_before(stack: Tensor, shape: torch.Size) -> Tensor:
    """The matrix (m, n) of which `wide` made the stack; of three squares no longer than one of its shape."""
    if len(stack) == 3:
        return stack.reshape(shape) / math.sqrt(3)
    return stack[0] if stack[0].shape == shape else stack[0].T


def push(x: Tensor) -> Tensor:
    """The Newton-Schulz iteration on wide matrices (B, m, n)."""
    a, b, c = COEFFICIENTS
    x = x.bfloat16() if fast_bf16() else x
    x = x / x.norm(dim=(1, 2), keepdim=True).clamp(min=TINY)
    for _ in range(ITERATIONS):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x
