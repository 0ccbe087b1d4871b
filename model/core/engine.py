"""The engine: the loop of `generate` for several visitors at once, and faster.

One pass takes everybody one symbol on (continuous batching, Yu et al. 2022), but first all symbols on who wants only a
few: whoever waits for a symbol first computes it for all who wait, so there is no thread that works for nobody. A row's
numbers, to the last bit, and so what falls, do not depend on who else is there: each run's rows are multiplied by
themselves, one run after the other while the matrix is still near.

A picture goes on several pixels in one pass: they are guessed, all are computed as if the guesses were right, and as
many count as were (speculative decoding, Leviathan et al. 2023, with a guess in place of a smaller model). Each die is
still that of all that fell before it, and is thrown by its own number of the seed.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Event, Lock

import numpy as np
import torch
from torch import Tensor

from model.core.generate import Step, Throws, chance, land
from model.core.matrices import Linear, Matrices, behind, level, matrices, side_by_side
from model.core.sampling import Shaping
from model.core.transformer import Cache, Transformer
from model.core.vocabulary import CLIP, COLOUR_IDS

GUESSED = 7  # pixels in a pass, beside the one that is sure to count
WIDE, NARROW = 16, 8  # pixels of a row: in a picture, in a clip
AHEAD = 32  # symbols that may wait for who asked for them: with few, whoever is quick soon computes for itself alone
BRIEF = 16  # symbols: who asked for no more goes first, or a slider waits for thirty pictures a pass at each symbol


def foreseen(said: Sequence[int], width: int, n: int) -> list[int]:
    """How a picture so wide may go on for n pixels: each like the one left of it, if the row above it does not change
    there either, else like the one above (for palettes, after the predictor of LOCO-I, Weinberger et al. 1996)."""
    row = [*said[-width - 1 :]]
    for _ in range(n if len(row) > width else 0):
        corner, above = row[-width - 1 : -width + 1]
        row.append(row[-1] if above == corner else above)
    return row[width + 1 :]


class Run:
    """What one visitor asked for: B sequences of one length that go on together."""

    def __init__(self, cache: Cache, ids: Tensor, steps: int, shaping: Shaping, rng: Throws, choices: range):
        self.cache, self.past = cache, [*cache.kv.numpy()]  # (L, 2, B, H, n_positions, D), the same by layers
        self.shaping, self.choices = shaping, choices
        self.rng = rng if isinstance(rng, torch.Generator) or len(rng) > 1 else rng[0]
        self.said, self.left = ids, steps  # (B, T) all ids so far; steps that are still to be rolled
        self.brief, self.woken = steps <= BRIEF, Event()
        self.ready: deque[Step] = deque()
        self.some = slice(choices.start, choices.stop)
        self.spare = torch.empty(0)  # numbers of the seed that were drawn for guesses which were wrong
        self.guesses: list[int] = []  # in the pass under way
        self.width = (NARROW if CLIP in ids else WIDE) if choices == COLOUR_IDS else 0

    @torch.inference_mode()
    def begin(self, transformer: Transformer) -> None:
        """Read what was said, and roll the first symbol."""
        roll([(self, transformer.score(transformer.stream(self.said, self.cache)[:, -1], self.some))])

    @property
    def waits(self) -> bool:
        return self.left > 0 and len(self.ready) < AHEAD

    @property
    def loads(self) -> tuple:
        """Runs of which this is equal throw their dice in one go."""
        return self.shaping, self.choices, self if self.shaping.penalty != 1 else None

    def guess(self) -> np.ndarray:
        """The ids (R,) of the next pass: what fell last in each sequence; behind a picture's, what may come."""
        last = self.said[:, -1].tolist()
        alone = self.width and len(last) == 1 and self.shaping.penalty == 1
        self.guesses = foreseen(self.said[0].tolist(), self.width, min(GUESSED, self.left - 1)) if alone else []
        return np.array([*last, *self.guesses])

    def chance(self, n: int) -> Tensor:
        """Numbers (n,) for n dice, first those that are left over."""
        if not len(self.spare):
            return chance(self.rng, n)
        return torch.cat([self.spare, chance(self.rng, n - len(self.spare))])

    def take(self, step: Step, u: Tensor) -> None:
        """What the numbers `u` threw for it: behind a wrong guess nothing counts."""
        rows = len(u)
        if not self.guesses:
            self.add(step)
            return
        hits = step.ids[:-1] == torch.tensor(self.guesses)
        count = 1 + int(hits.long().cumprod(0).sum())
        for i in range(count):
            self.add(Step(*(part[i : i + 1] for part in step)))
        self.cache.length -= rows - count
        self.spare = u[count:]

    def add(self, step: Step) -> None:
        """A symbol of each sequence."""
        self.said = torch.cat([self.said, step.ids[:, None]], 1)
        self.left -= 1
        self.ready.append(step)


