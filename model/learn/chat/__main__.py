"""Teach the shipped model to chat, then count what it can do: `python -m model.learn.chat`. It goes on after a kill."""

import argparse
from pathlib import Path

import torch

from model.language_model import load
from model.learn.chat.adapter import FOLDER
from model.learn.chat.card import count
from model.learn.chat.teach import SEED, STEPS, teach


def main() -> None:
    """Read what is asked for, and do it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--model", type=Path, default=Path("assets/model"))
    asked.add_argument("--build", type=Path, default=Path("build/chat"), help="what is needed to go on")
    asked.add_argument("--out", type=Path, default=FOLDER, help="folder of the adapter")
    asked.add_argument("--steps", type=int, default=STEPS)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument(
        "--done", type=int, default=0, help="begin with the adapter in --out, as if so many steps were done"
    )
    given = asked.parse_args()
    torch.set_num_threads(1)
    teach(given.model, given.build, given.out, given.steps, given.seed, given.done)
    for row in count(load(given.model), given.out)["rows"]:
        print(row, flush=True)


if __name__ == "__main__":
    main()
