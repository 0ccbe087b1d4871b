"""A training that is killed fifty times at random moments of its saves. `make bench-class` runs it.

Each time another process goes on from what lies there: its weights must be, bit by bit, those of the same training
that nobody killed, at the step that it says, and no step that was saved may be lost. Exits with 1 otherwise.
"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from page import report

from model.core.config import ModelConfig
from model.learn.run import Run
from model.learn.trainer import Trainer
from model.world.rich import World

KILLS = int(os.environ.get("KILLS", "50"))
WORLD = World({"story": 54, "facts": 24, "sums": 13, "questions": 9}, {"one": 4, "two": 3, "digit": 1}, 0, 0)
SMALL = ModelConfig(vocab_size=900, n_embd=12, n_layer=2, n_head=2)
RUN = replace(Run(SMALL, WORLD, steps=5000, pictures=1, texts=1, every=3, seed=4), documents=300)


def digest(trainer: Trainer) -> str:
    """Of all weights as they are, not as a folder keeps them."""
    weights = trainer.transformer.state_dict().values()
    return hashlib.sha256(b"".join(weight.detach().numpy().tobytes() for weight in weights)).hexdigest()[:16]


def train(out: Path) -> None:
    """Go on from what is there, and save after each step, until it is killed."""
    trainer = Trainer(RUN, out)
    print("from", trainer.done, digest(trainer), flush=True)
    while True:
        trainer.step()
        print("saving", trainer.done, flush=True)
        trainer.save()
        print("saved", trainer.done, flush=True)


def killed(out: Path, rng: random.Random, saves: float) -> tuple[int, str, int, float]:
    """Where a process went on and with which weights, the last step that it saved, and how long a save took."""
    command = [sys.executable, __file__, str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        _, step, weights = process.stdout.readline().split()
        last, began = int(step), 0.0
        for _ in range(rng.randrange(1, 4)):
            process.stdout.readline()
            began = time.monotonic()
            last = int(process.stdout.readline().split()[1])
        took = time.monotonic() - began
        process.stdout.readline()
        time.sleep(rng.uniform(0, saves or took))
        process.send_signal(signal.SIGKILL)
        last = max([last, *(int(line.split()[1]) for line in process.stdout if line.startswith("saved"))])
    return int(step), weights, last, took


def main() -> int:
    """Print what was found; 1 if weights were mixed, lost, or could not be opened."""
    if len(sys.argv) > 1:
        train(Path(sys.argv[1]))
    rng, saves, last, wrong, between = random.Random(1), 0.0, 0, [], 0
    straight = Trainer(RUN)
    right = {0: digest(straight)}
    with tempfile.TemporaryDirectory() as folder:
        for n in range(KILLS + 1):
            step, weights, saved, took = killed(Path(folder) / "run", rng, saves)
            saves = max(saves, took)
            while straight.done < step:
                straight.step()
                right[straight.done] = digest(straight)
            between += step == last + 1
            if weights != right[step] or not last <= step <= last + 1:
                wrong.append(f"kill {n}: step {step} after {last}, weights {weights}, should be {right[step]}")
            last = saved
    print(f"    {KILLS} kills within {saves:.2f} s of a save; {between} of them after its last file was there")
    for each in wrong:
        print("    ", each)
    return report([("resumed with mixed, lost or no weights", len(wrong), 0)])


if __name__ == "__main__":
    sys.exit(main())
