"""Training, as a generator that says what happened: `for step in train(run)`.

Muon (Jordan et al. 2024) for the matrices of the layers, AdamW (Loshchilov & Hutter 2019) for the rest; linear
warm-up, then a linear decay to 0. Resumes by itself from what it last saved. Runs on processors and GPUs; under
`torchrun` on several at once, each with rows and steps of its own; what they have learned they average every few
steps (local SGD, Stich 2019).
"""

import json
import math
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import distributed

from model.core import checkpoint
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.core.written import write_text, written
from model.learn.holes import Holes
from model.learn.losses import Losses
from model.learn.material import Material, TheWorld
from model.learn.muon import Muon, fast_bf16
from model.learn.news import News
from model.learn.run import Run
from model.learn.start import both_ways, carry_over, start_positions

ALONE = 8  # steps that each of several processes takes between two averages: waiting at each took a quarter longer


class Happened(NamedTuple):
    """One step of a training."""

    step: int  # steps done
    bits: float  # of this step's targets, on average, without drilled recalls
    tokens: int  # read since the beginning
    seconds: float  # of training since the beginning
    found: dict[str, float] | None  # bits of what it has not seen, where they were measured
    norm: float  # length of the gradient, all weights together
    transformer: Transformer  # as it is now: it goes on learning
    vocabulary: Vocabulary


def train(run: Run, out: Path | None = None, weights: Path | None = None) -> Iterator[Happened]:
    """Train until the steps of `run` are done.

    With `out`, a folder, goes on from what was saved there, and saves at each evaluation. `weights` is a folder
    from whose weights and vocabulary to start, or from its vocabulary alone if the run is `fresh`. Raises
    ValueError if it is no checkpoint.
    """
    trainer = Trainer(run, out, weights)
    while trainer.done < run.steps:
        bits, found = trainer.step(), None
        if trainer.done % run.every == 0 or trainer.done == run.steps:
            found = trainer.material.evaluate(trainer)
            trainer.log.append({"step": trainer.done, "train_bits": round(bits, 4), **found})
            if out and trainer.process == 0:
                trainer.save()
        yield Happened(
            *(trainer.done, bits, trainer.tokens, trainer.seconds, found, trainer.norm),
            *(trainer.transformer, trainer.vocabulary),
        )


def material_of(run: Run) -> Material:
    """What a run learns from where nothing is given."""
    if run.masked:
        return Holes()
    return News() if run.teacher else TheWorld()


def hardware() -> str:
    """What this run computes on, in words."""
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return f"{os.cpu_count()} processor cores"


def best_device() -> torch.device:
    """A GPU of this process's own where there is one, else the processor."""
    if torch.cuda.is_available():
        return torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def join_others() -> tuple[int, int]:
    """This process's number and how many train together; `torchrun` says so by the environment."""
    if "RANK" not in os.environ:
        return 0, 1
    if not distributed.is_initialized():
        distributed.init_process_group()
    return distributed.get_rank(), distributed.get_world_size()


def optimizers(transformer: Transformer, run: Run) -> list[torch.optim.Optimizer]:
    """AdamW, and Muon for the matrices of the layers unless the run wants AdamW alone."""
    matrices = [p for p in transformer.h.parameters() if p.ndim == 2 and run.optimizer == "muon"]
    chosen = set(map(id, matrices))
    rest = [p for p in transformer.parameters() if id(p) not in chosen]
    adamw = torch.optim.AdamW(rest, run.lr, betas=(0.9, 0.95), weight_decay=run.weight_decay / 5)
    return [adamw, Muon(matrices, run.muon_lr, run.weight_decay)] if matrices else [adamw]


