"""The transformer: embed, then in each layer attend, add, feed forward, add; at the end, logits.

Layout of GPT-2 (Radford et al. 2019) with the ReLU of Vaswani et al. (2017); weights keep GPT-2's
names. Shapes: B batch, T tokens, C channels, H heads, D = C / H, V vocabulary, L layers.
`forward` keeps nothing on self, so threads may share a model.
"""

import math
from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model.core.config import ModelConfig

# In place, since nothing asks again for what went in.
ACTIVATIONS = {"relu": partial(F.relu, inplace=True), "gelu": F.gelu, "gelu_new": partial(F.gelu, approximate="tanh")}

Edits = Mapping[tuple[str, int], list[Callable[[Tensor], Tensor]]]


class Record(dict[str, list[Tensor]]):
    """What a pass computed, name -> one tensor per layer. Pass one to `forward` to have it filled.

    With `edits`, (name, layer) -> functions, it also changes tensors as they go by: see `model.inside.edits`.
    With `only`, it stores those names and lets the others go: a batch of passes is large.
    """

    def __init__(self, edits: Edits | None = None, only: Collection[str] | None = None):
        self.edits, self.only = edits or {}, only

    def keep(self, name: str, tensor: Tensor) -> Tensor:
        """Store `tensor` as the next layer's; what the pass goes on with."""
        layers = self.setdefault(name, [])
        for edit in self.edits.get((name, len(layers)), ()):
            tensor = edit(tensor)
        layers.append(tensor if self.only is None or name in self.only else None)
        return tensor

    def changed(self, name: str, layer: int, weight: Tensor) -> Tensor:
        """The weights or biases of that name and layer as this pass has them; they are not stored."""
        for edit in self.edits.get((name, layer), ()):
            weight = edit(weight)
        return weight


def keep(record: Record | None, name: str, tensor: Tensor) -> Tensor:
    """`tensor`, stored or even changed by the `record` if there is one."""
    return tensor if record is None else record.keep(name, tensor)


def put(index: tuple, value: Tensor | float, tensor: Tensor) -> Tensor:
    """A copy of `tensor` that holds `value` at `index`: an edit, once the first two are given."""
    changed = tensor.clone()
    changed[index] = value
    return changed


class Cache:
    """Keys and values of the tokens so far, so that a new token does not compute them again."""

    def __init__(self, config: ModelConfig, batch: int, dtype: torch.dtype = torch.float32):
        shape = (config.n_layer, 2, batch, config.n_head, config.n_positions, config.head_width)
        self.kv = torch.empty(shape, dtype=dtype)
        self.length = 0  # tokens that all layers have seen

    def take(self, rows: Tensor) -> "Cache":
        """A cache whose sequence i goes on from sequence rows[i] of this one."""
        taken, n = copy(self), self.length
        taken.kv = self.kv.new_empty((*self.kv.shape[:2], len(rows), *self.kv.shape[3:]))
        taken.kv[..., :n, :] = self.kv[:, :, rows, :, :n]
        return taken

    def extend(self, layer: int, kv: Tensor) -> Tensor:
        """Store the new (2, B, H, T, D) keys and values; return those of all tokens so far."""
        end = self.length + kv.size(3)
        self.kv[layer, ..., self.length : end, :] = kv
        return self.kv[layer, ..., :end, :]


