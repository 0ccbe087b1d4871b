"""A model of transformers under the names of our own `Transformer`: what a view may ask of either.

Nothing depends on the kind of model: its parts are found by their shape and place, and `model.guests.proof`
refuses a model whose parts do not add up.
Shapes: B batch, T tokens, C channels, H heads, D width of a head, V vocabulary.
"""

import inspect
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional as F
from transformers import DynamicCache, PreTrainedModel
from transformers.masking_utils import create_causal_mask
from transformers.pytorch_utils import Conv1D

from model.core.transformer import Record
from model.guests.attention import NAME, RECORD, attend
from model.guests.hooks import STREAM, attended, watch_layer, watch_tables

OUT = "o_proj", "out_proj", "c_proj", "dense", "wo"  # names of attention's last matrix; it has H D inputs


@dataclass(frozen=True)
class Sizes:
    """As `ModelConfig`, of a model whose heads may have a width of their own."""

    vocab_size: int
    n_positions: int  # that the page reads at most
    reach: int  # that the model can read
    n_embd: int
    n_layer: int
    n_head: int
    head_width: int
    inner: int
    activation: str  # as people write it: SiLU, or SiLU, gated, where neurons are multiplied by a second matrix's sums
    parallel: bool  # attention and network of a layer read the same stream


class GuestCache:
    """Keys and values of the tokens so far, as transformers keeps them."""

    def __init__(self):
        self.kept = DynamicCache()

    @property
    def length(self) -> int:
        """Tokens that all layers have seen."""
        return self.kept.get_seq_length()

    def take(self, rows: Tensor) -> "GuestCache":
        """A cache whose sequence i goes on from sequence rows[i] of this one."""
        taken = deepcopy(self)
        taken.kept.batch_select_indices(rows)
        return taken


class Positions(nn.Module):
    """The rows of a table of positions that are places: some models keep a few before them."""

    def __init__(self, table: nn.Embedding):
        super().__init__()
        self.weight = table.weight.detach()[getattr(table, "offset", 0) :]


class Guest:
    """A causal language model of transformers. Calls keep nothing on self.

    Raises ValueError, which says why, if its parts cannot be told apart.
    """

    def __init__(self, model: PreTrainedModel):
        if not getattr(model, "_supports_attention_backend", False):
            raise ValueError("it computes attention by itself, where nobody can look in")
        self.model = model.eval().requires_grad_(False)
        model.set_attn_implementation(NAME)
        sizes = model.config.get_text_config()
        lists = [m for m in model.modules() if isinstance(m, nn.ModuleList) and len(m) == sizes.num_hidden_layers]
        if not lists:
            raise ValueError("its layers do not stand in one list")
        self.h = lists[0]
        self.stack = next(m for m in model.modules() if self.h in m.children())  # the module that runs the layers
        self.wte, self.head = model.get_input_embeddings(), model.get_output_embeddings()
        beside = [m for m in self.stack.children() if m is not self.wte]
        norms = [m for m in beside if is_norm(m)]
        self.ln_f = norms[-1] if norms else nn.Identity()
        table = next((m for m in beside if isinstance(m, nn.Embedding)), None)
        self.wpe = None if table is None else Positions(table)
        self.layers = [Layer(layer, sizes.hidden_size) for layer in self.h]
        watch_tables(self.wte, table)
        for i, layer in enumerate(self.layers):
            watch_layer(i, layer.whole, layer.attention, layer.down)
        names = inspect.signature(model.base_model.forward).parameters
        self._cache = "cache" if "cache" in names else "past_key_values"  # it was renamed in transformers 5
        first = self.layers[0]
        self.config = Sizes(
            vocab_size=self.wte.num_embeddings,
            n_positions=sizes.max_position_embeddings,
            reach=sizes.max_position_embeddings,
            n_embd=sizes.hidden_size,
            n_layer=sizes.num_hidden_layers,
            n_head=sizes.num_attention_heads,
            head_width=matrix(first.last).size(1) // sizes.num_attention_heads,
            inner=matrix(first.down).size(1),
            activation=first.activation,
            parallel=False,
        )

    def __call__(self, ids: Tensor, cache: GuestCache | None = None, record: Record | None = None) -> Tensor:
        """Logits (B, T, V) of the token after each of `ids` (B, T), which follow those in `cache`."""
        return self.score(self.stream(ids, cache, record))

    def stream(self, ids: Tensor, cache: GuestCache | None = None, record: Record | None = None) -> Tensor:
        """The residual stream (B, T, C) after the last norm: all but the output scores."""
        token = RECORD.set(record)
        try:
            past = {self._cache: cache.kept} if cache is not None else {}
            return self.model.base_model(ids, use_cache=bool(past), **past).last_hidden_state
        finally:
            RECORD.reset(token)
            STREAM.set(None)

    def score(self, x: Tensor, choices: slice = slice(None)) -> Tensor:
        """Scores (…, n) of the tokens `choices` for what the last norm gave (…, C)."""
        bias = self.head.bias
        return F.linear(x, self.unembed[choices], None if bias is None else bias[choices])

    def read_out(self, stream: Tensor) -> Tensor:
        """Scores (…, V) of a residual stream (…, C), as if no layer followed."""
        return self.score(self.ln_f(stream))

    @property
    def unembed(self) -> Tensor:
        """The output matrix (V, C)."""
        return self.head.weight

    def down(self, layer: int) -> Tensor:
        """What each neuron of a layer writes, in its column (C, inner)."""
        return matrix(self.layers[layer].down)

    def out(self, layer: int) -> Tensor:
        """The output matrix of attention in slices (H, D, C), one for each head."""
        return matrix(self.layers[layer].last).T.reshape(self.config.n_head, -1, self.config.n_embd)

    def new_cache(self, batch: int) -> GuestCache:
        """An empty cache; it takes as many sequences as come."""
        return GuestCache()

    def parameters(self) -> Iterator[Tensor]:
        """All numbers that training chose, each once."""
        return self.model.parameters()

    def named_parameters(self) -> Iterator[tuple[str, Tensor]]:
        """The same, each under the name that the part has in our own model."""
        part = {id(p): "mlp" for p in self.h.parameters()}
        norm = "ln_" if isinstance(self.ln_f, nn.LayerNorm) else "norm"
        for layer in self.layers:
            part |= {id(p): norm for m in layer.whole.modules() if is_norm(m) for p in m.parameters()}
            part |= {id(p): "attn" for p in layer.attention.parameters()}
        part |= {id(self.unembed): "lm_head", id(self.wte.weight): "wte"}  # if they are one, it is the table
        part |= {id(p): norm for p in self.ln_f.parameters()}
        for name, weight in self.model.named_parameters():
            yield part.get(id(weight), "lm_head" if "head" in name else "wpe"), weight

    def made_by(self, name: str) -> str | Callable:
        """What computes here what the part of this name computes in our own model."""
        first = self.layers[0]
        parts = {
            "Transformer.stream": type(self.stack).forward,
            "TransformerLayer.forward": type(first.whole).forward,
            "Attention.forward": type(first.attention).forward,
            "Attention.attend": attend,
            "FeedForward.forward": type(first.network).forward,
            "past": create_causal_mask,
        }
        return parts.get(name.removeprefix("core.transformer."), name)

    def makes(self, tensor: str, name: str) -> tuple[str | Callable, str]:
        """What makes a tensor, and what stands in the very line; if it stands in none, the last one is meant."""
        first = self.layers[0]
        down = next(f"self.{name}(" for name, m in first.network.named_children() if m is first.down)
        lines = {
            "neurons": (type(first.network).forward, down),  # what goes in
            "mlp": (type(first.network).forward, down),  # what comes out
            "resid_mid": (attended, '"resid_mid"'),
            "resid": (type(first.whole).forward, "\n"),
        }
        return lines.get(tensor, (self.made_by(name), f'"{tensor}"'))


