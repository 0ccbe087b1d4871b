"""Teach the shipped model to chat: `python -m model.learn.chat`. A quarter of an hour of one core, and it goes on."""

import argparse
from pathlib import Path

import torch

from model.learn.chat.teach import SEED, STEPS, teach


def main() -> None:
    """Read what is asked for, and do it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--model", type=Path, default=Path("assets/model"))
    asked.add_argument("--build", type=Path, default=Path("build/chat"), help="what is needed to go on")
    asked.add_argument("--out", type=Path, default=Path("assets/chat"), help="folder of the adapter")
    asked.add_argument("--steps", type=int, default=STEPS)
    asked.add_argument("--seed", type=int, default=SEED)
    given = asked.parse_args()
    torch.set_num_threads(1)
    print(teach(given.model, given.build, given.out, given.steps, given.seed))


if __name__ == "__main__":
    main()
