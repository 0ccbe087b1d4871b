"""Both dice over one hole: what the causal model says by what stands before it, the masked one by both sides."""

from typing import Any, NamedTuple

import numpy as np
import torch

from model.core.vocabulary import EOT
from model.masked.beside import Masked

PLACES = 64  # of a text, whose holes are tried one by one
FACES = 8


class Face(NamedTuple):
    """One token of a die."""

    piece: str
    kind: str
    p: float
    true: bool  # it is what stands there


class Side(NamedTuple):
    """What one model says about a hole."""

    faces: list[Face]  # likeliest first; the true one is the last where it is none of them
    others: float  # what all other tokens have together
    true: float  # the chance of what stands there
    rank: int  # its place among all, from 1
    bits: float  # how many bits what stands there tells


class Hole(NamedTuple):
    """One hole of a text, and every other one for comparison."""

    place: int
    pieces: list[str]  # of the whole text
    back: Side  # the causal model
    both: Side  # the masked one
    backs: list[float]  # the chance of what stands there by the causal model, of the first PLACES tokens
    boths: list[float]  # and by the masked one, each the only hole


def causal_dice(lm: Any, ids: list[int]) -> np.ndarray:
    """Log-probabilities (T, V) of the token at each place by those before it; before the first one <eot> is read."""
    first = lm.trace_ids([EOT]).logits[-1:]
    scores = np.concatenate([first, lm.trace_ids(ids).logits[:-1]])
    return torch.log_softmax(torch.from_numpy(scores), -1).numpy()


def masked_dice(masked: Masked, ids: list[int], places: list[int]) -> np.ndarray:
    """Log-probabilities (n, V) of the token at each of n `places`, each the only hole."""
    rows = [masked.read(ids, {place}) for place in places]
    scores = masked.logits(rows)[range(len(places)), places]  # of all in one pass
    return scores.log_softmax(-1).numpy()


def side(lm: Any, die: np.ndarray, id: int) -> Side:
    """A die of log-probabilities (V,), as it is shown; `id` stands there."""
    chances = np.exp(die)
    order = np.argsort(-die, kind="stable")
    rank = int(np.flatnonzero(order == id)[0])
    shown = [int(i) for i in order[:FACES]]
    shown = shown if id in shown else [*shown[:-1], id]
    faces = [Face(lm.vocabulary.piece(i), lm.vocabulary.kind(i), float(chances[i]), i == id) for i in shown]
    others = max(0.0, 1 - sum(face.p for face in faces))
    return Side(faces, others, float(chances[id]), rank + 1, float(-die[id] / np.log(2)))


def hole(lm: Any, masked: Masked, text: str, place: int | None) -> Hole:
    """Both dice over the token at `place`; None: where looking both ways helps most. Raises ValueError if none fits."""
    ids = lm.encode(text)
    masked.check(len(ids))
    places = list(range(min(len(ids), PLACES)))
    causal = causal_dice(lm, ids)
    both = masked_dice(masked, ids, places)
    at = np.array(ids)
    backs, boths = np.exp(causal[places, at[places]]), np.exp(both[places, at[places]])
    place = int((boths - backs).argmax()) if place is None else min(max(0, place), len(ids) - 1)
    die = both[place] if place < len(places) else masked_dice(masked, ids, [place])[0]
    return Hole(
        *(place, lm.vocabulary.pieces(ids), side(lm, causal[place], ids[place]), side(lm, die, ids[place])),
        *(backs.tolist(), boths.tolist()),
    )


def maps(lm: Any, masked: Masked, text: str, place: int, layer: int, head: int) -> tuple[np.ndarray, np.ndarray]:
    """Attention weights (T, T) of the same head in both models; the masked one's over a text with a hole, no <eot>.

    A row of the causal map is a token that looks. One of the masked map tells what stands one place on, so row i is the
    place before token i: what was looked at to fill it. Its rows add up to less than 1 by what <eot> got.
    """
    ids = lm.encode(text)
    read = masked.read(ids, {place})
    back = lm.trace_ids(ids).pattern[layer, head]
    both = masked.trace(read, lm.vocabulary.pieces(read)).pattern[layer, head]
    return back, both[:-1, 1:]
