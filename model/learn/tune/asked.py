"""What the page asks about a tuned model: its dice and its words beside those of the model that it was."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from model.core import checkpoint
from model.core.config import amount, shown
from model.core.generate import MAX_SEED
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.jobs.lesson import MODEL, choice
from model.learn.tune import lora
from model.learn.tune.live import ADAPTER
from model.learn.tune.said import chances, faces, fitting, sample
from model.learn.tune.tuning import MAX_PROMPT, Tuning
from model.learn.tune.voted import ENOUGH, PREFERENCE, Preference, asked_after
from model.learn.tune.votes import LONGEST, RULES, VOTED, Vote, by_rule, pair

TOLD = 40  # tokens of a sample


@lru_cache(2)
def opened(folder: str) -> tuple[Transformer, Vocabulary]:
    """The model that is tuned, as it is."""
    return checkpoint.load(folder)[:2]


def base_of(folder: Path) -> str:
    """The folder of the model that is tuned there, by examples or by votes."""
    return (Preference if (folder / PREFERENCE).is_file() else Tuning).load(folder).base


@lru_cache(3)
def tuned(folder: Path) -> dict[str, Tensor]:
    """The weights of a tuned model. Raises ValueError unless its training has ended."""
    if not (folder / MODEL / "model.safetensors").is_file():
        raise ValueError("This tuning has not ended yet: its model comes with the last step.")
    if (folder / ADAPTER).is_dir():
        return lora.read(folder / ADAPTER, opened(base_of(folder))[0].state_dict())
    return checkpoint.load(folder / MODEL)[0].state_dict()


def mixed(folder: Path, share: float) -> tuple[Transformer, Transformer, Vocabulary]:
    """The model as it was, the same with a share of what was tuned mixed in, and the vocabulary of both.

    W + share · ΔW: between two models of one beginning there is no gap (Wortsman et al. 2022).
    """
    base, vocabulary = opened(base_of(folder))
    if not share:  # the very same: a copy whose numbers lie otherwise in memory adds them up otherwise
        return base, base, vocabulary
    made = Transformer(base.config)
    before, after = base.state_dict(), tuned(folder)
    made.load_state_dict({name: weight + share * (after[name] - weight) for name, weight in before.items()})
    return base, made.eval().requires_grad_(False), vocabulary


@torch.inference_mode()
def both(folder: Path, prompt: Any, mix: Any = 1.0, seed: Any = 1) -> dict:
    """Dice and samples after `prompt`, of the model as it was and with `mix` of the tuning. Raises ValueError."""
    if not isinstance(prompt, str) or not prompt:
        raise ValueError("The prompt is empty. Type what both shall go on with.")
    if len(prompt) > MAX_PROMPT:
        raise ValueError(f"The prompt has {len(prompt)} characters; at most {MAX_PROMPT} are read.")
    if isinstance(mix, bool) or not isinstance(mix, int | float) or not 0 <= mix <= 1:
        raise ValueError(f"The share that is mixed in is a number from 0 to 1, not {shown(mix)}.")
    amount("A seed", seed, MAX_SEED - 1)
    *models, vocabulary = mixed(folder, float(mix))
    ids = fitting(prompt, models[0], vocabulary, TOLD)
    said = [sample(model, vocabulary, ids, TOLD, seed) for model in models]
    was, now = (chances(model, ids) for model in models)
    told = {"prompt": prompt, "mix": mix, "faces": faces([was, now], vocabulary), "said": said}
    return told | {"far": float(abs(was - now).sum() / 2)}


def asked(given: Mapping[str, Any], base: str) -> Tuning:
    """A tuning as the page sends it, of the model in the folder `base`. Raises ValueError, which says what fits."""
    made = Tuning.of(given, base)
    if made.prompt:
        fitting(made.prompt, *opened(base), TOLD)
    return made


def preferred(given: Mapping[str, Any], base: str) -> Preference:
    """A tuning by votes as the page sends it, of the model in the folder `base`. Raises ValueError."""
    model, vocabulary = opened(base)
    made = Preference.of(given, base, len(vocabulary))
    for vote in made.votes:
        fitting(vote.prompt, model, vocabulary, LONGEST)
    return made


def two(base: str, prompt: Any, seed: Any) -> dict:
    """Two samples of a prompt that differ: {prompt, seed, said, ids}; with an empty prompt one of ours.

    Raises ValueError for a prompt that does not fit, or after which there are no two.
    """
    amount("A seed", seed, MAX_SEED - 1)
    model, vocabulary = opened(base)
    prompt = asked_after(VOTED[seed % len(VOTED)] if prompt == "" else prompt)
    fitting(prompt, model, vocabulary, LONGEST)
    found = pair(model, vocabulary, prompt, seed)
    return {"prompt": prompt, "seed": seed, "said": [vocabulary.decode(ids) for ids in found], "ids": [*found]}


@lru_cache(32)
def ruled(base: str, rule: str, n: int, seed: int) -> list[tuple[Vote, list[str]]]:
    """Votes of a rule, with the texts of what each has chosen and rejected. Raises ValueError."""
    choice("rule", rule, tuple(RULES))
    amount("The number of votes", n, ENOUGH, 1)
    amount("A seed", seed, MAX_SEED - 1)
    model, vocabulary = opened(base)
    votes = by_rule(model, vocabulary, rule, n, seed)
    return [(vote, [vocabulary.decode(ids) for ids in (vote.chosen, vote.rejected)]) for vote in votes]
