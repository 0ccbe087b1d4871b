"""What a training leaves behind, to see how it went: read-outs at many steps, and a few whole checkpoints.

Steps are spaced evenly in their logarithm: most happens early. `python -m model.learn.history` reads out whole
checkpoints that were not, and asks them what read-outs of before do not tell. See `model.found.history`.
"""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file

from model.core import checkpoint
from model.core.generate import generate
from model.core.sampling import PAINT, WARM, load_die
from model.core.transformer import Transformer
from model.core.vocabulary import COLOUR_IDS, EOT, PIXELS, Vocabulary
from model.core.written import write_text, written
from model.found.history import FILE, FOLDER, checkpoints, open_at, pack, read_lines
from model.inside.roles import Roles, roles
from model.learn.skills import skills
from model.world.pictures.hands import count_fingers

READ_OUTS, WHOLE = 72, 10
PROMPTS = (
    "Once upon a",
    "The sky is",
    "2+2=",
    "7+5=",
    "My dog likes to",
    "The capital of France is",
    "Mira has a red kite and a blue cup. Her kite is",
    "Generative AI is",
    "What is the opposite of hot?",
    "Yesterday I went to the shop and bought",
    "The nurse said that",
    "I am afraid of",
)
CAPTIONS = (
    "a big red circle on white",
    "a hand with five fingers on cyan",
    "a blue square left of a yellow star on black",
    "a green tree",
    "a happy face",
    "an orange cat on grass",
)
STORY = "Once upon a time"
FACES, TOLD, HANDS = 8, 80, 50


def spaced(steps: int, count: int) -> list[int]:
    """At most `count` different steps from 1 to `steps`, evenly spaced in their logarithm; the last is among them."""
    return sorted({round(step) for step in np.geomspace(1, steps, count)} | {steps})


@torch.inference_mode()
def read_out(transformer: Transformer, vocabulary: Vocabulary) -> dict:
    """What the model says, paints and can do now; `fingers` counts the hands that have none, one, two ..."""
    words, colours = vocabulary.words, COLOUR_IDS if vocabulary.has_pictures else None
    written = told(transformer, vocabulary)
    painted = paint(transformer, vocabulary, CAPTIONS)
    hands = paint(transformer, vocabulary, ["a hand"] * HANDS, seed=1)
    return {
        "weights": checkpoint.checksum(transformer),
        "dice": {prompt: die(transformer, vocabulary, prompt) for prompt in PROMPTS},
        "story": STORY + vocabulary.decode([id for id, _ in written]),
        "beginning": STORY,
        "written": [[vocabulary.piece(id), p] for id, p in written],
        "pictures": {
            caption: "".join(f"{pixel:x}" for pixel in p.ravel()) for caption, p in zip(CAPTIONS, painted, strict=True)
        },
        "fingers": np.bincount([count_fingers(hand) for hand in hands], minlength=8).tolist(),
        "roles": told_roles(roles(transformer, words, colours)),
        "skills": skills(transformer, vocabulary),
    }


def told_roles(found: Roles) -> dict[str, list[list[float]]]:
    """Of each role the share of its attention that each head gives (layers, heads)."""
    scores = np.round(found.scores.astype(float), 3).tolist()
    return dict(zip(found.names, scores, strict=True))


def die(transformer: Transformer, vocabulary: Vocabulary, prompt: str) -> list[list]:
    """The likeliest next tokens with their probabilities."""
    logits = transformer(torch.tensor([vocabulary.encode(prompt)]))[0, -1].float().numpy()
    dice = load_die(logits)
    return [[vocabulary.piece(int(id)), round(float(p), 5)] for id, p in zip(dice.ids[:FACES], dice.raw, strict=False)]


