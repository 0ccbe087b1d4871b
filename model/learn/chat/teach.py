"""Teach the shipped model to chat: adapters beside its matrices learn, what it was is rehearsed.

Each step takes rows of conversations, and one row of the world, on which the adapted model is to keep the very dice of
the model without adapters (learning without forgetting, Li & Hoiem 2016). Killed, it goes on where it last stored; the
same seed makes the same rows.
"""

import json
import math
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from model.core import checkpoint
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.core.written import write_text, written
from model.learn.chat.turns import ASSISTANT, USER, rows
from model.learn.losses import Losses
from model.learn.muon import fast_bf16
from model.learn.rows import Rows
from model.learn.tune import lora
from model.learn.tune.elsewhere import forgetting
from model.world.rich import TYPED

RANK, RATE, WARM_UP = 40, 1.5e-3, 20
ROWS, LENGTH, STEPS, SEED = 4, 256, 11_000, 1
LIKE = {USER: "Question:", ASSISTANT: "Answer:"}  # what the rows of the turn tokens are at the start: the mean of these
REHEARSED, EVERY = 1.5, 2  # weight of the row of the world, and steps from one to the next
PICTURED = 4  # one such row in so many is a picture
STORED, LOOKED = 25, 50  # steps from one to the next
STATE, LOG = "state.pt", "log.jsonl"


class Teacher:
    """A model whose adapters learn, and the same without them."""

    def __init__(self, base: Transformer, vocabulary: Vocabulary, steps: int, seed: int):
        torch.manual_seed(seed)
        self.base, self.vocabulary, self.steps, self.seed, self.done = base, vocabulary, steps, seed, 0
        self.learner = Transformer(base.config)
        self.learner.load_state_dict(base.state_dict())
        self.adapters = lora.adapt(self.learner, RANK)
        self.turns = [vocabulary.encode(name)[0] for name in LIKE]
        alike = [base.wte.weight[vocabulary.encode(text)].mean(0) for text in LIKE.values()]
        self.learner.wte = lora.Rowed(base.wte.weight, self.turns, torch.stack(alike))
        self.learning = [weight for weight in self.learner.parameters() if weight.requires_grad]
        self.optimizer = torch.optim.AdamW(self.learning, RATE, betas=(0.9, 0.95), weight_decay=0.01)
        self.losses = Losses(self.learner)
        self.length = base.config.n_positions  # of a row of the world

    def rate(self) -> float:
        """Of this step: it warms up and falls along half a cosine."""
        return RATE * min(1, (self.done + 1) / WARM_UP) * (1 + math.cos(math.pi * self.done / self.steps)) / 2

    def rehearsed(self, rng: random.Random) -> Tensor:
        """How far the dice of a row of the world are from those of the base, in nats a token (KL divergence)."""
        pictures = int(rng.random() * PICTURED < 1)
        inputs, targets = map(
            torch.from_numpy, Rows(self.vocabulary, TYPED).batch(rng, pictures, 1 - pictures, self.length + 1)
        )
        with torch.inference_mode():
            wanted = self.base(inputs).float().log_softmax(-1)
        dice = self.learner(inputs).float().log_softmax(-1)
        far = F.kl_div(dice, wanted.clone(), reduction="none", log_target=True).sum(-1)
        return far[targets >= 0].mean()

    def step(self) -> tuple[float, float]:
        """One step down; bits a token of the answers, and how far it is from the base, in bits a token."""
        rng = random.Random(f"{self.seed} chat {self.done}")
        ids, targets, weights = map(torch.from_numpy, rows(rng, self.vocabulary, ROWS, LENGTH))
        with torch.autocast("cpu", torch.bfloat16, enabled=fast_bf16()):
            nats = self.losses(ids, targets)
            far = self.rehearsed(rng) if self.done % EVERY == 0 else torch.tensor(0.0)
        said = (nats * weights).sum() / weights.sum()
        (said + REHEARSED * far).backward()
        torch.nn.utils.clip_grad_norm_(self.learning, 1.0)
        self.optimizer.param_groups[0]["lr"] = self.rate()
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.done += 1
        return said.item() / math.log(2), far.item() / math.log(2)

    def merged(self) -> Transformer:
        """The model with its adapters mixed in."""
        made = Transformer(self.base.config)
        table = {"wte.weight": self.learner.wte.weight.detach()}
        made.load_state_dict(lora.merged(self.base.state_dict(), self.adapters) | table)
        return made.eval().requires_grad_(False)

    def store(self, file: Path) -> None:
        """Keep all that is needed to go on."""
        state = {"done": self.done, "weights": self.learning, "optimizer": self.optimizer.state_dict()}
        written(file, lambda new: torch.save(state, new))

    def begin_with(self, folder: Path, done: int) -> None:
        """From an adapter that was made beside earlier weights, as if so many steps were done beside these."""
        lora.load(folder, self.adapters, self.learner.wte)
        self.done = done

    def go_on(self, file: Path) -> None:
        """From what was stored."""
        state = torch.load(file, weights_only=True)
        self.done = state["done"]
        for weight, stored in zip(self.learning, state["weights"], strict=True):
            weight.data.copy_(stored)
        self.optimizer.load_state_dict(state["optimizer"])


def teach(model: Path, build: Path, out: Path, steps: int = STEPS, seed: int = SEED, done: int = 0) -> dict:
    """Teach the model of a folder; the adapter comes into `out`, what is needed to go on into `build`.

    If some steps are `done` and nothing is there to go on with, it begins with the adapter that lies in `out`.
    """
    base, vocabulary, _ = checkpoint.load(model)
    teacher, began = Teacher(base, vocabulary, steps, seed), time.process_time()
    build.mkdir(parents=True, exist_ok=True)
    if (build / STATE).is_file():
        teacher.go_on(build / STATE)
    elif done:
        teacher.begin_with(out, done)
    told = {"step": 0, **forgetting(base, vocabulary)}
    while teacher.done < steps:
        said, far = teacher.step()
        if teacher.done % LOOKED == 0 or teacher.done == steps:
            told = {"step": teacher.done, "said": round(said, 4), "far": round(far, 4)}
            told |= forgetting(teacher.merged(), vocabulary) | {"seconds": round(time.process_time() - began)}
            with (build / LOG).open("a") as log:
                log.write(json.dumps(told) + "\n")
            print(told, flush=True)
            lora.save(out, teacher.adapters, RANK, teacher.learner.wte, checkpoint.checksum(base), torch.float16)
        if teacher.done % STORED == 0:
            teacher.store(build / STATE)
    facts = {"base": checkpoint.checksum(base), "steps": steps, "seed": seed, "rank": RANK, "log": LOG}
    write_text(build / "facts.json", json.dumps(facts | told, indent=2) + "\n")
    return told
