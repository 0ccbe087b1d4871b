"""What one pass computed, as arrays: everything a view may draw.

L layers, H heads, T tokens, C channels, D = C / H, V vocabulary; layers and heads count from 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from model.core.transformer import Edits, Record, Transformer


@dataclass(frozen=True, eq=False)
class Trace:
    """One prompt, one pass. All arrays are float32 and nobody may write to them."""

    ids: tuple[int, ...]  # T token ids
    pieces: tuple[str, ...]  # T tokens as text
    token: np.ndarray  # (T, C) token embeddings, rows of wte
    position: np.ndarray  # (T, C) position embeddings, rows of wpe
    embed: np.ndarray  # (T, C) their sum, what enters layer 0
    q: np.ndarray  # (L, H, T, D) queries
    k: np.ndarray  # (L, H, T, D) keys
    v: np.ndarray  # (L, H, T, D) values
    scores: np.ndarray  # (L, H, T, T) q · k / √D, before the future is masked
    pattern: np.ndarray  # (L, H, T, T) attention weights; a row is a query and adds up to 1
    z: np.ndarray  # (L, H, T, D) weighted sums of the values
    heads: "Heads"  # (L, H, T, C) what each head adds to the residual stream, without the bias
    neurons: np.ndarray  # (L, T, 4 C) feed-forward activations
    mlp: np.ndarray  # (L, T, C) what each feed-forward network adds to the residual stream
    resid_mid: np.ndarray  # (L, T, C) residual stream after the attention half of each layer
    resid: np.ndarray  # (L, T, C) residual stream after each layer
    logits: np.ndarray  # (T, V) scores of the next token, before softmax

    def index(self, token: int | None) -> int:
        """The selected token's index: `token` if it is one of the text, else (None: nobody chose) the last or first."""
        last = len(self.ids) - 1
        return last if token is None else min(max(0, token), last)


class Heads:
    """What the heads write, made when it is asked for: all of it together would be the largest tensor of a pass."""

    nbytes = 0  # of its own

    def __init__(self, z: np.ndarray, transformer: Transformer):
        self.z, self.transformer = z, transformer

    def __getitem__(self, index: int | tuple[int, int]) -> np.ndarray:
        """Of all heads of a layer (H, T, C) or, at [layer, head], of one (T, C)."""
        layer, *head = index if isinstance(index, tuple) else (index,)
        which = head[0] if head else slice(None)
        return self.z[layer, which] @ self.transformer.out(layer)[which].detach().numpy()


@torch.inference_mode()
def trace(transformer: Transformer, ids: Sequence[int], pieces: Sequence[str], edits: Edits | None = None) -> Trace:
    """Run `ids` once and keep what the pass computed, with `edits` if there are any."""
    record = Record(edits)
    logits = transformer(torch.tensor([ids]), record=record)
    arrays = {name: torch.stack(layers).numpy() for name, layers in record.items()}
    per_layer = {name: a.squeeze(1) for name, a in arrays.items() if name not in ("token", "position", "embed")}
    kept = per_layer | {
        "token": arrays["token"][0, 0],
        "position": arrays["position"][0],
        "embed": arrays["embed"][0, 0],
        "logits": logits[0].numpy(),
    }
    for array in kept.values():
        array.flags.writeable = False
    return Trace(ids=tuple(ids), pieces=tuple(pieces), heads=Heads(kept["z"], transformer), **kept)
