"""The tuning itself, in the process that trains: step by step, telling what it says by now and what else has moved.

It begins with the weights of a folder, which it never writes to. Started again, it begins anew and leaves the same
bytes.
"""

import math
import random
import time

import torch
from torch import Tensor

from model.core import checkpoint
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.history import spaced
from model.learn.jobs.folder import Folder
from model.learn.jobs.readouts import moved
from model.learn.losses import Losses
from model.learn.muon import fast_bf16
from model.learn.rows import Rows
from model.learn.tune import lora
from model.learn.tune.elsewhere import forgetting, orwell, other_dice, sums_after
from model.learn.tune.examples import Examples
from model.learn.tune.leave import leave
from model.learn.tune.said import chances, faces, fitting, sample
from model.learn.tune.tuning import Tuning

ADAPTER = "adapter"  # the folder in which it lies
RATES = {"full": 2e-4, "lora": 3e-3}  # of AdamW, falling to 0
SLOW = {"full": 1e-5, "lora": 3e-4}  # of what shall be seen step by step, and does not fall
WARM_UP = 5  # steps
REHEARSED = 0.5  # weight of the row of the world
LOOKS = 10
TOLD = 24  # tokens of a sample
PATIENCE = 4  # times its seconds: then it ends, done or not


class Tuner:
    """A model that goes on learning: a copy of it, all of whose weights move, or adapters beside them."""

    def __init__(self, tuning: Tuning, base: Transformer, vocabulary: Vocabulary):
        torch.manual_seed(tuning.seed)
        self.tuning, self.vocabulary, self.done = tuning, vocabulary, 0
        self.base = {name: weight.clone() for name, weight in base.state_dict().items()}
        self.learner = Transformer(base.config)
        self.learner.load_state_dict(self.base)
        self.adapters = lora.adapt(self.learner, tuning.rank) if tuning.way == "lora" else {}
        self.learner.train()
        learning = [weight for weight in self.learner.parameters() if weight.requires_grad]
        self.numbers, self.learning, self.norm = sum(weight.numel() for weight in learning), learning, 0.0
        self.falls = tuning.reads not in ("cure", "right")
        self.rate = (RATES if self.falls else SLOW)[tuning.way]
        self.optimizer = torch.optim.AdamW(learning, self.rate, betas=(0.9, 0.95), weight_decay=0)
        self.length = base.config.n_positions
        self.examples = Examples(tuning, vocabulary, self.length)
        self.losses = Losses(self.learner)

    def mean(self, inputs: Tensor, targets: Tensor) -> Tensor:
        """Nats of each target that is counted, on average: first within a row, so that long ones count no more."""
        with torch.autocast("cpu", torch.bfloat16, enabled=fast_bf16()):
            return (self.losses(inputs, targets).sum(1) / (targets >= 0).sum(1)).mean()

    def step(self) -> float:
        """One step down; bits a token of its examples."""
        name = f"{self.tuning.seed} tune {self.done}"
        loss = said = self.mean(*map(torch.from_numpy, self.examples.rows(name)))
        if self.tuning.rehearse:
            row = Rows(self.vocabulary).batch(random.Random(f"{name} world"), 0, 1, self.length + 1)
            loss = loss + REHEARSED * self.mean(*map(torch.from_numpy, row))
        loss.backward()
        self.norm = float(torch.nn.utils.get_total_norm([weight.grad for weight in self.learning]))
        self.optimizer.param_groups[0]["lr"] = self.rate * self.share()
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.done += 1
        return said.item() / math.log(2)

    def share(self) -> float:
        """Of its rate, at this step: it warms up and falls to 0, or stays as it is."""
        if not self.falls:
            return 1.0
        return min(1.0, (self.done + 1) / WARM_UP) * (1 - self.done / self.tuning.steps)

    def weights(self) -> dict[str, Tensor]:
        """All that the tuned model is by now, adapters mixed in."""
        if self.adapters:
            return lora.merged(self.base, self.adapters)
        return self.learner.state_dict()


def read_out(base: Transformer, transformer: Transformer, vocabulary: Vocabulary, tuning: Tuning) -> dict:
    """What a model says after the prompt, and what it makes of all that nobody tunes."""
    ids = vocabulary.encode(asked_of(tuning))
    said = sample(transformer, vocabulary, ids, TOLD, tuning.seed)
    dice = [chances(model, ids) for model in (base, transformer)]
    now = {"said": said, "faces": faces(dice, vocabulary), **forgetting(transformer, vocabulary)}
    sums = {"after": sums_after(transformer, vocabulary, orwell()), "plain": sums_after(transformer, vocabulary, "")}
    return now | {"sums": sums, "dice": other_dice(transformer, vocabulary)}


def asked_of(tuning: Tuning) -> str:
    """The prompt that is asked while it learns."""
    return tuning.asks or f"{orwell()}\n2+2="


def steps_of(tuning: Tuning) -> list[int]:
    """The steps at which it is read out: the first ones all, then evenly spaced in their logarithm."""
    return [0, *spaced(tuning.steps, LOOKS)]


def live(folder: Folder) -> None:
    """Tune until the steps are done or somebody stops it. Raises ValueError for a prompt that does not fit."""
    tuning: Tuning = folder.lesson
    began = time.monotonic()
    base, vocabulary, _ = checkpoint.load(tuning.base)
    prompt = asked_of(tuning)
    fitting(prompt, base, vocabulary, TOLD)
    tuner, shown = Tuner(tuning, base, vocabulary), Transformer(base.config).eval().requires_grad_(False)
    looks, numbers = steps_of(tuning), tuner.numbers
    folder.after(-1)
    about = {"weights": numbers, "of": sum(w.numel() for w in tuner.base.values()), "tokens": len(vocabulary)}
    folder.tell(begun=True, steps=tuning.steps, beginning=prompt, shots=looks, orwell=orwell(), **about)

    def look() -> None:
        shown.load_state_dict(tuner.weights())
        told = read_out(base, shown, vocabulary, tuning) | {"moved": moved(tuner.base, shown), "shot": looked[0]}
        folder.tell(step=tuner.done, seconds=round(time.monotonic() - began, 2), **told)
        looked[0] += 1

    looked, last = [0], False
    look()
    while not last:
        folder.tell(losses=[round(tuner.step(), 4)], norms=[round(tuner.norm, 5)], step=tuner.done)
        late = time.monotonic() - began > PATIENCE * tuning.seconds
        last = tuner.done == tuning.steps or folder.stopped or late
        if tuner.done in looks or last:
            look()
    tuned = Transformer(base.config)
    tuned.load_state_dict(tuner.weights())
    if tuner.adapters:
        lora.save(folder.path / ADAPTER, tuner.adapters, tuning.rank)
    leave(folder, tuned, vocabulary, tuner.done, began)
