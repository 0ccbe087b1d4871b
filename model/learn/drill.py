"""Teach trained weights to look back: `python -m model.learn.drill assets/model build/drilled`.

"Mira had a red kite and a blue cup. The kite was" asks two heads in a row for one answer: one that knows of each
word which word stood before it, and one that finds the kite by that. Among all other text hardly any gradient points
there, and a model stays where it was for thousands of steps. Here the weights of attention alone learn, from the
answers of recalls alone: soon nearly all are right, and everything else is forgotten. Then a part of the change of the
layers that carry it is added to the weights as they were; `model.learn --weights build/drilled --drill 8`
mends the rest: text within some hundred steps, pictures within some thousand. Adding a part of a change: Wortsman
et al. 2022, Ilharco et al. 2023.
"""

import argparse
import random
from pathlib import Path

import torch
from torch.nn import functional as F
from tqdm import tqdm

from model.core import checkpoint
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.muon import Muon
from model.learn.rows import drill

PHASES = ((240, 0.008, 3), (240, 0.005, 5))  # steps, learning rate of Muon, most things in a recall
ROWS = 48


def teach(transformer: Transformer, vocabulary: Vocabulary, steps: int, rate: float, most: int) -> float:
    """Train the matrices of attention in place; the share of right answers in the last ten steps."""
    attention = [weight for layer in transformer.h for weight in layer.attn.parameters() if weight.ndim == 2]
    optimizer, right = Muon(attention, rate), []
    length = transformer.config.n_positions + 1
    bar = tqdm(range(steps), unit="step", mininterval=5)
    for step in bar:
        arrays = drill(vocabulary, random.Random(f"drill {most} {step}"), ROWS, length, most)
        inputs, targets = map(torch.from_numpy, arrays)
        asked = targets >= 0
        logits = F.linear(transformer.stream(inputs)[asked], transformer.wte.weight)
        loss = F.cross_entropy(logits, targets[asked])
        for weight, gradient in zip(attention, torch.autograd.grad(loss, attention), strict=True):
            weight.grad = gradient
        # Up over 15 steps, and down to 0 over the last two fifths.
        optimizer.param_groups[0]["lr"] = rate * min(1, (step + 1) / 15, (steps - step) / (0.4 * steps))
        optimizer.step()
        right.append((logits.argmax(-1) == targets[asked]).float().mean().item())
        bar.set_postfix({"right": f"{right[-1]:.2f}"}, refresh=False)
    return sum(right[-10:]) / len(right[-10:])


@torch.no_grad()
def add_change(transformer: Transformer, taught: Transformer, layers: list[int], share: float) -> None:
    """Move these layers of `transformer` by this share of the way to those of `taught`."""
    for layer in layers:
        for weight, new in zip(transformer.h[layer].parameters(), taught.h[layer].parameters(), strict=True):
            weight.lerp_(new, share)


def main() -> None:
    """Drill, merge, and write the folder that a training can start from."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path, help="folder to start from")
    parser.add_argument("out", type=Path, help="folder to write")
    parser.add_argument("--layers", type=int, nargs="*", default=[0, 2], help="those whose change is kept")
    parser.add_argument("--share", type=float, default=0.4, help="of the change")
    flags = parser.parse_args()
    transformer, vocabulary, facts = checkpoint.load(flags.weights)
    taught, *_ = checkpoint.load(flags.weights)
    taught.requires_grad_(True)
    for steps, rate, most in PHASES:
        print(f"up to {most} things: {teach(taught, vocabulary, steps, rate, most):.3f} of the answers right")
    add_change(transformer, taught, flags.layers, flags.share)
    checkpoint.save(flags.out, transformer, vocabulary, facts.get("training", {}))


if __name__ == "__main__":
    main()
