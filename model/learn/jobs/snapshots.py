"""The weights of a training at the steps at which they were kept, as whole models."""

import json
from pathlib import Path

import numpy as np
import torch

from model.core.config import ModelConfig, within
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.inside.parts import sized
from model.learn.jobs.lesson import MODEL, SNAPSHOTS


def count(folder: Path, n_weights: int) -> int:
    """How many snapshots of a model of so many weights there are by now."""
    file = folder / SNAPSHOTS
    return file.stat().st_size // (2 * n_weights) if file.is_file() else 0


def opened(folder: Path, shot: int) -> tuple[Transformer, Vocabulary]:
    """The model of a snapshot, its float16 weights in float32. Raises ValueError if there is none of that number."""
    config_file = folder / MODEL / "config.json"
    if not config_file.is_file():
        raise ValueError("This training has not begun yet: it has no weights.")
    transformer = Transformer(ModelConfig.from_dict(json.loads(config_file.read_text())))
    shapes = {name: weight.shape for name, weight in transformer.state_dict().items()}
    sizes = [shape.numel() for shape in shapes.values()]
    shot = within("snapshot", shot, count(folder, sum(sizes)))
    row = np.fromfile(folder / SNAPSHOTS, "<f2", sum(sizes), offset=2 * sum(sizes) * shot).astype(np.float32)
    parts = torch.from_numpy(row).split(sizes)
    weights = {name: part.view(shape) for (name, shape), part in zip(shapes.items(), parts, strict=True)}
    transformer.load_state_dict(weights)
    return transformer.eval().requires_grad_(False), Vocabulary.load(folder / MODEL / "tokenizer.json")


def last(folder: Path) -> int:
    """The number of the newest snapshot. Raises ValueError if there is none yet."""
    config_file = folder / MODEL / "config.json"
    if not config_file.is_file():
        raise ValueError("This training has not begun yet: it has no weights.")
    config = ModelConfig.from_dict(json.loads(config_file.read_text()))
    return max(0, count(folder, sum(sized(config).values())) - 1)
