"""Many holes, filled one after the other: the surest first, or from left to right; of texts and of pictures."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch

from model.core.config import within
from model.core.generate import thrown
from model.core.sampling import Shaping, fall, shape
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, PIXELS
from model.masked.beside import Masked

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


class Broken(NamedTuple):
    """A picture with a hole."""

    caption: str
    colours: Sequence[int]  # 256 places in the palette
    hidden: np.ndarray  # (256,) which of them are not seen


def places_of(lm: Any, gaps: Gaps) -> tuple[list[int], list[int]]:
    """Ids of the text, and the hidden places in their order. Raises ValueError if there are none, or no such places."""
    ids = lm.encode(gaps.text)
    left = sorted({within("token", place, len(ids)) for place in gaps.hidden})
    if not left:
        raise ValueError("Nothing is hidden. Press a word to hide it.")
    return ids, left


@torch.inference_mode()
def fill(lm: Any, masked: Masked, gaps: Gaps, shaping: Shaping, seed: int) -> Iterator[Filled]:
    """Fill the holes of a text with words, one pass each, by rolls of a seed: always the surest one next.

    Raises ValueError if nothing is hidden, or a place is none of the text's.
    """
    ids, left = places_of(lm, gaps)
    words, rng, read = lm.vocabulary.words, thrown(seed), masked.read(ids, set(left))
    while left:
        logits = masked.logits([read])[0, left][:, words.start : words.stop]
        at = int(logits.softmax(-1).max(-1).values.argmax())
        rank = int(fall(shape(logits[at : at + 1], shaping), torch.rand(1, generator=rng)))
        place, id = left.pop(at), words.start + rank
        read[place + 1] = id
        yield Filled(place, id, float(logits[at].softmax(-1)[rank]))


@torch.inference_mode()
def fill_left(lm: Any, gaps: Gaps, shaping: Shaping, seed: int) -> Iterator[Filled]:
    """The same by a causal model, which can only go from left to right; the first token it tells after <eot>."""
    ids, left = places_of(lm, gaps)
    words, rng = lm.vocabulary.words, thrown(seed)
    for place in left:
        stream = lm.transformer.stream(torch.tensor([ids[:place] or [EOT]]))[:, -1]
        logits = lm.transformer.score(stream, slice(words.start, words.stop))
        rank = int(fall(shape(logits, shaping), torch.rand(1, generator=rng)))
        ids[place] = words.start + rank
        yield Filled(place, ids[place], float(logits[0].softmax(-1)[rank]))


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
