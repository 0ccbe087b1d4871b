"""The engine: the loop of `generate` for several visitors at once, and up to twice as fast.

One pass takes everybody one symbol on (continuous batching, Yu et al. 2022): whoever waits for a symbol first computes
it for all who wait, so there is no thread that works for nobody. A row's numbers, to the last bit, and so what falls,
do not depend on who else is there: all rows are multiplied in one go only where that was seen to give each what it
gets alone. The rest in NumPy, since its calls cost a fifth of torch's. Arithmetic as in `transformer.py`, in float32,
with what a layer norm scales and shifts multiplied into the matrix behind it.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import takewhile
from threading import Lock
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model.core.generate import Step, Throws, throw
from model.core.sampling import Shaping
from model.core.transformer import Cache, Transformer, TransformerLayer

FEW, MOST = 3, 48  # rows that are multiplied at once: worth it, and at most
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
    return torch.from_numpy(np.ascontiguousarray(matrix, np.float32)), torch.from_numpy(bias.astype(np.float32))


def matrices(layer: TransformerLayer, width: int) -> Matrices:
    """Those of a layer; its queries come divided by the root of a head's `width`."""
    matrix, bias = folded(layer.attn.c_attn, layer.ln_1)
    matrix[:, : len(matrix)] /= np.sqrt(width)
    bias[: len(matrix)] /= np.sqrt(width)
    return Matrices(
        (matrix, bias), folded(layer.attn.c_proj), folded(layer.mlp.c_fc, layer.ln_2), folded(layer.mlp.c_proj)
    )


class Places(NamedTuple):
    """Where each run's rows stand among all, which rows are multiplied in one go, and how many there are."""

    rows: list[slice]
    parts: list[slice]
    all: int


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
        self.least, self.most = in_company(self.layers[0])
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
        runs = sorted(runs, key=lambda run: len(run.said))
        place = self._places([len(run.said) for run in runs])
        x = self._norm(self._stream(runs, place)).numpy()
        alike = defaultdict(list)
        for run, mine in zip(runs, place.rows, strict=True):  # score only what may fall
            scores = self.unembed[run.some] @ x[mine].T + self.shift[run.some]  # (n, B): faster so
            alike[run.loads].append((run, torch.from_numpy(np.ascontiguousarray(scores.T))))
        for dice in alike.values():
            roll(dice)

    def _places(self, sizes: list[int]) -> Places:
        """Where runs of these sizes stand, small ones first, and what is multiplied in one go.

        Small runs together, in parts of rows that are added up in one order; each larger one by itself, as if alone.
        """
        small = sum(size for size in sizes if size <= self.most)
        shared = max(small, self.least) if small else 0  # where they are too few, something stands in for company
        n = -(-shared // self.most)
        ends = [shared * i // n for i in range(1, n + 1)]
        rows, start = [], 0
        for size in sizes:
            start = max(start, shared) if size > self.most else start
            rows.append(slice(start, start := start + size))
        larger = [mine for mine, size in zip(rows, sizes, strict=True) if size > self.most]
        return Places(rows, [*map(slice, [0, *ends], ends), *larger], max(shared, start))

    def _stream(self, runs: list[Run], place: Places) -> Tensor:
        """The residual stream (R, C) after all layers of the last symbols of all sequences, in their places."""
        x = torch.zeros(place.all, self.config.n_embd)
        for run, mine in zip(runs, place.rows, strict=True):
            x[mine] = self.wte[run.said[:, -1]] + self.wpe[run.cache.length]
        for i, layer in enumerate(self.layers):
            qkv = multiply(self._norm(x), layer.qkv, place.parts)
            x = x + multiply(self._attend(i, qkv.numpy(), runs, place.rows), layer.out, place.parts)
            neurons = self._activate(i, multiply(self._norm(x), layer.up, place.parts))
            x = x + multiply(neurons, layer.down, place.parts)
        for run in runs:
            run.cache.length += 1
        return x

    def _attend(self, layer: int, qkv: np.ndarray, runs: list[Run], rows: list[slice]) -> Tensor:
        """What each sequence takes from its own past: (R, C) of queries, keys and values (R, 3 C)."""
        z = np.zeros((len(qkv), qkv.shape[1] // 3), np.float32)
        for run, mine in zip(runs, rows, strict=True):
            n, B = run.cache.length, mine.stop - mine.start
            q, k, v = qkv[mine].reshape(B, 3, self.heads, -1).swapaxes(0, 1)  # each (B, H, D)
            keys, values = run.kv[layer]
            keys[:, :, n], values[:, :, n] = k, v
            scores = (keys[:, :, : n + 1] @ q[..., None])[..., 0]  # (B, H, n + 1)
            pattern = torch.softmax(torch.from_numpy(scores), -1).numpy()
            z[mine] = (pattern[:, :, None] @ values[:, :, : n + 1]).reshape(B, -1)
        return torch.from_numpy(z)

    def _activate(self, layer: int, neurons: Tensor) -> Tensor:
        return neurons.relu_() if self.relu else self.transformer.h[layer].mlp.activation(neurons)

    def _norm(self, x: Tensor) -> Tensor:
        """A layer norm (Ba et al. 2016) without its scale and shift, which are in the matrix behind it."""
        return F.layer_norm(x, x.shape[-1:], eps=self.eps)


def multiply(x: Tensor, linear: Linear, parts: list[slice]) -> Tensor:
    """`x` (R, in) by the matrix, and the bias: (R, out); each of the parts in one go."""
    made = [torch.addmm(linear[1], x[part], linear[0]) for part in parts]
    return made[0] if len(made) == 1 else torch.cat(made)


def in_company(linears: Sequence[Linear]) -> tuple[int, int]:
    """From how few rows to how many this machine multiplies each to the same bits, whoever else is there.

    One by itself is often added up in another order than two, and some processors have a third way for four and more.
    """
    for least in (1, 2):
        most = min(same_up_to(linear, least) for linear in linears)
        if most >= FEW:
            return least, most
    return 1, 1


@torch.inference_mode()
def same_up_to(linear: Linear, least: int) -> int:
    """Up to how many rows, at most 48, each is multiplied as among `least`."""
    rows = torch.randn(MOST, len(linear[0]), generator=torch.Generator().manual_seed(0))
    alone = torch.stack([torch.addmm(linear[1], row.expand(least, -1), linear[0])[0] for row in rows])
    same = (torch.equal(torch.addmm(linear[1], rows[:n], linear[0]), alone[:n]) for n in range(least, MOST + 1))
    return least - 1 + sum(takewhile(bool, same))
