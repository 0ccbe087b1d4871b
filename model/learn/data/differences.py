"""What two models that were taught on two corpora make of one text: dice, samples, surprise. T tokens, V vocabulary.

Both have one vocabulary, so that a face of one die is the same face of the other.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional as F

from model.core.generate import generate
from model.core.sampling import WARM
from model.core.transformer import Transformer
from model.core.vocabulary import EOT, Vocabulary
from model.learn.data.search import Corpus
from model.learn.jobs.texts import as_ids, windows

SAMPLES, TOLD = 6, 40
MEASURED = 32  # windows
SHOWN = 12  # tokens before a die
KNOWN = re.compile(r"[^\W\d_]+")


class Moved(NamedTuple):
    """A die that differs."""

    before: list[str]  # the pieces before it, at most 12
    piece: str  # the face whose chance differs most
    chances: tuple[float, float]  # of that face, on both sides
    far: float  # half of all differences together: the share of rolls that fall otherwise


def chances(transformer: Transformer, ids: torch.Tensor) -> torch.Tensor:
    """The dice (B, T, V) after each token of `ids` (B, T)."""
    with torch.inference_mode():
        return transformer(ids).softmax(-1)


def bits(transformer: Transformer, vocabulary: Vocabulary, rows: Sequence[str]) -> float:
    """Mean surprise at the first tokens of `rows`, in bits a token."""
    length = transformer.config.n_positions + 1
    inputs, targets = map(torch.from_numpy, windows(as_ids(rows, vocabulary)[: MEASURED * length], length))
    with torch.inference_mode():
        return F.cross_entropy(transformer(inputs).mT, targets).item() / math.log(2)


def die(transformer: Transformer, vocabulary: Vocabulary, prompt: str) -> np.ndarray:
    """Chances (V,) of what comes after the last tokens of `prompt` that fit. Raises ValueError if it is empty."""
    ids = vocabulary.encode(prompt)[-transformer.config.n_positions :]
    if not ids:
        raise ValueError("The prompt is empty: type at least one token.")
    return chances(transformer, torch.tensor([ids]))[0, -1].double().numpy()


def moved(both: Sequence[Transformer], vocabulary: Vocabulary, rows: Sequence[str], most: int) -> list[Moved]:
    """The dice in `rows` that differ most between both models, no two after the same three tokens."""
    length = both[0].config.n_positions + 1
    ids = as_ids(rows, vocabulary)[: MEASURED * length]
    inputs = windows(ids, length)[0]
    a, b = (chances(each, torch.from_numpy(inputs)).flatten(0, 1) for each in both)
    far = (a - b).abs().sum(-1).div(2).numpy()  # total variation
    face = (a - b).abs().argmax(-1)
    found: dict[tuple, Moved] = {}
    for at in np.argsort(-far, kind="stable").tolist():
        row, place = divmod(at, inputs.shape[1])
        before = inputs[row, max(0, place + 1 - SHOWN) : place + 1].tolist()
        before = before[max((i + 1 for i, id in enumerate(before) if id == EOT), default=0) :]
        key = (*before[-3:], face[at].item())
        if len(before) >= 2 and key not in found:
            both_chances = a[at, face[at]].item(), b[at, face[at]].item()
            piece = vocabulary.piece(face[at].item())
            found[key] = Moved(vocabulary.pieces(before), piece, both_chances, float(far[at]))
        if len(found) == most:
            break
    return [*found.values()]


class Sample(NamedTuple):
    """What a model writes, and the chance of each token."""

    ids: list[int]
    chances: list[float]


def samples(transformer: Transformer, vocabulary: Vocabulary, prompt: str, seed: int) -> list[Sample]:
    """Six continuations of `prompt`, each until its text ends. Raises ValueError if it is empty."""
    ids = vocabulary.encode(prompt)[-transformer.config.n_positions // 2 :]
    if not ids:
        raise ValueError("The prompt is empty: type at least one token.")
    room = min(TOLD, transformer.config.n_positions - len(ids))
    steps = [*generate(transformer, [ids] * SAMPLES, room, WARM, seed)]
    told = [Sample([], []) for _ in range(SAMPLES)]
    for i, sample in enumerate(told):
        for step in steps:
            id = step.ids[i].item()
            if id in vocabulary.ends:
                break
            sample.ids.append(id)
            sample.chances.append(step.logprobs[i].exp().item())
    return told


def known(texts: Sequence[str], rows: Sequence[str]) -> float:
    """Share of the words in `texts`, but for the first and last of each, that stand in `rows`."""
    words = {word.lower() for row in rows for word in KNOWN.findall(row)}
    said = [word.lower() for text in texts for word in KNOWN.findall(text)[1:-1]]
    return sum(word in words for word in said) / max(1, len(said))


def copied(told: Sequence[Sample], corpus: Corpus) -> tuple[float, int]:
    """Share of the tokens of samples that stand in spans of the corpus, and tokens of the longest one."""
    spans = [span for sample in told for span in corpus.copied(sample.ids)]
    ids = sum(len(sample.ids) for sample in told)
    held = sum(len(sample.ids) * corpus.share(sample.ids) for sample in told)
    return held / max(1, ids), max((span.length for span in spans), default=0)
