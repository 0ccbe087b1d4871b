"""The engine: the loop of `generate` for several visitors at once, and up to twice as fast.

One pass takes everybody one symbol on (continuous batching, Yu et al. 2022): whoever waits for a symbol first computes
it for all who wait, so there is no thread that works for nobody. A row's numbers, to the last bit, and so what falls,
do not depend on who else is there: all rows are multiplied in one go only where that was seen to give each what it
gets alone. The rest in NumPy, since its calls cost a fifth of torch's. Arithmetic as in `transformer.py`, in float32,
with what a layer norm scales and shifts multiplied into the matrix behind it.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from threading import Lock
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model.core.generate import Step, Throws, throw
from model.core.sampling import Shaping
from model.core.transformer import Cache, Transformer, TransformerLayer

LEAST, MOST = (2, 4, 8), 48  # rows that are multiplied at once; with how few at least, this machine tells
APART = 16  # unused numbers behind each row of a matrix: rows of 4 kB drive each other out of a processor's cache
AHEAD = 32  # symbols that may wait for who asked for them: with few, whoever is quick soon computes for itself alone

Linear = tuple[Tensor, Tensor]  # a matrix (in, out) and its bias (out,)


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
    wider = np.zeros((len(matrix), matrix.shape[1] + APART), np.float32)
    wider[:, : matrix.shape[1]] = matrix
    return torch.from_numpy(wider)[:, : matrix.shape[1]], torch.from_numpy(bias.astype(np.float32))


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
            roll([(self, transformer.score(transformer.stream(ids, self.cache)[:, -1], self.some))])

    @property
    def waits(self) -> bool:
        return self.left > 0 and len(self.ready) < AHEAD

    @property
    def loads(self) -> tuple:
        """Runs of which this is equal throw their dice in one go."""
        return self.shaping, self.choices, self if self.shaping.penalty != 1 else None

    def take(self, step: Step) -> None:
        """What fell for it."""
        self.said = torch.cat([self.said, step.ids[:, None]], 1)
        self.left -= 1
        self.ready.append(step)


def roll(dice: list[tuple[Run, Tensor]]) -> None:
    """Throw the dice of the logits (B, n) of each run, all of which load them alike."""
    runs, logits = zip(*dice, strict=True)
    said, shaping, rng, choices = runs[0].said, runs[0].shaping, runs[0].rng, runs[0].choices
    if len(runs) > 1:
        each = [[run.rng] * len(run.said) if isinstance(run.rng, torch.Generator) else run.rng for run in runs]
        rng = [one for some in each for one in some]
    step = throw(torch.cat(logits), said, shaping, rng, choices.start)
    parts = zip(*(part.split([len(run.said) for run in runs]) for part in step), strict=True)
    for run, part in zip(runs, parts, strict=True):
        run.take(Step(*part))


class Engine:
    """Whoever generates with one model does it here. Safe to share between threads."""

    def __init__(self, transformer: Transformer):
        self.transformer, self.config = transformer, (config := transformer.config)
        self.heads = config.n_head
        self.eps = config.layer_norm_epsilon
        self.layers = [matrices(layer, config.head_width) for layer in transformer.h]
        self.least = next((n for n in LEAST if all(same_in_company(linear, n) for linear in self.layers[0])), 0)
        self.relu = config.activation_function == "relu"
        self.wte, self.wpe = (table.weight.detach() for table in (transformer.wte, transformer.wpe))
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
        x = self._norm(self._stream(runs, rows)).numpy()
        alike = defaultdict(list)
        for run, mine in zip(runs, rows, strict=True):  # score only what may fall
            scores = self.unembed[run.some] @ x[mine].T + self.shift[run.some]  # (n, B): faster so
            alike[run.loads].append((run, torch.from_numpy(np.ascontiguousarray(scores.T))))
        for dice in alike.values():
            roll(dice)

    def _stream(self, runs: list[Run], rows: list[slice]) -> Tensor:
        """The residual stream (R, C) after all layers of the last symbols of all R sequences."""
        each = [self.wte[run.said[:, -1]] + self.wpe[run.cache.length] for run in runs]
        few = max(0, self.least - rows[-1].stop)  # rows by themselves would be added up in another order
        x = torch.cat([*each, each[0][:1].expand(few, -1)])
        for i, layer in enumerate(self.layers):
            qkv = self._multiply(self._norm(x), layer.qkv, rows)
            x = x + self._multiply(self._attend(i, qkv.numpy(), runs, rows), layer.out, rows)
            neurons = self._activate(i, self._multiply(self._norm(x), layer.up, rows))
            x = x + self._multiply(neurons, layer.down, rows)
        for run in runs:
            run.cache.length += 1
        return x[: rows[-1].stop]

    def _attend(self, layer: int, qkv: np.ndarray, runs: list[Run], rows: list[slice]) -> Tensor:
        """What each sequence takes from its own past: (R, C) of queries, keys and values (R, 3 C)."""
        z = np.empty((len(qkv), qkv.shape[1] // 3), np.float32)
        for run, mine in zip(runs, rows, strict=True):
            n, B = run.cache.length, mine.stop - mine.start
            q, k, v = qkv[mine].reshape(B, 3, self.heads, -1).swapaxes(0, 1)  # each (B, H, D)
            keys, values = run.kv[layer]
            keys[:, :, n], values[:, :, n] = k, v
            scores = (keys[:, :, : n + 1] @ q[..., None])[..., 0]  # (B, H, n + 1)
            pattern = torch.softmax(torch.from_numpy(scores), -1).numpy()
            z[mine] = (pattern[:, :, None] @ values[:, :, : n + 1]).reshape(B, -1)
        z[mine.stop :] = z[0]  # of what stands in for company
        return torch.from_numpy(z)

    def _activate(self, layer: int, neurons: Tensor) -> Tensor:
        return neurons.relu_() if self.relu else self.transformer.h[layer].mlp.activation(neurons)

    def _norm(self, x: Tensor) -> Tensor:
        """A layer norm (Ba et al. 2016) without its scale and shift, which are in the matrix behind it."""
        return F.layer_norm(x, x.shape[-1:], eps=self.eps)

    def _multiply(self, x: Tensor, linear: Linear, rows: list[slice]) -> Tensor:
        """`x` (R, in) by the matrix, and the bias: (R, out); each run by itself, where company makes a difference."""
        if self.least and len(x) <= MOST:
            return torch.addmm(linear[1], x, linear[0])
        some = x.tensor_split(-(-len(x) // MOST)) if self.least else [x[mine] for mine in rows]
        return torch.cat([torch.addmm(linear[1], part, linear[0]) for part in some])


@torch.inference_mode()
def same_in_company(linear: Linear, least: int) -> bool:
    """Whether on this machine each of `least` rows or more is multiplied to the same bits, however many there are."""
    rows = torch.randn(MOST, len(linear[0]), generator=torch.Generator().manual_seed(0))
    alone = torch.stack([torch.addmm(linear[1], row.expand(least, -1), linear[0])[0] for row in rows])
    return all(torch.equal(torch.addmm(linear[1], rows[:n], linear[0]), alone[:n]) for n in range(least, MOST + 1))
