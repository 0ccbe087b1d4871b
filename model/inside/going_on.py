"""Texts that go on while something is taken away: a full pass for each token, with the edits at work in it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import islice

import torch
from torch import Tensor

from model.core.generate import Step, throw, thrown
from model.core.sampling import Shaping
from model.core.trace import Trace
from model.core.transformer import Record, Transformer
from model.inside.edits import Edit, made


@torch.inference_mode()
def continued(
    lines: Sequence[str],
    ids: Sequence[int],
    steps: int,
    transformer: Transformer,
    other: Callable[[str], Trace],
    last: Collection[int],
) -> list[int]:
    """The likeliest next tokens after `ids`, one after another, with the edits at work in every pass.

    Ends after `steps` tokens, after one of the ids `last`, or where the context or, for shifted tokens, the table
    of positions ends.
    """
    if not lines:  # the quick way to the same
        return greedy(transformer, ids, min(steps, transformer.config.n_positions - len(ids)), last)
    likeliest, new = partial(throw, shaping=Shaping(0.0), rng=thrown(0)), []
    for step in islice(rolled(lines, ids, transformer, other, likeliest), steps):
        new.append(int(step.ids))
        if new[-1] in last:
            break
    return new


@torch.inference_mode()
def rolled(
    lines: Sequence[str],
    ids: Sequence[int],
    transformer: Transformer,
    other: Callable[[str], Trace],
    rolls: Callable[[Tensor, Tensor], Step],
) -> Iterator[Step]:
    """One more token after another, with the edits at work in every pass, until the context is full.

    `rolls` makes a step of scores (1, V) after the ids (1, T) that are there. Where tokens are shifted, the table of
    positions may end first.
    """
    changes, said = made(lines, len(ids), transformer, other), torch.tensor([ids])
    shift = max((int(edit.fields["by"]) for edit in map(Edit.read, lines) if edit.kind == "shift"), default=0)
    while said.size(1) < transformer.config.n_positions - shift:
        stream = transformer.stream(said, record=Record(changes, only=()))
        step = rolls(transformer.score(stream[:, -1]), said)
        yield step
        said = torch.cat([said, step.ids[:, None]], 1)


def greedy(transformer: Transformer, ids: Sequence[int], steps: int, last: Collection[int]) -> list[int]:
    """The same with nothing changed: with a cache."""
    cache, new, read = transformer.new_cache(1), [], list(ids)
    while len(new) < steps and not (new and new[-1] in last):
        stream = transformer.stream(torch.tensor([read]), cache)
        new.append(int(transformer.score(stream[0, -1]).argmax()))
        read = new[-1:]
    return new