class Layer:
    """The parts of one layer, found by their shapes. Raises ValueError unless there is one of each."""

    def __init__(self, whole: nn.Module, width: int):
        found = [m for m in whole.modules() if type(m).__name__.endswith("Attention")]
        if len(found) != 1:
            raise ValueError(f"a layer has {len(found)} attentions; exactly one can be shown")
        self.whole, self.attention = whole, found[0]
        self.last = next((m for name, m in self.attention.named_children() if name in OUT), None)
        if self.last is None:
            raise ValueError("the last matrix of its attention is not among " + ", ".join(OUT))
        inside = set(self.attention.modules())
        rest = [m for m in whole.modules() if isinstance(m, nn.Linear | Conv1D) and m not in inside]
        down = [m for m in rest if matrix(m).size(0) == width]
        if len(down) != 1:
            raise ValueError(f"a layer has {len(down)} networks (experts?); exactly one can be shown")
        self.down = down[0]
        self.network = next(m for m in whole.modules() if self.down in m.children())
        ups, inner = sum(matrix(m).size(0) for m in rest if m is not self.down), matrix(self.down).size(1)
        if ups not in (inner, 2 * inner):
            raise ValueError(f"{ups} sums of its network become {inner} neurons, which is not shown here")
        functions = [type(m).__name__ for m in whole.modules() if "activation" in type(m).__module__]
        if not functions:
            raise ValueError("what its neurons do with their sums has no name")
        self.activation = spoken(functions[0]) + (", gated" if ups == 2 * inner else "")


def is_norm(module: nn.Module) -> bool:
    """Whether it brings each token's numbers to one size."""
    return "norm" in type(module).__name__.lower()


def matrix(linear: nn.Linear | Conv1D) -> Tensor:
    """Its weights (out, in), also of GPT-2's, which stand the other way."""
    return linear.weight.T if isinstance(linear, Conv1D) else linear.weight


def spoken(name: str) -> str:
    """The name of an activation as people write it: all close forms of GELU are GELU."""
    return "GELU" if "GELU" in name else name.removesuffix("Activation")
