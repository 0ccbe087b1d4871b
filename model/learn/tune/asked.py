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
from model.learn.jobs.lesson import MODEL
from model.learn.tune import lora
from model.learn.tune.live import ADAPTER
from model.learn.tune.said import chances, faces, sample
from model.learn.tune.tuning import MAX_PROMPT, Tuning

TOLD = 40  # tokens of a sample


@lru_cache(2)
def opened(folder: str) -> tuple[Transformer, Vocabulary]:
    """The model that is tuned, as it is."""
    return checkpoint.load(folder)[:2]


@lru_cache(3)
def tuned(folder: Path) -> dict[str, Tensor]:
    """The weights of a tuned model. Raises ValueError unless its training has ended."""
    if not (folder / MODEL / "model.safetensors").is_file():
        raise ValueError("This tuning has not ended yet: its model comes with the last step.")
    if (folder / ADAPTER).is_dir():
        return lora.read(folder / ADAPTER, opened(Tuning.load(folder).base)[0].state_dict())
    return checkpoint.load(folder / MODEL)[0].state_dict()


def mixed(folder: Path, share: float) -> tuple[Transformer, Transformer, Vocabulary]:
    """The model as it was, the same with a share of what was tuned mixed in, and the vocabulary of both.

    W + share · ΔW: between two models of one beginning there is no gap (Wortsman et al. 2022).
    """
    base, vocabulary = opened(Tuning.load(folder).base)
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
    ids = vocabulary.encode(prompt)
    if len(ids) > (most := models[0].config.n_positions - TOLD):
        raise ValueError(f"The prompt has {len(ids)} tokens; at most {most} fit, so that it can go on.")
    said = [sample(model, vocabulary, ids, TOLD, seed) for model in models]
    told = {"prompt": prompt, "mix": mix, "faces": faces(models, vocabulary, ids), "said": said}
    was, now = (chances(model, ids) for model in models)
    return told | {"far": float(abs(was - now).sum() / 2)}


def asked(given: Mapping[str, Any], base: str) -> Tuning:
    """A tuning as the page sends it, of the model in the folder `base`. Raises ValueError, which says what fits."""
    made = Tuning.of(given, base)
    if made.prompt:
        _, vocabulary = opened(base)
        n, most = len(vocabulary.encode(made.prompt)), opened(base)[0].config.n_positions - TOLD
        if n > most:
            raise ValueError(f"The prompt has {n} tokens; at most {most} fit, so that it can go on.")
    return made
