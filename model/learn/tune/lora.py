"""Low-rank adapters: beside a matrix that stays as it is, two thin ones that learn (LoRA, Hu et al. 2021).

W x + B A x, where A is (r, in) and B is (out, r); B is 0 at the start, so that the model is at first what it was.
"""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional as F

from model.core.config import ModelConfig
from model.core.transformer import Transformer

PLACES = ("attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj")
WEIGHTS, CONFIG = "adapter_model.safetensors", "adapter_config.json"
PREFIX = "base_model.model.transformer."  # as `peft` names what it adapts
ROWS = f"{PREFIX}wte.token_adapter.trainable_tokens_delta"  # and rows of the table: whole, not what is added


class Adapted(nn.Module):
    """A linear layer with two thin matrices beside it."""

    def __init__(self, linear: nn.Linear, rank: int):
        super().__init__()
        self.linear = linear
        self.a = nn.Parameter(torch.empty(rank, linear.in_features))
        self.b = nn.Parameter(torch.zeros(linear.out_features, rank))
        nn.init.kaiming_uniform_(self.a, math.sqrt(5))

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x) + F.linear(F.linear(x, self.a), self.b)


def adapt(transformer: Transformer, rank: int) -> dict[str, Adapted]:
    """Set adapters of that rank beside the four matrices of each layer; nothing else learns. By name."""
    transformer.requires_grad_(False)
    found = {}
    for i, layer in enumerate(transformer.h):
        for place in PLACES:
            part, name = place.split(".")
            made = Adapted(getattr(getattr(layer, part), name), rank)
            setattr(getattr(layer, part), name, made)
            found[f"h.{i}.{place}"] = made
    return found


def merged(base: dict[str, Tensor], adapters: dict[str, Adapted]) -> dict[str, Tensor]:
    """The weights of the model with its adapters mixed in: W + B A."""
    with torch.no_grad():
        added = {f"{name}.weight": each.b @ each.a for name, each in adapters.items()}
    return {name: weight + added[name] if name in added else weight for name, weight in base.items()}


class Rowed(nn.Module):
    """A table of token embeddings of which some rows learn; where it is read out, too."""

    def __init__(self, table: Tensor, ids: Sequence[int], rows: Tensor):
        super().__init__()
        self.table, self.ids, self.rows = table, [*ids], nn.Parameter(rows.clone())

    @property
    def weight(self) -> Tensor:
        """The whole table (V, C)."""
        return self.table.index_copy(0, torch.tensor(self.ids), self.rows)

    def forward(self, ids: Tensor) -> Tensor:
        return F.embedding(ids, self.weight)


def save(
    folder: Path,
    adapters: dict[str, Adapted],
    rank: int,
    rowed: Rowed | None = None,
    base: str = "",
    kind: torch.dtype | None = None,
) -> None:
    """Write them as a folder that `peft` opens, with the rows of the table that learned, if any did.

    With it the checksum of the `base`, in numbers of a `kind`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    thin = {}
    for name, each in adapters.items():
        thin |= {f"{PREFIX}{name}.lora_A.weight": each.a.detach(), f"{PREFIX}{name}.lora_B.weight": each.b.detach()}
    config = {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": rank, "lora_alpha": rank, "lora_dropout": 0.0}
    config |= {"target_modules": ["c_attn", "c_proj", "c_fc"], "fan_in_fan_out": True, "bias": "none"}
    config |= {"base_model_name_or_path": "", "inference_mode": True}
    if rowed:
        thin[ROWS] = rowed.rows.detach()
        config["trainable_token_indices"] = {"wte": rowed.ids}
    told = {"format": "pt"} | ({"base": base} if base else {})
    save_file({name: weight.to(kind).contiguous() for name, weight in thin.items()}, folder / WEIGHTS, told)
    (folder / CONFIG).write_text(json.dumps(config, indent=2) + "\n")


def load(folder: Path, adapters: dict[str, Adapted], rowed: Rowed) -> None:
    """Set adapters, and the rows that learned, to those of such a folder.

    Raises RuntimeError if they are of another rank.
    """
    thin = load_file(folder / WEIGHTS)
    with torch.no_grad():
        for name, each in adapters.items():
            each.a.copy_(thin[f"{PREFIX}{name}.lora_A.weight"])
            each.b.copy_(thin[f"{PREFIX}{name}.lora_B.weight"])
        rowed.rows.copy_(thin[ROWS])


def read(folder: Path, base: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of `base` with the adapters of such a folder mixed in."""
    thin = {name: weight.float() for name, weight in load_file(folder / WEIGHTS).items()}
    weights = dict(base)
    for name in [n for n in thin if n.endswith("lora_A.weight")]:
        place = name.removeprefix(PREFIX).removesuffix(".lora_A.weight")
        weights[f"{place}.weight"] = base[f"{place}.weight"] + thin[name.replace("lora_A", "lora_B")] @ thin[name]
    if ROWS in thin:
        ids = json.loads((folder / CONFIG).read_text())["trainable_token_indices"]["wte"]
        weights["wte.weight"] = base["wte.weight"].index_copy(0, torch.tensor(ids), thin[ROWS])
    return weights


def numbers(config: ModelConfig, rank: int) -> int:
    """How many numbers the adapters of such a model have."""
    C, inner = config.n_embd, config.inner
    sides = (C + 3 * C) + (C + C) + (C + inner) + (inner + C)
    return config.n_layer * rank * sides
