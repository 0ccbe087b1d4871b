"""What is told of a step of a visitor's training: a sample, a die, a picture, what heads look at, how weights moved."""

import base64
from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from model.core.generate import generate
from model.core.sampling import WARM
from model.core.transformer import Record, Transformer
from model.core.vocabulary import COLOUR_IDS, PIXELS, Vocabulary
from model.inside.parts import part
from model.learn.history import FACES, die, paint
from model.learn.jobs.given import Given

TOLD, SEEN = 24, 24  # tokens of a sample, and of a map of attention
MIDDLE = PIXELS // 2 + 8  # the pixel whose die is told


@torch.inference_mode()
def read_out(transformer: Transformer, vocabulary: Vocabulary, material: Given, seed: int) -> dict:
    """A sample with the probability of each token, the die after the beginning, the heads' maps; or a picture."""
    if material.caption:
        return painted(transformer, vocabulary, material.caption, seed)
    ids = vocabulary.encode(material.beginning)
    said, seen = [], [*ids]
    for step in generate(transformer, [ids], min(TOLD, transformer.config.n_positions - len(ids)), WARM, seed):
        id = step.ids.item()
        if id in vocabulary.ends:
            break
        seen.append(id)
        said.append([vocabulary.piece(id), round(step.logprobs.exp().item(), 5)])
    now = {"said": said, "die": die(transformer, vocabulary, material.beginning)}
    return now | {"heads": heads(transformer, seen[:SEEN], vocabulary)}


def heads(transformer: Transformer, ids: list[int], vocabulary: Vocabulary) -> dict:
    """Attention (L, H, T, T) on the sample, in hundredths of a percent."""
    record = Record(only={"pattern"})
    transformer(torch.tensor([ids]), record=record)
    pattern = torch.cat(record["pattern"]).numpy()
    packed = base64.b64encode(np.round(pattern * 10_000).astype("<u2").tobytes()).decode()
    return {"pieces": vocabulary.pieces(ids), "shape": list(pattern.shape), "packed": packed}


def painted(transformer: Transformer, vocabulary: Vocabulary, caption: str, seed: int) -> dict:
    """A picture as 256 letters, a place in the palette each, and the die of its middle pixel."""
    pixels = paint(transformer, vocabulary, [caption], seed).ravel().tolist()
    before = [*vocabulary.picture_prompt(caption), *(COLOUR_IDS[pixel] for pixel in pixels[:MIDDLE])]
    chances = transformer(torch.tensor([before]))[0, -1, COLOUR_IDS.start : COLOUR_IDS.stop].float().softmax(0)
    order = chances.argsort(descending=True).tolist()
    faces = [[vocabulary.piece(COLOUR_IDS[i]), round(chances[i].item(), 5)] for i in order[:FACES]]
    return {"picture": "".join(f"{pixel:x}" for pixel in pixels), "die": faces}


def moved(before: Mapping[str, Tensor], transformer: Transformer) -> dict[str, float]:
    """Length of the way that the weights of each part have gone, as a share of their length at the start."""
    sums: dict[str, list[float]] = {}
    for name, weight in transformer.state_dict().items():
        both = sums.setdefault(part(name), [0.0, 0.0])
        both[0] += float((weight - before[name]).square().sum())
        both[1] += float(before[name].square().sum())
    return {name: round((way / max(start, 1e-12)) ** 0.5, 4) for name, (way, start) in sums.items()}
