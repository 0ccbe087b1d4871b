"""The engine: the loop of `generate` for several visitors at once, and up to twice as fast.

One pass takes everybody one symbol on (continuous batching, Yu et al. 2022): whoever waits for a symbol first computes
it for all who wait, so there is no thread that works for nobody. Layer by layer each one's rows are multiplied by
themselves, while the matrix is at hand: a row's numbers, to the last bit, and so what falls, do not depend on who else
is there. NumPy, since its calls cost a fifth of torch's, and a matrix of this size is read as fast as it is called.
Arithmetic as in `transformer.py`, in float32, with what a layer norm scales and shifts multiplied into the matrix
behind it.
"""

from collections import deque
from collections.abc import Iterator
from threading import Lock
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from model.core.generate import Step, Throws, throw
from model.core.sampling import Shaping
from model.core.transformer import Cache, Transformer, TransformerLayer

AHEAD = 2  # symbols that wait for who asked for them, at most: so much is lost when somebody leaves

Linear = tuple[np.ndarray, np.ndarray]  # a matrix (in, out) and its bias (out,)


class Matrices(NamedTuple):
    """The four of one layer."""

    qkv: Linear
    out: Linear
    up: Linear
    down: Linear


def folded(linear: nn.Linear, norm: nn.LayerNorm | None = None) -> Linear:
    """The matrix and bias of `linear`, behind the scale and shift of `norm`."""
    matrix, bias = linear.weight.detach().double().numpy().T, linear.bias.detach().double().numpy()
    if norm is not None:
        bias = bias + norm.bias.detach().double().numpy() @ matrix
        matrix = norm.weight.detach().double().numpy()[:, None] * matrix
    return np.ascontiguousarray(matrix, np.float32), bias.astype(np.float32)


def matrices(layer: TransformerLayer, width: int) -> Matrices:
    """Those of a layer; its queries come divided by the root of a head's `width`."""
    matrix, bias = folded(layer.attn.c_attn, layer.ln_1)
    matrix[:, : len(matrix)] /= np.sqrt(width)
    bias[: len(matrix)] /= np.sqrt(width)
    return Matrices(
        (matrix, bias), folded(layer.attn.c_proj), folded(layer.mlp.c_fc, layer.ln_2), folded(layer.mlp.c_proj)
    )


class Run:
    """What one visitor asked for: B sequences of one length that go on together."""

    @torch.inference_mode()
    def __init__(
        self, transformer: Transformer, ids: Tensor, steps: int, shaping: Shaping, rng: Throws, choices: range
    ):
        self.transformer, self.shaping, self.rng, self.choices = transformer, shaping, rng, choices
        self.said, self.left = ids, steps  # (B, T) all ids so far; steps that are still to be rolled
        self.ready: deque[Step] = deque()
        self.some = slice(choices.start, choices.stop)
        self.cache = Cache(transformer.config, len(ids))
        self.cache.kv.zero_()  # what memory held before may be no number, and BLAS may read past what it multiplies
        self.kv = self.cache.kv.numpy()  # (L, 2, B, H, n_positions, D), the same memory
        if steps:
            self.roll(transformer.score(transformer.stream(ids, self.cache)[:, -1], self.some))

    @property
    def waits(self) -> bool:
        return self.left > 0 and len(self.ready) < AHEAD

    def roll(self, logits: Tensor) -> None:
        """Roll the dice of `logits` (B, n)."""
        step = throw(logits, self.said, self.shaping, self.rng, self.choices.start)
        self.said = torch.cat([self.said, step.ids[:, None]], 1)
        self.left -= 1
        self.ready.append(step)


