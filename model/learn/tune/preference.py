"""Direct preference optimization (Rafailov et al. 2023): what was chosen becomes likelier than what was rejected.

The loss of a pair is −log σ(β (Δ − Δref)), where Δ = log P(chosen) − log P(rejected) by the model that learns and Δref
is the same by the model that it was. β is the leash: the greater, the sooner a pair is settled and pulls no more.

That alone can make both less likely, the rejected one more. So the surprise at what was chosen, a token, is added
(Pang et al. 2024, "Iterative Reasoning Preference Optimization").
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from model.core.transformer import Transformer
from model.core.vocabulary import EOT, Vocabulary
from model.learn.losses import Losses
from model.learn.tune.examples import UNCOUNTED
from model.learn.tune.votes import Vote


class Pairs(NamedTuple):
    """Inputs and targets (2 n, T) of n votes: first all that were chosen, then all that were rejected."""

    inputs: Tensor
    targets: Tensor


def pairs(vocabulary: Vocabulary, votes: Sequence[Vote]) -> Pairs:
    """The rows of some votes; only what was said after the prompt is counted."""
    prompts = [vocabulary.encode(vote.prompt) for vote in votes]
    said = [(ids, vote.chosen) for ids, vote in zip(prompts, votes, strict=True)]
    said += [(ids, vote.rejected) for ids, vote in zip(prompts, votes, strict=True)]
    return Pairs(*rows(said))


def rows(said: Sequence[tuple[Sequence[int], Sequence[int]]]) -> tuple[Tensor, Tensor]:
    """Inputs and targets (n, T) of a prompt's ids and those that were said after it, each."""
    longest = max(len(prompt) + len(ids) for prompt, ids in said) - 1
    inputs, targets = (np.full((len(said), longest), fill, dtype=np.int64) for fill in (EOT, UNCOUNTED))
    for i, (prompt, ids) in enumerate(said):
        whole = [*prompt, *ids]
        inputs[i, : len(whole) - 1] = whole[:-1]
        targets[i, len(prompt) - 1 : len(whole) - 1] = ids
    return torch.from_numpy(inputs), torch.from_numpy(targets)


def logprobs(losses: Losses, made: Pairs) -> Tensor:
    """log P of all that was chosen, and of all that was rejected (2, n), in nats, each the sum over its tokens."""
    return -losses(*made).sum(1).view(2, -1)


def difference(losses: Losses, made: Pairs) -> Tensor:
    """Δ (n,) in nats: log P(chosen) − log P(rejected)."""
    chosen, rejected = logprobs(losses, made)
    return chosen - rejected


def surprise(chosen: Tensor, made: Pairs) -> Tensor:
    """At each of all that was chosen (n,), in nats a token, from its log P (n,)."""
    return -chosen / (made.targets[: len(chosen)] != UNCOUNTED).sum(1)


def dpo(now: Tensor, before: Tensor, leash: float) -> tuple[Tensor, Tensor]:
    """Loss and reward margin β (Δ − Δref) of pairs (n,), in nats, from Δ by the model now and by the one it was."""
    margin = leash * (now - before)
    return -F.logsigmoid(margin), margin


@torch.inference_mode()
def apart(tuned: Transformer, base: Transformer, said: Sequence[tuple[Sequence[int], Sequence[int]]]) -> float:
    """KL divergence of the tuned dice from those of the base, in bits a token, on what the tuned model said."""
    inputs, targets = rows(said)
    told = targets >= 0
    now, was = (model.score(model.stream(inputs)[told]).log_softmax(-1) for model in (tuned, base))
    return (now.exp() * (now - was)).sum(-1).mean().item() / float(np.log(2))