class Attention(nn.Module):
    """Each token looks back at the tokens so far, in a masked model at all, and takes something from each."""

    def __init__(self, config: ModelConfig, layer: int):
        super().__init__()
        self.layer, self.n_head, self.causal = layer, config.n_head, not config.masked
        self.c_attn = nn.Linear(config.n_embd, 3 * config.n_embd)
        self.c_proj = nn.Linear(config.n_embd, config.n_embd)

    def forward(self, x: Tensor, cache: Cache | None = None, record: Record | None = None) -> Tensor:
        B, T, C = x.shape
        qkv = self.c_attn(x).view(B, T, 3, self.n_head, C // self.n_head).permute(2, 0, 3, 1, 4)
        q, kv = qkv[0], qkv[1:]  # (B, H, T, D) and (2, B, H, T, D)
        k, v = kv if cache is None else cache.extend(self.layer, kv)  # (B, H, past + T, D)
        if record is not None:
            z = self.attend(q, k, v, record)
        elif torch.is_grad_enabled() and not x.is_cuda:  # on a CPU the plain steps also train a sixth faster
            z = self.attend_in_parts(q, k, v)
        elif T == 1 or not self.causal:  # one new token may look at everything
            z = F.scaled_dot_product_attention(q, k, v)
        elif k.size(2) == T:
            z = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:
            z = F.scaled_dot_product_attention(q, k, v, attn_mask=past(T, k.size(2), x.device))
        return self.c_proj(z.transpose(1, 2).reshape(B, T, C))

    def attend(self, q: Tensor, k: Tensor, v: Tensor, record: Record | None) -> Tensor:
        """The same sum as the fused one, with every step in the open."""
        q, k, v = keep(record, "q", q), keep(record, "k", k), keep(record, "v", v)
        scores = keep(record, "scores", (q / math.sqrt(q.size(-1))) @ k.mT)  # (B, H, T, past + T)
        if self.causal:
            future = torch.full(scores.shape[-2:], -math.inf, dtype=scores.dtype, device=q.device)
            scores = scores + future.triu(1 + k.size(2) - q.size(2))
        pattern = keep(record, "pattern", scores.softmax(-1))  # each row adds up to 1
        return keep(record, "z", pattern @ v)  # (B, H, T, D)

    def attend_in_parts(self, q: Tensor, k: Tensor, v: Tensor, parts: int = 4) -> Tensor:
        """As `attend`, a part of the queries after the other: most of the future is not asked for at all."""
        if not self.causal:
            return self.attend(q, k, v, None)
        T, old = q.size(2), k.size(2) - q.size(2)
        size = -(-T // parts)
        spans = [(start, min(start + size, T)) for start in range(0, T, size)]
        return torch.cat([self.attend(q[:, :, a:b], k[:, :, : old + b], v[:, :, : old + b], None) for a, b in spans], 2)


def past(queries: int, keys: int, device: torch.device) -> Tensor:
    """(queries, keys), true where a query may look: at itself and at what came before."""
    return torch.ones(queries, keys, dtype=torch.bool, device=device).tril(keys - queries)


class FeedForward(nn.Module):
    """A layer of neurons, the same for every token: each fires or not, and writes what it knows."""

    def __init__(self, config: ModelConfig, layer: int):
        super().__init__()
        self.layer = layer
        self.c_fc = nn.Linear(config.n_embd, config.inner)
        self.c_proj = nn.Linear(config.inner, config.n_embd)
        self.activation = ACTIVATIONS[config.activation_function]

    def forward(self, x: Tensor, record: Record | None = None) -> Tensor:
        sums = self.c_fc(x) if record is None else F.linear(x, *self.weighed(record))
        neurons = keep(record, "neurons", self.activation(sums))  # (B, T, inner)
        return keep(record, "mlp", self.c_proj(neurons))

    def weighed(self, record: Record) -> tuple[Tensor, Tensor]:
        """What each neuron weighs its inputs by (inner, C), and what it adds (inner,), as the `record` has them."""
        weights, biases = self.c_fc.weight, self.c_fc.bias
        return record.changed("weights", self.layer, weights), record.changed("biases", self.layer, biases)


class TransformerLayer(nn.Module):
    """Attention, add, feed-forward, add."""

    def __init__(self, config: ModelConfig, layer: int):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.attn = Attention(config, layer)
        self.ln_2 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.mlp = FeedForward(config, layer)

    def forward(self, x: Tensor, cache: Cache | None = None, record: Record | None = None) -> Tensor:
        mid = keep(record, "resid_mid", x + self.attn(self.ln_1(x), cache, record))
        return keep(record, "resid", mid + self.mlp(self.ln_2(mid), record))


class Transformer(nn.Module):
    """Token ids in, a score for every token of the vocabulary out."""

    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.wte = nn.Embedding(config.vocab_size, config.n_embd)
        self.wpe = nn.Embedding(config.n_positions, config.n_embd)
        self.h = nn.ModuleList(TransformerLayer(config, layer) for layer in range(config.n_layer))
        self.ln_f = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.apply(partial(initialise, n_layer=config.n_layer))

    def forward(self, ids: Tensor, cache: Cache | None = None, record: Record | None = None) -> Tensor:
        """Logits (B, T, V) of the token after each of `ids` (B, T), which follow those in `cache`."""
        return self.score(self.stream(ids, cache, record))

    def stream(self, ids: Tensor, cache: Cache | None = None, record: Record | None = None) -> Tensor:
        """The residual stream (B, T, C) after the last layer norm: all but the output scores."""
        start = cache.length if cache is not None else 0
        token = keep(record, "token", self.wte(ids))  # (B, T, C)
        position = keep(record, "position", self.wpe.weight[start : start + ids.size(1)])  # (T, C)
        x = keep(record, "embed", token + position)
        for layer in self.h:
            x = layer(x, cache, record)
        if cache is not None:
            cache.length += ids.size(1)
        return self.ln_f(x)

    def score(self, x: Tensor, choices: slice = slice(None)) -> Tensor:
        """Scores (…, n) of the tokens `choices` for what the last layer norm gave (…, C)."""
        return F.linear(x, self.unembed[choices])

    def read_out(self, stream: Tensor) -> Tensor:
        """Scores (…, V) of a residual stream (…, C), as if no layer followed."""
        return self.score(self.ln_f(stream))

    @property
    def unembed(self) -> Tensor:
        """The output matrix (V, C); tied: the token embeddings, used again."""
        return self.wte.weight

    def down(self, layer: int) -> Tensor:
        """What each neuron of a layer writes, in its column (C, inner)."""
        return self.h[layer].mlp.c_proj.weight

    def out(self, layer: int) -> Tensor:
        """The output matrix of attention in slices (H, D, C), one for each head."""
        return self.h[layer].attn.c_proj.weight.T.view(self.config.n_head, -1, self.config.n_embd)

    def new_cache(self, batch: int) -> Cache:
        """An empty cache for `batch` sequences."""
        return Cache(self.config, batch)

    def made_by(self, name: str) -> str:
        """Where the part of this name is computed: here, where the name says."""
        return name

    def makes(self, tensor: str, name: str) -> tuple[str, str]:
        """Which part makes a tensor, as `made_by` says, and what stands in the very line: its name, as it is kept."""
        return self.made_by(name), f'"{tensor}"'


def initialise(module: nn.Module, n_layer: int) -> None:
    """GPT-2's start: normal 0.02, biases 0, and less in what is added 2 L times to the stream."""
    if isinstance(module, nn.Linear | nn.Embedding):
        nn.init.normal_(module.weight, std=0.02)
    if isinstance(module, nn.Linear):
        nn.init.zeros_(module.bias)
    if isinstance(module, Attention | FeedForward):  # apply() visits children first
        nn.init.normal_(module.c_proj.weight, std=0.02 / math.sqrt(2 * n_layer))
