"""What a training left behind, beside the weights: read-outs at many steps, and a few whole checkpoints.

A read-out is a line of JSON; a checkpoint holds its matrices as 8-bit numbers with a scale for each row, half of what
float16 takes. `model.learn.history` writes them.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from model.core.checkpoint import TRANSPOSED, checksum
from model.core.transformer import Transformer

FOLDER, FILE = "history", "history.jsonl"
WHOLE = "step-*.safetensors"


@dataclass(frozen=True, eq=False)
class History:
    """A training, step by step."""

    lines: tuple[dict, ...]  # read-outs, each with its `step`, the first step first
    whole: dict[int, Path]  # the checkpoints, by step, in their order
    ends_here: bool  # the last read-out is of the weights that it lies beside


def load(folder: Path, transformer: Transformer) -> History | None:
    """The history beside the weights of `folder`, which are those of `transformer`; None if there is none."""
    if not (lines := read_lines(folder / FOLDER)):
        return None
    ends_here = lines[-1].get("weights") == checksum(transformer)
    return History(tuple(lines), checkpoints(folder / FOLDER), ends_here)


def checkpoints(place: Path) -> dict[int, Path]:
    """The whole steps in a folder, in their order."""
    found = {int(path.stem.partition("-")[2]): path for path in place.glob(WHOLE)}
    return dict(sorted(found.items()))


def read_lines(place: Path) -> list[dict]:
    """The read-outs in a folder. Of a run that was taken up again at an earlier step, only what counts."""
    if not (place / FILE).is_file():
        return []
    lines: list[dict] = []
    for told in (place / FILE).read_text(encoding="utf-8").splitlines():
        line = json.loads(told)
        while lines and lines[-1]["step"] >= line["step"]:
            lines.pop()  # the run went on from before it
        lines.append(line)
    return lines


def pack(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Matrices as int8 with a float16 scale for each row; all else as float16."""
    packed: dict[str, Tensor] = {}
    for name, weight in weights.items():
        if weight.ndim < 2:
            packed[name] = weight.half()
            continue
        scale = (weight.abs().amax(1, keepdim=True) / 127).clamp(min=1e-7).half()
        packed[name] = (weight / scale.float()).round().clamp(-127, 127).to(torch.int8)
        packed[f"{name}.scale"] = scale
    return {name: tensor.cpu().contiguous() for name, tensor in packed.items()}


def unpack(packed: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What `pack` has packed, in float32."""
    return {
        name: tensor.float() * packed[f"{name}.scale"].float() if tensor.dtype == torch.int8 else tensor.float()
        for name, tensor in packed.items()
        if not name.endswith(".scale")
    }


def weights_at(path: Path) -> dict[str, Tensor]:
    """The weights of one kept step, in float32."""
    with safe_open(path, framework="pt") as file:
        return unpack({name: file.get_tensor(name) for name in file.keys()})  # noqa: SIM118


def open_at(path: Path, like: Transformer) -> Transformer:
    """The transformer of one kept step. Raises ValueError if its weights are not of the sizes of `like`."""
    # The transposed views stay views, see `model.core.checkpoint`; random numbers to begin with would take most time.
    weights = {n: w.T.contiguous().T if n.endswith(TRANSPOSED) else w for n, w in weights_at(path).items()}
    at = deepcopy(like, {id(weight): weight for weight in like.parameters()})
    try:
        at.load_state_dict(weights, assign=True)
    except RuntimeError:
        raise ValueError(f"{path.name} holds the weights of another model.") from None
    return at.eval().requires_grad_(False)
