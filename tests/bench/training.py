"""What helps a training: small models, each trained as the shipped one but for one change.

`PYTHONPATH=. OMP_NUM_THREADS=1 python tests/bench/training.py` runs all of them, one after another, and
prints bits on unseen data and processor seconds; names of arms run those alone. A small model and
few steps say which way to go, not how far.
"""

import argparse
import time
from dataclasses import replace

import torch

from model.core.config import ModelConfig
from model.learn.run import Run
from model.learn.trainer import Trainer

ARMS = {  # name: what is changed
    "as shipped": {},
    "AdamW alone, 1.5e-3": {"optimizer": "adamw", "lr": 1.5e-3},
    "AdamW alone, 3e-3": {"optimizer": "adamw", "lr": 3e-3},
    "AdamW alone, 6e-3": {"optimizer": "adamw", "lr": 6e-3},
    "Muon 0.006": {"muon_lr": 0.006},
    "Muon 0.024": {"muon_lr": 0.024},
    "no weight decay": {"weight_decay": 0.0},
    "weight decay 0.2": {"weight_decay": 0.2},
    "half the batch, twice the steps": {"pictures": 2, "texts": 1, "steps": 2.0},
    "twice the batch, half the steps": {"pictures": 8, "texts": 4, "steps": 0.5},
    "vocabulary 2048": {"vocabulary": 2048},
    "vocabulary 4096": {"vocabulary": 4096},
    "pictures weigh 1": {"picture_weight": 1.0},
    "pictures weigh 20": {"picture_weight": 20.0},
    "more pictures": {"pictures": 5, "texts": 1},
    "positions from noise": {"noise": True},
}


# A model that an arm trains in about a minute.
SMALL = ModelConfig(vocab_size=1024, n_embd=128, n_layer=3, n_head=2)


def trainer(changes: dict, steps: int, seed: int) -> Trainer:
    """A run that has not begun, with one change."""
    changes = {"steps": 1.0} | changes
    noise, config = changes.pop("noise", False), replace(SMALL, vocab_size=changes.pop("vocabulary", 1024))
    changes["steps"] = int(changes["steps"] * steps)
    made = Trainer(Run(**({"config": config, "pictures": 4, "texts": 2, "seed": seed, "documents": 3000} | changes)))
    if noise:
        torch.nn.init.normal_(made.transformer.wpe.weight, std=0.02)
    return made


def measure(changes: dict, steps: int, seed: int) -> tuple[dict, float]:
    """Bits on unseen data at the end, and processor seconds for the steps."""
    arm = trainer(dict(changes), steps, seed)
    began = time.process_time()
    while arm.done < arm.run.steps:
        arm.step()
    seconds = time.process_time() - began
    return arm.material.evaluate(arm), seconds


def main() -> None:
    """Train the arms that were asked for, each with every seed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("arms", nargs="*", help="names of arms; all, if none is given")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--seeds", type=int, default=1)
    flags = parser.parse_args()
    if unknown := set(flags.arms) - set(ARMS):
        raise SystemExit(f"No arm is called {', '.join(sorted(unknown))}; there are {', '.join(ARMS)}")
    print(f"{'':34}{'seed':>5}{'bits per picture':>18}{'bits per byte':>15}{'seconds':>9}")
    for name in flags.arms or ARMS:
        for seed in range(1, flags.seeds + 1):
            found, seconds = measure(ARMS[name], flags.steps, seed)
            print(
                f"{name:34}{seed:>5}{found['bits_per_picture']:>18.2f}{found['bits_per_byte']:>15.4f}{seconds:>9.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
