"""What a training leaves behind, to see how it went: read-outs at many steps, and a few whole checkpoints.

Steps are spaced evenly in their logarithm: most happens early. A read-out is one line of JSON; a checkpoint holds its
matrices as 8-bit numbers with a scale for each row, half of what float16 takes.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor

from model.core.generate import generate
from model.core.sampling import Shaping, load_die
from model.core.transformer import Transformer
from model.core.vocabulary import COLOUR_IDS, EOT, PIXELS, Vocabulary
from model.inside.roles import roles
from model.world.pictures.hands import count_fingers

FILE = "history.jsonl"
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
WARM = Shaping(temperature=0.8)


def spaced(steps: int, count: int) -> list[int]:
    """At most `count` different steps from 1 to `steps`, evenly spaced in their logarithm; the last is among them."""
    return sorted({round(step) for step in np.geomspace(1, steps, count)} | {steps})


@torch.inference_mode()
def read_out(transformer: Transformer, vocabulary: Vocabulary) -> dict:
    """What the model says and paints now: dice, a story, pictures, fingers of fifty hands, what its heads do."""
    words, colours = vocabulary.words, COLOUR_IDS if vocabulary.has_pictures else None
    found = roles(transformer, words, colours)
    painted = paint(transformer, vocabulary, CAPTIONS)
    hands = paint(transformer, vocabulary, ["a hand"] * HANDS, seed=1)
    return {
        "weights": checksum(transformer),
        "dice": {prompt: die(transformer, vocabulary, prompt) for prompt in PROMPTS},
        "story": told(transformer, vocabulary),
        "pictures": {
            caption: "".join(f"{pixel:x}" for pixel in p.ravel()) for caption, p in zip(CAPTIONS, painted, strict=True)
        },
        "fingers": np.bincount([count_fingers(hand) for hand in hands], minlength=8).tolist(),
        "roles": {name: np.round(score, 3).tolist() for name, score in zip(found.names, found.scores, strict=True)},
    }


def die(transformer: Transformer, vocabulary: Vocabulary, prompt: str) -> list[list]:
    """The likeliest next tokens with their probabilities."""
    logits = transformer(torch.tensor([vocabulary.encode(prompt)]))[0, -1].float().numpy()
    dice = load_die(logits)
    return [[vocabulary.piece(int(id)), round(float(p), 5)] for id, p in zip(dice.ids[:FACES], dice.raw, strict=False)]


def told(transformer: Transformer, vocabulary: Vocabulary) -> str:
    """A story at temperature 0.8, always with the same seed."""
    ids: list[int] = []
    for step in generate(transformer, [vocabulary.encode(STORY)], TOLD, WARM, seed=0):
        if step.ids.item() == EOT:
            break
        ids.append(step.ids.item())
    return STORY + vocabulary.decode(ids)


def paint(transformer: Transformer, vocabulary: Vocabulary, captions: Iterable[str], seed: int = 0) -> np.ndarray:
    """Pictures (n, 16, 16) as palette indices, always with the same seed."""
    prompts = [vocabulary.picture_prompt(caption) for caption in captions]
    steps = generate(transformer, prompts, PIXELS, WARM, seed, COLOUR_IDS)
    return torch.stack([step.rank for step in steps], 1).numpy().reshape(-1, 16, 16)


def checksum(transformer: Transformer) -> str:
    """Sixteen letters that belong to these very weights."""
    told = sha256()
    for weight in transformer.state_dict().values():
        told.update(weight.detach().cpu().half().contiguous().numpy().tobytes())
    return told.hexdigest()[:16]


def record(folder: Path, step: int, steps: int, transformer: Transformer, vocabulary: Vocabulary) -> None:
    """At its steps of a run of so many, read the model out and keep it whole."""
    if step in spaced(steps, READ_OUTS):
        folder.mkdir(parents=True, exist_ok=True)
        add(folder, step, read_out(transformer, vocabulary))
    if step in spaced(steps, WHOLE):
        keep(folder, step, transformer)


def add(folder: Path, step: int, found: Mapping) -> None:
    """Append a read-out to the folder's history."""
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"step": step, **found}, ensure_ascii=False) + "\n")


def pack(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Matrices as int8 with a float16 scale for each row; all else as float16."""
    packed: dict[str, Tensor] = {}
    for name, weight in weights.items():
        if weight.ndim < 2:
            packed[name] = weight.half()
            continue
        scale = (weight.abs().amax(1, keepdim=True) / 127).clamp(min=1e-7).half()
        packed[name] = (weight / scale.float()).round().clamp(-127, 127).to(torch.int8)
        packed[f"{name}.scale"] = scale
    return {name: tensor.cpu().contiguous() for name, tensor in packed.items()}


def unpack(packed: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What `pack` has packed, in float32."""
    return {
        name: tensor.float() * packed[f"{name}.scale"].float() if tensor.dtype == torch.int8 else tensor.float()
        for name, tensor in packed.items()
        if not name.endswith(".scale")
    }


def keep(folder: Path, step: int, transformer: Transformer) -> None:
    """Write the whole model at a step, in 6 MB."""
    save_file(
        pack(transformer.state_dict()), folder / f"step-{step:06}.safetensors", {"weights": checksum(transformer)}
    )


def weights_at(path: Path) -> dict[str, Tensor]:
    """The weights of one kept step."""
    with safe_open(path, framework="pt") as file:
        return unpack({name: file.get_tensor(name) for name in file.keys()})  # noqa: SIM118