class Trainer:
    """A run under way: what it needs at each step, and how it is saved and resumed."""

    def __init__(self, run: Run, out: Path | None = None, weights: Path | None = None):
        self.run, self.out, self.weights = run, out, weights
        self.material = run.material or material_of(run)
        self.norm = 0.0
        self.process, self.processes = join_others()
        self.device = best_device()
        torch.manual_seed(run.seed)
        self.done, self.seconds, self.tokens, self.log = 0, 0.0, 0, []
        self.before: dict | None = None  # the training of the weights that it started from
        self.saved = out / "training.safetensors" if out else None
        resumed = bool(self.saved and self.saved.is_file())
        self.transformer, self.vocabulary = self.open(out if resumed else weights) if resumed or weights else begin(run)
        if weights and not resumed and run.fresh:
            self.transformer, self.before = at_random(run, self.vocabulary), None
        elif weights and not resumed and len(self.vocabulary) != run.config.vocab_size:
            old = self.transformer, self.vocabulary
            self.transformer, self.vocabulary = begin(run)
            carry_over(*old, self.transformer, self.vocabulary)
        if run.masked and not self.transformer.config.masked:
            self.transformer = both_ways(self.transformer)
        for parameter in self.transformer.parameters():
            parameter.data = parameter.data.contiguous()
        self.transformer.to(self.device).train().requires_grad_(True)
        self.length = self.transformer.config.n_positions + 1
        self.optimizers = optimizers(self.transformer, run)
        if resumed:
            self.resume()
        elif run.go_on:
            self.count_on(self.before or {})
        groups, teacher = self.material.groups(self.vocabulary), self.open_teacher()
        self.losses = Losses(self.transformer, groups, run.compiled, teacher)

    def open(self, folder: Path) -> tuple[Transformer, Vocabulary]:
        """What a checkpoint has learned, and how it came to that."""
        transformer, vocabulary, told = checkpoint.load(folder)
        self.before = told.get("training")
        return transformer, vocabulary

    def open_teacher(self) -> Transformer | None:
        """Whose dice are to be kept; ValueError if it is no checkpoint, or of other tokens."""
        if not self.run.teacher:
            return None
        teacher, vocabulary, _ = checkpoint.load(Path(self.run.teacher))
        if vocabulary.tokenizer.get_vocab() != self.vocabulary.tokenizer.get_vocab():
            raise ValueError(f"{self.run.teacher} has other tokens: its dice cannot be kept.")
        return teacher.to(self.device).requires_grad_(False)

    def resume(self) -> None:
        """Bring back the exact weights, the optimizers' state and the counts."""
        with safe_open(self.saved, framework="pt") as file:
            saved = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            facts = json.loads(file.metadata()["facts"])
        apart = facts.get("checksum") not in (None, checkpoint.checksum(self.transformer))
        self.done, self.seconds, self.tokens, self.log = (facts[n] for n in ("steps", "seconds", "tokens", "log"))
        self.before = facts.get("before")
        self.transformer.load_state_dict({n: saved[f"model.{n}"] for n in self.transformer.state_dict()})
        for i, optimizer in enumerate(self.optimizers):
            state = optimizer.state_dict()
            for name in [n for n in saved if n.startswith(f"optimizer{i}.")]:
                _, parameter, field = name.split(".")
                state["state"].setdefault(int(parameter), {})[field] = saved[name]
            optimizer.load_state_dict(state)
        if apart and self.process == 0:  # killed between the two
            print(
                f"{self.out} was written only in part: going on from step {self.done}, which is whole", file=sys.stderr
            )
            self.save()

    def count_on(self, facts: dict) -> None:
        """Take the counts of the run whose weights these are; its optimizers' state, some twenty steps, is gone."""
        try:
            self.done, self.seconds, self.tokens, self.log = (facts[n] for n in ("steps", "seconds", "tokens", "log"))
        except KeyError:
            raise ValueError("To go on takes --weights of a run, whose config.json says its steps.") from None
        self.before = facts.get("before")

    def save(self) -> None:
        """Write the Hugging Face folder, then in one file all that a resumed run needs; both name the weights."""
        facts = {"steps": self.done, "seconds": round(self.seconds), "tokens": self.tokens, "flags": self.run.facts()}
        facts["flags"] |= {"teacher": Path(self.run.teacher).name, "weights": self.weights.name if self.weights else ""}
        facts |= {"date": date.today().isoformat(), "hardware": hardware(), "log": self.log, "before": self.before}
        facts |= {"processes": self.processes, "checksum": checkpoint.checksum(self.transformer)}
        state = {f"model.{n}": w for n, w in self.transformer.state_dict().items()}
        for i, optimizer in enumerate(self.optimizers):
            for parameter, fields in optimizer.state_dict()["state"].items():
                state |= {f"optimizer{i}.{parameter}.{f}": torch.as_tensor(x) for f, x in fields.items()}
        checkpoint.save(self.out, self.transformer, self.vocabulary, facts)
        write_text(self.out / "README.md", self.material.card(self.transformer.config, facts))
        whole = {n: x.detach().cpu().contiguous() for n, x in state.items()}
        written(self.saved, lambda new: save_file(whole, new, {"facts": json.dumps(facts)}))

    def on_device(self, *arrays: np.ndarray) -> tuple[torch.Tensor, ...]:
        """Arrays as tensors where the weights are."""
        return tuple(torch.from_numpy(a).to(self.device) for a in arrays)

    def step(self) -> float:
        """One step; the loss in bits per token, without that of drilled recalls."""
        began, run = time.perf_counter(), self.run
        loss, bits, tokens = self.material.loss(self, f"{run.seed} step {self.done} process {self.process}")
        loss.backward()
        self.norm = float(torch.nn.utils.get_total_norm([p.grad for p in self.transformer.parameters()]))
        self.tokens += tokens * self.processes
        for optimizer, full in zip(self.optimizers, (run.lr, run.muon_lr), strict=False):
            optimizer.param_groups[0]["lr"] = full * run.rate(self.done)
            optimizer.step()
            optimizer.zero_grad()
        self.done += 1
        if self.processes > 1 and (self.done % ALONE == 0 or self.done % run.every == 0 or self.done == run.steps):
            self.agree()
        self.seconds += time.perf_counter() - began
        return bits.item()

    @torch.no_grad()
    def agree(self) -> None:
        """Let all processes go on from the average of their weights."""
        weights = list(self.transformer.parameters())
        together = torch.cat([weight.flatten() for weight in weights])
        distributed.all_reduce(together)
        parts = (together / self.processes).split([weight.numel() for weight in weights])
        for weight, part in zip(weights, parts, strict=True):
            weight.copy_(part.view_as(weight))

    def fast(self) -> torch.autocast:
        """In bf16 where that is fast. Each pass casts for itself: gradients add up in float32."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=fast_bf16())

    def pay(self, *batch: torch.Tensor | float) -> torch.Tensor:
        """`Losses` of a batch."""
        with self.fast():
            return self.losses(*batch)

    def beside(self, *batch: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """`Losses.beside` of a batch."""
        with self.fast():
            return self.losses.beside(*batch)

    def bits(self, inputs: torch.Tensor, targets: torch.Tensor) -> float:
        """All the targets' bits together."""
        return self.pay(inputs, targets).sum().item() / math.log(2)


def begin(run: Run) -> tuple[Transformer, Vocabulary]:
    """A new vocabulary, and a transformer at random but for its positions."""
    vocabulary = (run.material or TheWorld()).vocabulary(run)
    return at_random(run, vocabulary), vocabulary


def at_random(run: Run, vocabulary: Vocabulary) -> Transformer:
    """A transformer for this vocabulary, at random but for its positions."""
    transformer = Transformer(replace(run.config, vocab_size=len(vocabulary)))
    transformer.wpe.weight.data.copy_(start_positions(transformer.config))
    return transformer