def roll(dice: list[tuple[Run, Tensor]]) -> None:
    """Throw the dice of the logits (R, n) of each run, all of which load them alike."""
    run, logits = dice[0]
    numbers = [run.chance(len(logits)) for run, logits in dice]
    logits = torch.cat([logits for _, logits in dice]) if len(dice) > 1 else logits
    step = land(logits, run.said, run.shaping, torch.cat(numbers), run.choices.start)
    parts = zip(*(part.split([*map(len, numbers)]) for part in step), strict=True)
    for (run, _), u, part in zip(dice, numbers, parts, strict=True):
        run.take(Step(*part), u)


class Engine:
    """Whoever generates with one model does it here. Safe to share between threads."""

    def __init__(self, transformer: Transformer):
        self.transformer, self.config = transformer, (config := transformer.config)
        self.heads = config.n_head
        self.eps = config.layer_norm_epsilon
        unembed = behind(transformer.unembed.detach().double().numpy().T, 0.0, transformer.ln_f)  # (C, V)
        layers = [linear for layer in transformer.h for linear in matrices(layer, config.head_width)]
        *layers, self.unembed = side_by_side([*layers, unembed])
        self.layers = [Matrices(*layers[i : i + 4]) for i in range(0, len(layers), 4)]
        self.relu = config.activation_function == "relu"
        self.wte, self.wpe = (level(table.weight.detach().numpy()) for table in (transformer.wte, transformer.wpe))
        self._lock = Lock()
        self._open: list[Run] = []
        self._spare: deque[np.ndarray] = deque(maxlen=1)

    @property
    def busy(self) -> int:
        """How many go on at the moment."""
        return len(self._open)

    def roll_on(self, ids: Tensor, steps: int, shaping: Shaping, rng: Throws, choices: range) -> Iterator[Step]:
        """As `model.core.generate.roll_on`. Who closes the iterator frees its work within a symbol."""
        run = Run(self._cache(len(ids)), ids, steps, shaping, rng, choices)
        if steps:
            run.begin(self.transformer)
        self._open.append(run)
        try:
            for _ in range(steps):
                while not run.ready:
                    self._wait_for(run)
                yield run.ready.popleft()
        finally:
            self._open.remove(run)
            if self._lock.acquire(blocking=False):  # else a pass may still write into its memory
                self._spare.append(run.cache.kv.numpy())
                self._lock.release()
                self._wake()  # who is brief may just have been turned away

    def _cache(self, batch: int) -> Cache:
        """An empty one, in the memory of the run that ended last if that fits.

        New memory costs sixteen pictures 15 ms at their first pixels, 100 ms where the system must first move other
        pages. It comes from NumPy, which asks for large pages.
        """
        cache = Cache(self.config, batch)
        with suppress(IndexError):
            if (kv := self._spare.pop()).shape == cache.kv.shape:
                cache.kv = torch.from_numpy(kv)
                return cache
        cache.kv = torch.from_numpy(np.empty(cache.kv.shape, np.float32))
        return cache

    def _wait_for(self, run: Run) -> None:
        """Compute for all who wait, first whatever the brief ones want; a brief one waits for who does already."""
        if not self._lock.acquire(blocking=not run.brief):
            run.woken.wait()
            run.woken.clear()
            return
        try:
            while brief := [each for each in [*self._open] if each.brief and each.waits]:
                self._go_on(brief)
            self._wake()
            if not run.ready:  # else somebody computed it just before
                self._go_on([each for each in [*self._open] if each.waits])
        finally:
            self._lock.release()
            self._wake()

    def _wake(self) -> None:
        """Whoever is brief looks whether its symbols are there, or computes them."""
        for each in [*self._open]:
            if each.brief:
                each.woken.set()

    @torch.inference_mode()
    @np.errstate(invalid="ignore")  # seen once in a million steps, of a number that BLAS did not keep
    def _go_on(self, runs: list[Run]) -> None:
        """One symbol more for each of `runs`, or some."""
        ids = [run.guess() for run in runs]
        ends = np.cumsum([0, *map(len, ids)]).tolist()
        rows = [*map(slice, ends, ends[1:])]
        x = self._stream(runs, ids, rows)
        x *= self._shares(x)
        alike = defaultdict(list)
        for run, mine in zip(runs, rows, strict=True):  # score only what may fall
            some = self.unembed
            if len(run.choices) < len(some.bias):
                some = Linear(some.matrix[:, run.some], some.bias[run.some])
            scores = some.of(x[mine], [slice(None)])
            alike[run.loads].append((run, torch.from_numpy(scores)))  # (R, n)
        for dice in alike.values():
            roll(dice)

    def _stream(self, runs: list[Run], ids: list[np.ndarray], rows: list[slice]) -> np.ndarray:
        """The residual stream (R, C), less its mean, after all layers, of each run's `ids`."""
        places = [self.wpe[run.cache.length :][: 1 + len(run.guesses)] for run in runs]
        x = np.concatenate([self.wte[some] + place for some, place in zip(ids, places, strict=True)])
        for i, layer in enumerate(self.layers):
            x += layer.out.of(self._attend(i, layer.qkv.of(x * self._shares(x), rows), runs, rows), rows)
            x += layer.down.of(self._activate(i, layer.up.of(x * self._shares(x), rows)), rows)
        for run in runs:
            run.cache.length += 1 + len(run.guesses)
        return x

    def _attend(self, layer: int, qkv: np.ndarray, runs: list[Run], rows: list[slice]) -> np.ndarray:
        """What each row takes from its own past: (R, C) of queries, keys and values (R, 3 C)."""
        taken = []
        for run, mine in zip(runs, rows, strict=True):
            n, m, B = run.cache.length, 1 + len(run.guesses), len(run.said)
            q, k, v = qkv[mine].reshape(B, m, 3, self.heads, -1).transpose(2, 0, 3, 1, 4)  # each (B, H, m, D)
            keys, values = run.past[layer]
            keys[:, :, n : n + m], values[:, :, n : n + m] = k, v
            scores = (keys[:, :, : n + m] @ q.swapaxes(2, 3)).swapaxes(2, 3)  # (B, H, m, n + m)
            if m > 1:  # none looks at what comes after it
                scores[:, :, ~np.tri(m, n + m, n, bool)] = -np.inf
            pattern = torch.softmax(torch.from_numpy(scores), -1).numpy()
            taken.append((pattern @ values[:, :, : n + m]).swapaxes(1, 2).reshape(B * m, -1))
        return taken[0] if len(taken) == 1 else np.concatenate(taken)

    def _activate(self, layer: int, neurons: np.ndarray) -> np.ndarray:
        if self.relu:
            return np.maximum(neurons, 0, out=neurons)
        return self.transformer.h[layer].mlp.activation(torch.from_numpy(neurons)).numpy()

    def _shares(self, x: np.ndarray) -> np.ndarray:
        """What is left of each row of `x` (R, C) by a layer norm, as a share (R, 1)."""
        return (np.einsum("rc,rc->r", x, x)[:, None] / x.shape[-1] + self.eps) ** -0.5
