"""The loop: load the die, roll it, append what fell. One symbol a step, as a Python generator."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from model.core.sampling import PLAIN, Shaping, fall, penalise, shape
from model.core.transformer import Transformer

MAX_SEED = 2**32  # seeds are below it
Throws = torch.Generator | Sequence[torch.Generator]  # one for all sequences, or each its own


class Step(NamedTuple):
    """One new symbol in each of B sequences, as CPU tensors."""

    ids: Tensor  # (B,) what fell
    rank: Tensor  # (B,) its place among the choices
    probs: Tensor  # (B, n) the die that was rolled
    logprobs: Tensor  # (B,) ln of its unshaped probability among the choices


def generate(
    by: Any,
    prompts: Sequence[Sequence[int]],
    steps: int,
    shaping: Shaping = PLAIN,
    seed: int | Throws = 0,
    choices: range | None = None,
) -> Iterator[Step]:
    """Continue `prompts` (B of one length) by `steps` symbols, rolled among the ids of `choices`.

    `by` a transformer or a guest in the loop below, or by an engine, which rolls the same for several at once. The same
    seed rolls the same again; a generator goes on from where it is. Raises ValueError if there is no room for `steps`
    more, or fewer than top-k choices.
    """
    ids = torch.tensor(prompts)  # (B, T)
    room = by.config.n_positions - ids.size(1)
    if steps > room:
        raise ValueError(f"You asked for {steps:,} more tokens; {room} fit after the {ids.size(1)} that are there.")
    choices = choices or range(by.config.vocab_size)
    shaping.check(len(choices))
    loop = getattr(by, "roll_on", partial(roll_on, by))
    return loop(ids, steps, shaping, thrown(seed) if isinstance(seed, int) else seed, choices)


def thrown(seed: int, times: int = 0) -> torch.Generator:
    """The throws of a seed, for one sequence, after so many of them."""
    rng = torch.Generator().manual_seed(seed)
    torch.rand(times, generator=rng)
    return rng


@torch.inference_mode()
def roll_on(
    transformer: Transformer, ids: Tensor, steps: int, shaping: Shaping, rng: Throws, choices: range
) -> Iterator[Step]:
    """Load the die, roll it, append what fell: `steps` times after `ids` (B, T).

    `model.core.engine` does this for several visitors at once, to the same result.
    """
    some = slice(choices.start, choices.stop)  # score only what may fall
    cache, said = transformer.new_cache(len(ids)), ids
    for _ in range(steps):
        logits = transformer.score(transformer.stream(ids, cache)[:, -1], some)  # (B, n)
        step = throw(logits, said, shaping, rng, choices.start)
        yield step
        ids = step.ids[:, None]
        said = torch.cat([said, ids], 1) if shaping.penalty != 1 else said


def chance(rng: Throws, n: int) -> Tensor:
    """Numbers (n,) in [0, 1): of one for all, or one of each."""
    alone = isinstance(rng, torch.Generator)
    return torch.rand(n, generator=rng) if alone else torch.cat([torch.rand(1, generator=each) for each in rng])


def throw(logits: Tensor, said: Tensor, shaping: Shaping, rng: Throws, first: int = 0) -> Step:
    """Throws of the dice loaded from `logits` (B, n), whose faces are the ids from `first` on, after `said` (B, T)."""
    return land(logits, said, shaping, chance(rng, len(logits)), first)


def land(logits: Tensor, said: Tensor, shaping: Shaping, u: Tensor, first: int = 0) -> Step:
    """The same, thrown by the numbers `u` (B,) in [0, 1)."""
    shaped = logits
    if shaping.penalty != 1:
        seen, n = said - first, logits.size(-1)
        seen = torch.where((seen >= 0) & (seen < n), seen, n)  # what cannot fall: a column that is dropped
        shaped = penalise(F.pad(logits, (0, 1)), seen, shaping.penalty)[:, :n]
    probs = shape(shaped, shaping)
    fell = fall(probs, u)
    return Step(fell + first, fell, probs, logits.log_softmax(-1).gather(1, fell[:, None])[:, 0])


@torch.inference_mode()
def reread(transformer: Transformer, ids: Sequence[int], start: int, shaping: Shaping) -> Iterator[Step]:
    """The steps by which `ids` from `start` on would have been rolled, from one pass over all of them; no penalty."""
    stream = transformer.stream(torch.tensor([ids[:-1]]), transformer.new_cache(1))[0, start - 1 :]
    logits = transformer.score(stream)  # (T - start, V)
    probs, logprobs = shape(logits, shaping), logits.log_softmax(-1)
    for i, id in enumerate(ids[start:]):
        fell = torch.tensor([id])
        yield Step(fell, fell, probs[i : i + 1], logprobs[i, fell])