class Engine:
    """Whoever generates with one model does it here. Safe to share between threads."""

    def __init__(self, transformer: Transformer):
        self.transformer, self.config = transformer, (config := transformer.config)
        self.heads = config.n_head
        self.eps = config.layer_norm_epsilon
        self.layers = [matrices(layer, config.head_width) for layer in transformer.h]
        self.relu = config.activation_function == "relu"
        self.wte, self.wpe = (table.weight.detach().numpy() for table in (transformer.wte, transformer.wpe))
        unembed, norm = transformer.unembed.detach().double().numpy(), transformer.ln_f
        self.unembed = (unembed * norm.weight.detach().double().numpy()).astype(np.float32)  # (V, C)
        self.shift = (unembed @ norm.bias.detach().double().numpy()).astype(np.float32)[:, None]
        self._lock = Lock()
        self._open: list[Run] = []

    @property
    def busy(self) -> int:
        """How many go on at the moment."""
        return len(self._open)

    def roll_on(self, ids: Tensor, steps: int, shaping: Shaping, rng: Throws, choices: range) -> Iterator[Step]:
        """As `model.core.generate.roll_on`. Who closes the iterator frees its work within a symbol."""
        run = Run(self.transformer, ids, steps, shaping, rng, choices)
        with self._lock:
            self._open.append(run)
        try:
            for _ in range(steps):
                yield self._next(run)
        finally:
            with self._lock:
                self._open.remove(run)

    def _next(self, run: Run) -> Step:
        if not run.ready:
            with self._lock:
                if not run.ready:  # else somebody computed it while this one waited
                    self._go_on([each for each in self._open if each.waits])
        return run.ready.popleft()

    @torch.inference_mode()
    @np.errstate(invalid="ignore")  # seen once in a million steps, of a number that BLAS did not keep
    def _go_on(self, runs: list[Run]) -> None:
        """One symbol more for each of `runs`."""
        start = 0
        rows = [slice(start, start := start + len(run.said)) for run in runs]
        x = self._norm(self._stream(runs, rows))
        for run, mine in zip(runs, rows, strict=True):  # score only what may fall
            scores = self.unembed[run.some] @ x[mine].T + self.shift[run.some]  # (n, B): faster so
            run.roll(torch.from_numpy(np.ascontiguousarray(scores.T)))

    def _stream(self, runs: list[Run], rows: list[slice]) -> np.ndarray:
        """The residual stream (R, C) after all layers of the last symbols of all R sequences."""
        x = np.concatenate([self.wte[run.said[:, -1].numpy()] + self.wpe[run.cache.length] for run in runs])
        for i, layer in enumerate(self.layers):
            qkv = linear(self._norm(x), layer.qkv, rows)
            x = x + linear(self._attend(i, qkv, runs, rows), layer.out, rows)
            neurons = self._activate(i, linear(self._norm(x), layer.up, rows))
            x = x + linear(neurons, layer.down, rows)
        for run in runs:
            run.cache.length += 1
        return x

    def _attend(self, layer: int, qkv: np.ndarray, runs: list[Run], rows: list[slice]) -> np.ndarray:
        """What each sequence takes from its own past: (R, C) of queries, keys and values (R, 3 C)."""
        z = np.empty((len(qkv), qkv.shape[1] // 3), np.float32)
        for run, mine in zip(runs, rows, strict=True):
            n, B = run.cache.length, len(run.said)
            q, k, v = qkv[mine].reshape(B, 3, self.heads, -1).swapaxes(0, 1)  # each (B, H, D)
            keys, values = run.kv[layer]
            keys[:, :, n], values[:, :, n] = k, v
            scores = (keys[:, :, : n + 1] @ q[..., None])[..., 0]  # (B, H, n + 1)
            pattern = torch.softmax(torch.from_numpy(scores), -1).numpy()
            z[mine] = (pattern[:, :, None] @ values[:, :, : n + 1]).reshape(B, -1)
        return z

    def _activate(self, layer: int, neurons: np.ndarray) -> np.ndarray:
        if self.relu:
            return np.maximum(neurons, 0, out=neurons)
        return self.transformer.h[layer].mlp.activation(torch.from_numpy(neurons)).numpy()

    def _norm(self, x: np.ndarray) -> np.ndarray:
        """A layer norm (Ba et al. 2016) without its scale and shift, which are in the matrix behind it."""
        width = x.shape[-1]
        d = x - np.add.reduce(x, -1, keepdims=True) / width  # half the time of np.mean
        return d / np.sqrt(np.add.reduce(d * d, -1, keepdims=True) / width + self.eps)


def linear(x: np.ndarray, layer: Linear, rows: list[slice]) -> np.ndarray:
    """`x` (R, in) by the matrix, those of each run by themselves, and the bias: (R, out)."""
    matrix, bias = layer
    y = np.empty((len(x), len(bias)), np.float32)
    for mine in rows:
        np.matmul(x[mine], matrix, out=y[mine])
    y += bias
    return y