def told(transformer: Transformer, vocabulary: Vocabulary) -> list[tuple[int, float]]:
    """The ids of a story at temperature 0.8, always with the same seed, and the probability of each."""
    written: list[tuple[int, float]] = []
    for step in generate(transformer, [vocabulary.encode(STORY)], TOLD, WARM, seed=0):
        if step.ids.item() == EOT:
            break
        written.append((step.ids.item(), round(step.logprobs.exp().item(), 4)))
    return written


def paint(transformer: Transformer, vocabulary: Vocabulary, captions: Iterable[str], seed: int = 0) -> np.ndarray:
    """Pictures (n, 16, 16) as palette indices, always with the same seed."""
    prompts = [vocabulary.picture_prompt(caption) for caption in captions]
    steps = generate(transformer, prompts, PIXELS, PAINT, seed, COLOUR_IDS)
    return torch.stack([step.rank for step in steps], 1).numpy().reshape(-1, 16, 16)


def record(folder: Path, step: int, steps: int, transformer: Transformer, vocabulary: Vocabulary) -> None:
    """At its steps of a run of so many, read the model out and keep it whole."""
    whole = step in spaced(steps, WHOLE)
    if whole or step in spaced(steps, READ_OUTS):
        add(folder, step, read_out(transformer, vocabulary))
    if whole:
        keep(folder, step, transformer)


def add(folder: Path, step: int, found: Mapping) -> None:
    """Append a read-out to the folder's history."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    write_text(file, before + line_of({"step": step, **found}))


def line_of(found: Mapping) -> str:
    """A read-out as it is written."""
    return json.dumps(found, ensure_ascii=False) + "\n"


def keep(folder: Path, step: int, transformer: Transformer) -> None:
    """Write the whole model at a step, in 6 MB."""
    packed, told = pack(transformer.state_dict()), {"weights": checkpoint.checksum(transformer)}
    written(folder / f"step-{step:06}.safetensors", lambda new: save_file(packed, new, told))


def complete(model: Path, folder: Path) -> list[int]:
    """Add to the read-outs of a folder what its whole checkpoints can still tell; the steps that had something to add.

    What comes so is of the rounded weights, and says it: `rounded` names the fields.
    """
    transformer, vocabulary, _ = checkpoint.load(model)
    lines = {line["step"]: line for line in read_lines(folder)}
    added = []
    for step, path in checkpoints(folder).items():
        line = lines.get(step, {})
        if "skills" in line:
            continue
        at = open_at(path, transformer)
        found = {"skills": skills(at, vocabulary)} if line else read_out(at, vocabulary)
        lines[step] = {"step": step, **line, **found, "rounded": [*found]}
        added.append(step)
    if added:
        write_text(folder / FILE, "".join(line_of(lines[step]) for step in sorted(lines)))
    return added


def collect(model: Path, folder: Path, step: int, weights: Path) -> None:
    """Read out and keep the weights of another folder, in the vocabulary of `model`: those of an earlier `step` of it.

    Raises ValueError if the two are not of the same sizes.
    """
    transformer, vocabulary, _ = checkpoint.load(model)
    earlier, _, _ = checkpoint.load(weights)
    if earlier.config != transformer.config:
        raise ValueError(f"{weights} holds a model of other sizes than {model}.")
    add(folder, step, read_out(earlier, vocabulary))
    keep(folder, step, earlier)


def main() -> None:
    """Complete the history beside a model, or add a step to it."""
    parser = argparse.ArgumentParser(description=complete.__doc__.splitlines()[0])
    parser.add_argument("model", type=Path, nargs="?", default=Path("assets/model"))
    parser.add_argument("--history", type=Path, help="default: the folder of that name beside the weights")
    parser.add_argument("--add", type=Path, help="a folder with the weights of an earlier step, to be added")
    parser.add_argument("--step", type=int, help="which step that is")
    flags = parser.parse_args()
    folder = flags.history or flags.model / FOLDER
    if flags.add:
        collect(flags.model, folder, flags.step, flags.add)
    print(*complete(flags.model, folder))


if __name__ == "__main__":
    main()
