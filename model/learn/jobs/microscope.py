"""One step of gradient descent at a time, on a batch and a weight that one can follow with a calculator.

The loss is the mean surprise in bits, and its slope is what autograd says; no Muon, no decay, no warm-up.
"""

import math
import random
from collections import OrderedDict
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from model.core.config import amount, within
from model.learn.jobs.folder import Folder
from model.learn.jobs.given import Given
from model.learn.jobs.lesson import Lesson, choice
from model.learn.jobs.materials import material
from model.learn.jobs.snapshots import opened
from model.learn.losses import Losses

ROWS = 4  # of the batch
MOST = 60  # steps
HILL = 15  # places along the hill
SPAN = 1.0  # of the hill, to each side
RATES = {"sgd": 0.1, "adamw": 3e-3}  # by rule (Robbins & Monro 1951; Loshchilov & Hutter 2019)
GIVEN, SHOWN = 6, 40  # tokens of a row that are told: before those that are counted, and all
KEPT = 6  # states of which the next step goes on

State = tuple[dict[str, Tensor], dict]  # weights, and the optimizer's memory
states: OrderedDict[tuple, State] = OrderedDict()


@dataclass(frozen=True)
class Asked:
    """From which snapshot, after how many steps more, by which rule, and which weight is followed."""

    shot: int = 0
    taken: int = 0
    rule: str = "sgd"
    matrix: str = "h.0.mlp.c_fc.weight"
    row: int | None = None  # None: that of the steepest slope, as for the column
    column: int | None = None

    def __post_init__(self) -> None:
        choice("rule", self.rule, tuple(RATES))
        amount("The number of steps", self.taken, MOST)


@lru_cache(2)
def known(lesson: Lesson) -> Given:
    """What a lesson reads: a text of the world takes a second to write."""
    return material(lesson)


