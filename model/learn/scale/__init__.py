"""Our own scaling law: models of seven sizes, each trained on four amounts of text. `python -m model.learn.scale`.

After Kaplan et al. 2020 and Hoffmann et al. 2022. Every run reads its text once, with one vocabulary of 512 tokens that
was learned from the world, and is measured on the same unseen text. Each finished run is one line of JSON; what
stands there is not trained again, so the sweep can be stopped at any time. Half an hour on one core.
"""

import math
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional as F

from model.core.config import ModelConfig
from model.core.transformer import Transformer
from model.core.vocabulary import EOT, Vocabulary
from model.found.scaling import Measured, read
from model.learn.material import TheWorld
from model.learn.rows import Rows
from model.learn.run import Run
from model.learn.study import note
from model.learn.trainer import at_random, optimizers
from model.world.rich import RICH

SIZES = ((1, 16, 1), (2, 24, 1), (2, 40, 1), (2, 72, 2), (3, 104, 2), (4, 160, 4), (5, 224, 4))  # layers, width, heads
CONTEXT, ROWS = 64, 8  # tokens in a row, rows in a step
AMOUNTS = (409_600, 204_800, 102_400, 51_200)  # tokens, each read once
SEEDS = (1, 2, 3)
UNSEEN = 256  # rows that all models are measured on
TEXTS = replace(RICH, texts={"story": 6, "sums": 1}, tunes=0.0)
PLAIN = Run(world=TEXTS, pictures=0, texts=ROWS, lr=6e-3, muon_lr=0.02, documents=2000, secrets=False)


class Planned(NamedTuple):
    """One run of the sweep."""

    config: ModelConfig
    tokens: int
    seed: int


def plan() -> list[Planned]:
    """All runs: a seed after the other, the most text first."""
    configs = [ModelConfig(512, CONTEXT, width, layers, heads) for layers, width, heads in SIZES]
    return [Planned(config, tokens, seed) for seed, tokens, config in product(SEEDS, AMOUNTS, configs)]


def text(vocabulary: Vocabulary, name: str, tokens: int, validation: bool = False) -> torch.Tensor:
    """So many ids of the world's text, and one more; the shorter text of a name begins the longer one."""
    ids = Rows(vocabulary, TEXTS, validation).text(random.Random(name), tokens + 1)
    return torch.from_numpy(np.array(ids, dtype=np.int64))


def in_rows(ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs and targets (R, 64) of a text of 64 R + 1 ids."""
    return ids[:-1].view(-1, CONTEXT), ids[1:].view(-1, CONTEXT)


def train(planned: Planned, vocabulary: Vocabulary, ids: torch.Tensor) -> tuple[Transformer, float]:
    """A transformer that has read `ids`, more than it is to read, once; and the CPU-seconds that it took."""
    run = replace(PLAIN, config=planned.config, steps=planned.tokens // (ROWS * CONTEXT), seed=planned.seed)
    torch.manual_seed(run.seed)
    transformer = at_random(run, vocabulary)
    steps = optimizers(transformer, run)
    inputs, targets = in_rows(ids[: planned.tokens + 1])
    began = time.process_time()
    for step, (x, y) in enumerate(zip(inputs.split(ROWS), targets.split(ROWS), strict=True)):
        F.cross_entropy(transformer(x).mT, y).backward()
        for optimizer, full in zip(steps, (run.lr, run.muon_lr), strict=True):
            optimizer.param_groups[0]["lr"] = full * run.rate(step)
            optimizer.step()
            optimizer.zero_grad()
    return transformer, time.process_time() - began


@torch.inference_mode()
def bits_per_byte(transformer: Transformer, vocabulary: Vocabulary, ids: torch.Tensor) -> float:
    """Surprise at a text, whose ends of documents count as bits but not as bytes."""
    inputs, targets = in_rows(ids)
    pairs = zip(inputs.split(32), targets.split(32), strict=True)
    nats = sum(F.cross_entropy(transformer(x).mT, y, reduction="sum").item() for x, y in pairs)
    n_bytes = sum(len(vocabulary.bytes_of(id)) for id in targets.flatten().tolist() if id != EOT)
    return nats / math.log(2) / n_bytes


def sweep(out: Path, planned: list[Planned]) -> Iterator[Measured]:
    """Train what `out` lacks of `planned`, add its line to `out`, and say it."""
    done = {(run.layers, run.width, run.tokens, run.seed) for run in read(out)}
    lacking = [p for p in planned if (p.config.n_layer, p.config.n_embd, p.tokens, p.seed) not in done]
    if not lacking:
        return
    vocabulary = TheWorld().vocabulary(replace(PLAIN, config=lacking[0].config))
    unseen = text(vocabulary, "scale unseen", UNSEEN * CONTEXT, validation=True)
    texts = {seed: text(vocabulary, f"scale {seed}", max(AMOUNTS)) for seed in {p.seed for p in lacking}}
    for each in lacking:
        transformer, seconds = train(each, vocabulary, texts[each.seed])
        config, weights = each.config, sum(p.numel() for p in transformer.parameters())
        bits = round(bits_per_byte(transformer, vocabulary, unseen), 4)
        measured = Measured(config.n_layer, config.n_embd, weights, each.tokens, each.seed, bits, round(seconds, 1))
        note(out, measured)
        yield measured
