"""What the model would say half-way: the logit lens (nostalgebraist 2020) and attention rollout."""

import numpy as np
import torch

from model.core.trace import Trace
from model.core.transformer import Transformer


def stations(trace: Trace) -> np.ndarray:
    """The residual stream (2 L + 1, T, C): after the embedding, then after each half of each layer."""
    halves = np.stack([trace.resid_mid, trace.resid], 1)  # (L, 2, T, C)
    return np.concatenate([trace.embed[None], halves.reshape(-1, *trace.embed.shape)])


@torch.inference_mode()
def lens(transformer: Transformer, trace: Trace, token: int) -> np.ndarray:
    """Log-probabilities (2 L + 1, V) of the token after `token`, had the model stopped at each station.

    Each station gets the last layer norm and the output matrix, as if no layer followed.
    """
    stream = torch.from_numpy(stations(trace)[:, token])
    return transformer.read_out(stream).log_softmax(-1).numpy()


def rollout(pattern: np.ndarray) -> np.ndarray:
    """Attention through all layers so far, (L, T, T): rows add up to 1.

    Abnar & Zuidema 2020: the heads' mean, half of it replaced by the token itself for the residual
    path, multiplied from layer to layer. It knows nothing of values and feed-forward networks.
    """
    step = (pattern.mean(1) + np.eye(pattern.shape[-1], dtype=pattern.dtype)) / 2  # (L, T, T)
    rolled = [step[0]]
    for layer in step[1:]:
        rolled.append(layer @ rolled[-1])
    return np.stack(rolled)
