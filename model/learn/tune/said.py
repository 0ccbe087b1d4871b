"""What models say after the same ids: the faces of their dice, and a sample."""

from collections.abc import Sequence

import numpy as np
import torch

from model.core.generate import generate
from model.core.sampling import WARM
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary

FACES = 8


@torch.inference_mode()
def chances(model: Transformer, ids: Sequence[int]) -> np.ndarray:
    """The die (V,) of the token after `ids`."""
    return model.score(model.stream(torch.tensor([ids]))[0, -1]).softmax(0).numpy()


def faces(dice: Sequence[np.ndarray], vocabulary: Vocabulary) -> list[list]:
    """The faces that one of the dice (each V) has likeliest: each with its chance in all of them."""
    dice = np.stack(dice)
    top = np.argsort(-dice.max(0), kind="stable")[:FACES].tolist()
    return [[vocabulary.piece(i), *(round(float(p), 6) for p in dice[:, i])] for i in top]


def fitting(prompt: str, model: Transformer, vocabulary: Vocabulary, after: int) -> list[int]:
    """Ids of a prompt. Raises ValueError if the tokenizer leaves nothing of it, or no `after` tokens fit behind it."""
    ids, most = vocabulary.encode(prompt), model.config.n_positions - after
    if not ids:
        raise ValueError("The tokenizer leaves nothing of the prompt. Type words.")
    if len(ids) > most:
        raise ValueError(f"The prompt has {len(ids)} tokens; at most {most} fit, so that it can go on.")
    return ids


def sample(model: Transformer, vocabulary: Vocabulary, ids: Sequence[int], steps: int, seed: int) -> list[list]:
    """What a model says after `ids`, each token with its chance, until the text is over or `steps` are said."""
    said = []
    for step in generate(model, [ids], steps, WARM, seed):
        if (id := step.ids.item()) in vocabulary.ends:
            break
        said.append([vocabulary.piece(id), round(step.logprobs.exp().item(), 5)])
    return said