class Microscope:
    """A model of a training, ready to take single steps."""

    def __init__(self, folder: Path, asked: Asked):
        self.asked, lesson = asked, Folder(folder).lesson
        self.transformer, self.vocabulary = opened(folder, asked.shot)
        self.given = known(lesson)
        self.seed, self.length = lesson.seed, self.transformer.config.n_positions + 1
        self.losses = Losses(self.transformer)
        self.transformer.requires_grad_(True)
        weights = self.transformer.parameters()
        rate = RATES[asked.rule]
        self.optimizer = (
            torch.optim.SGD(weights, rate) if asked.rule == "sgd" else torch.optim.AdamW(weights, rate, weight_decay=0)
        )
        self.key = str(folder), asked.shot, asked.rule
        self._go(asked.taken)

    def pay(self, *batch: Tensor | float) -> Tensor:
        """Nats of each target: what a material asks of who learns."""
        return self.losses(*batch)

    def batch(self, step: int) -> tuple[Tensor, Tensor]:
        """Inputs and targets (4, T) of a step."""
        made = self.given.batch(self.vocabulary, random.Random(f"{self.seed} microscope {step}"), self.length)
        return tuple(torch.from_numpy(np.ascontiguousarray(part[:ROWS])) for part in made)

    def bits(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """The mean over what is counted, and each (4, T)."""
        each = self.given.pay(self, inputs, targets) / math.log(2)
        return each.sum() / (targets >= 0).sum(), each

    def steepest(self, weight: Tensor, inputs: Tensor, targets: Tensor) -> tuple[int, int]:
        """Row and column of the number in a matrix that the loss depends on most."""
        (slopes,) = torch.autograd.grad(self.bits(inputs, targets)[0], weight)
        row, column = divmod(int(slopes.abs().argmax()), weight.shape[1])
        return row, column

    def _go(self, steps: int) -> None:
        """Take `steps` steps, those that were taken before from memory."""
        known = next((n for n in range(steps, -1, -1) if (*self.key, n) in states), 0)
        if found := states.get((*self.key, known)):
            self.transformer.load_state_dict(found[0])
            self.optimizer.load_state_dict(deepcopy(found[1]))
        for step in range(known, steps):
            self.descend(step)
        weights = {name: weight.clone() for name, weight in self.transformer.state_dict().items()}
        states[(*self.key, steps)] = weights, deepcopy(self.optimizer.state_dict())
        while len(states) > KEPT:
            states.popitem(last=False)

    def descend(self, step: int) -> tuple[Tensor, Tensor]:
        """One step down; the loss before it, and each of its bits."""
        self.optimizer.zero_grad()
        loss, each = self.bits(*self.batch(step))
        loss.backward()
        self.optimizer.step()
        return loss.detach(), each.detach()


def look(folder: Path, asked: Asked) -> dict:
    """The step after `asked.taken` others: its batch, the loss, and one weight before and after it.

    Raises ValueError for what there is none of.
    """
    scope = Microscope(folder, asked)
    weights = dict(scope.transformer.named_parameters())
    choice("weight", asked.matrix, tuple(name for name, weight in weights.items() if weight.ndim == 2))
    followed = weights[asked.matrix]
    before = {name: weight.detach().clone() for name, weight in weights.items()}
    inputs, targets = scope.batch(asked.taken)
    place = scope.steepest(followed, inputs, targets)
    if asked.row is not None:
        place = within("row", asked.row, followed.shape[0]), within("column", asked.column, followed.shape[1])
    hill = along(scope, followed, place, inputs, targets)
    loss, each = scope.descend(asked.taken)
    slope, rate = followed.grad[place].item(), RATES[asked.rule]
    way = torch.cat([(weight.detach() - before[name]).ravel() for name, weight in weights.items()])
    told = {"taken": asked.taken, "most": MOST, "rule": asked.rule, "rate": rate, "loss": loss.item()}
    told |= {"before": before[asked.matrix][place].item(), "after": followed[place].item(), "slope": slope}
    told |= memory(scope.optimizer, followed, place, asked.taken + 1)
    told |= {"hill": hill, "moved": way.square().mean().sqrt().item(), "weights": len(way)}
    told |= {"shapes": {name: list(weight.shape) for name, weight in weights.items() if weight.ndim == 2}}
    return told | {"rows": read(scope, inputs, targets, each), "matrix": asked.matrix, "place": list(place)}


def along(scope: Microscope, weight: Tensor, place: tuple[int, int], inputs: Tensor, targets: Tensor) -> list[list]:
    """The loss of this batch if this weight alone were another: pairs of value and bits."""
    at, found = weight[place].item(), []
    with torch.no_grad():
        for value in np.linspace(at - SPAN, at + SPAN, HILL):
            weight[place] = value
            found.append([round(float(value), 6), scope.bits(inputs, targets)[0].item()])
        weight[place] = at
    return found


def memory(optimizer: torch.optim.Optimizer, weight: Tensor, place: tuple[int, int], steps: int) -> dict:
    """What AdamW remembers of a weight, corrected for its beginning: mean slope and mean size of the slope."""
    state = optimizer.state.get(weight) or {}
    if "exp_avg" not in state:
        return {}
    first, second = optimizer.param_groups[0]["betas"]
    mean = state["exp_avg"][place].item() / (1 - first**steps)
    size = math.sqrt(state["exp_avg_sq"][place].item() / (1 - second**steps)) + optimizer.param_groups[0]["eps"]
    return {"mean": mean, "size": size}


def read(scope: Microscope, inputs: Tensor, targets: Tensor, each: Tensor) -> list[dict]:
    """Of each row its pieces, and the chance that the model gave to each that is counted."""
    rows = []
    for ids, wanted, bits in zip(inputs.tolist(), targets.tolist(), each.tolist(), strict=True):
        counted = [target >= 0 for target in wanted]
        start = max(0, counted.index(True) - GIVEN)  # a caption is padded
        told = [ids[0], *(b if known else a for a, b, known in zip([*ids[1:], 0], wanted, counted, strict=True))]
        chances = [None, *(2**-paid if known else None for known, paid in zip(counted, bits, strict=True))]
        end = start + SHOWN
        rows.append({"pieces": scope.vocabulary.pieces(told[start:end]), "chances": chances[start:end]})
    return rows
