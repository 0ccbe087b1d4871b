"""Attention in the open, for every model that leaves it to transformers' table of attention functions.

Shapes: B batch, H heads, T tokens that ask, S tokens so far, D width of a head.
The pass that a thread records is looked up in a context variable: threads may share a model.
"""

import math
from contextvars import ContextVar

import torch
from torch import Tensor, nn
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS, eager_mask
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from model.core.transformer import Record, keep

NAME = "weighted_dice"  # under which transformers finds `attend`
RECORD: ContextVar[Record | None] = ContextVar("record", default=None)
UNKNOWN = "s_aux", "softcap", "position_bias", "head_mask"  # arithmetic that is not done here


def attend(
    module: nn.Module,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    mask: Tensor | None,
    scaling: float | None = None,
    **rest: object,
) -> tuple[Tensor, Tensor]:
    """What each head takes (B, T, H, D), and its weights (B, H, T, S); the model has turned q and k by their places.

    Heads that share keys and values get a copy each. Raises ValueError if the model asks for other arithmetic.
    """
    if given := [name for name in UNKNOWN if rest.get(name) is not None]:
        raise ValueError(f"its attention has {', '.join(given)}, which is not shown here")
    record, groups = RECORD.get(), q.size(1) // k.size(1)
    k, v = (each.repeat_interleave(groups, 1) for each in (k, v))  # (B, H, S, D)
    root = math.sqrt(q.size(-1))
    if scaling is not None and not math.isclose(scaling * root, 1):
        q = q * (scaling * root)  # a factor of the model's own belongs to q, so that scores are q · k / √D
    q, k, v = keep(record, "q", q), keep(record, "k", k), keep(record, "v", v)
    hidden = torch.zeros(1, 1, q.size(2), k.size(2), dtype=torch.bool) if mask is None else mask[..., : k.size(2)] != 0
    past = torch.ones_like(hidden).tril(k.size(2) - q.size(2))
    scores = (q / root) @ k.mT  # (B, H, T, S)
    scores = keep(record, "scores", scores.masked_fill(hidden & past, -math.inf))  # a window may end before the start
    pattern = keep(record, "pattern", scores.masked_fill(hidden, -math.inf).softmax(-1))  # each row adds up to 1
    z = keep(record, "z", pattern @ v)  # (B, H, T, D)
    return z.transpose(1, 2).contiguous(), pattern


ALL_ATTENTION_FUNCTIONS.register(NAME, attend)
ALL_MASK_ATTENTION_FUNCTIONS.register(NAME, eager_mask)
