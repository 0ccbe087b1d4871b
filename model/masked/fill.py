"""Many holes, filled one after the other: the surest first, or from left to right; of texts and of pictures."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch

from model.core.generate import thrown
from model.core.sampling import Shaping, fall, shape
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, PIXELS
from model.masked.beside import Masked

ORDERS = ("surest", "left")
AT_ONCE = 8  # pixels of a picture that one pass fills
SIDE = 16
HOLES = ("middle", "top", "bottom", "left", "right", "scattered")


class Filled(NamedTuple):
    """One hole that was filled."""

    place: int
    id: int
    p: float  # the chance it had


class Gaps(NamedTuple):
    """A text with holes."""

    text: str
    hidden: Sequence[int]  # places of tokens
    order: str  # one of ORDERS


class Broken(NamedTuple):
    """A picture with a hole."""

    caption: str
    colours: Sequence[int]  # 256 places in the palette
    hidden: np.ndarray  # (256,) which of them are not seen


def choose(dice: torch.Tensor, order: str) -> int:
    """Which of n dice (n, faces) is rolled next: the one whose likeliest face is likeliest, or the first."""
    return int(dice.max(-1).values.argmax()) if order == "surest" else 0


@torch.inference_mode()
def fill(lm: Any, masked: Masked, gaps: Gaps, shaping: Shaping, seed: int) -> Iterator[Filled]:
    """Fill the holes of a text with words, one pass each, by rolls of a seed.

    Raises ValueError if a place is none of the text's, nothing is hidden, or the order is not known.
    """
    ids, left, order = lm.encode(gaps.text), sorted(set(gaps.hidden)), gaps.order
    if order not in ORDERS:
        raise ValueError(f"Holes are filled in one of two orders, {' or '.join(ORDERS)}, not “{str(order)[:60]}”.")
    if not left:
        raise ValueError("Nothing is hidden. Press a word to hide it.")
    if left[-1] >= len(ids) or left[0] < 0:
        raise ValueError(f"The text has {len(ids)} tokens, counted from 0; one of the hidden places is none of them.")
    words, rng = lm.vocabulary.words, thrown(seed)
    read = masked.read(ids, set(left))
    while left:
        logits = masked.logits([read])[0, left][:, words.start : words.stop]
        at = choose(logits.softmax(-1), order)
        probs = shape(logits[at : at + 1], shaping)
        rank = int(fall(probs, torch.rand(1, generator=rng)))
        place, id = left.pop(at), words.start + rank
        read[place + 1] = id
        yield Filled(place, id, float(logits[at].softmax(-1)[rank]))


def hole_of(kind: str) -> np.ndarray:
    """Which pixels (256,) a hole of one of HOLES hides. Raises ValueError for others."""
    if kind not in HOLES:
        raise ValueError(f"A hole is one of {', '.join(HOLES)}, not “{str(kind)[:60]}”.")
    y, x = np.mgrid[:SIDE, :SIDE]
    made = {
        "middle": (abs(y - 7.5) < 4) & (abs(x - 7.5) < 4),
        "top": y < SIDE // 2,
        "bottom": y >= SIDE // 2,
        "left": x < SIDE // 2,
        "right": x >= SIDE // 2,
        "scattered": np.random.default_rng(0).random((SIDE, SIDE)) < 0.7,
    }
    return made[kind].ravel()


@torch.inference_mode()
def repair(lm: Any, masked: Masked, broken: Broken, shaping: Shaping, seed: int) -> list[Filled]:
    """Fill the hole of a picture, the surest pixels first; `id` is a place in the palette.

    Each pass fills the surest few, as MaskGIT does (Chang et al. 2022). Raises ValueError if the caption does not fit.
    """
    first, rng = COLOUR_IDS.start, thrown(seed)
    ids = [*lm.picture_prompt(broken.caption), *(first + np.asarray(broken.colours)).tolist()]
    left = [int(i) for i in np.flatnonzero(broken.hidden)]
    read = masked.read(ids, {CAPTION_TOKENS + i for i in left})[1:]  # a picture begins with its caption
    filled = []
    while left:
        places = [CAPTION_TOKENS - 1 + i for i in left]  # the place before tells
        logits = masked.transformer(torch.tensor([read]))[0, places, first : COLOUR_IDS.stop]
        raw, probs = logits.softmax(-1), shape(logits, shaping)
        surest = raw.max(-1).values.argsort(descending=True, stable=True)[:AT_ONCE]
        fell = fall(probs[surest], torch.rand(len(surest), generator=rng)).tolist()
        for at, rank in zip(surest.tolist(), fell, strict=True):
            filled.append(Filled(left[at], rank, float(raw[at, rank])))
            read[CAPTION_TOKENS + left[at]] = first + rank
        left = [i for at, i in enumerate(left) if at not in surest]
    return filled


@torch.inference_mode()
def repaint(lm: Any, broken: Broken, shaping: Shaping, seed: int) -> list[Filled]:
    """The same by the causal painter: row by row, what is not hidden stays, and it sees only what came before."""
    transformer, first, rng = lm.transformer, COLOUR_IDS.start, thrown(seed)
    cache, filled = transformer.new_cache(1), []
    new = lm.picture_prompt(broken.caption)  # what was not yet read
    for i in range(PIXELS):
        rank = int(broken.colours[i])
        if broken.hidden[i]:
            stream = transformer.stream(torch.tensor([new]), cache)[:, -1]
            logits = transformer.score(stream, slice(first, COLOUR_IDS.stop))
            rank = int(fall(shape(logits, shaping), torch.rand(1, generator=rng)))
            filled.append(Filled(i, rank, float(logits[0].softmax(-1)[rank])))
            new = []
        new = [*new, first + rank]
    return filled
