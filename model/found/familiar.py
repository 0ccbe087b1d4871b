"""How familiar a text or a caption is: its surprise beside that of those of the model's own world that it never read.

Found by `model.learn.prepare`, kept beside the weights.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.core.sampling import told
from model.core.trace import Trace
from model.core.vocabulary import CAPTION_TOKENS
from model.found import kept

FILE = "familiar.json"
LENGTHS = (5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25, 35, 50, 70, 100)  # tokens of a text
SHARES = np.linspace(0, 1, 41)  # the quantiles that are kept
MOST = 5.0  # bits beyond its rank for which a token counts: a name that nobody could foresee is strange, but once


class Familiar(NamedTuple):
    """Quantiles, lowest first: surprise a token of unseen texts of each of LENGTHS, bits a token of unseen captions."""

    beginnings: tuple[tuple[float, ...], ...]
    captions: tuple[float, ...] = ()

    def text(self, surprises: Sequence[float]) -> float | None:
        """Share of the model's own unseen texts that surprise it at least as much as one whose tokens do so much.

        None for fewer than five tokens. The first surprises nobody, and what the second does is left out.
        """
        n = len(surprises) + 1
        if n < LENGTHS[0]:
            return None
        row = max(i for i, length in enumerate(LENGTHS) if length <= n)
        return beyond(self.beginnings[row], surprise_of(surprises, LENGTHS[row]))

    def caption(self, bits: Sequence[float]) -> float | None:
        """The same of captions; None if none were searched."""
        return beyond(self.captions, float(np.mean(bits))) if self.captions else None


def beyond(quantiles: Sequence[float], value: float) -> float:
    """Share of a distribution that is at `value` or beyond it."""
    return float(1 - np.interp(value, quantiles, SHARES))


def surprise_of(surprises: Sequence[float], n: int) -> float:
    """The mean over the first `n` tokens but two: behind the very first anything may come, and nothing is known yet."""
    return float(np.mean(surprises[1 : n - 1]))


def bits_of(trace: Trace) -> np.ndarray:
    """Bits (T - 1,) of each token but the first."""
    return told(trace.logits[:-1], trace.ids[1:])


def surprises_of(trace: Trace) -> np.ndarray:
    """How much (T - 1,) each token but the first surprises: min(bits - log2(its rank), MOST)², of rank 1 the likeliest.

    Behind r - 1 likelier ones no token has more than 1 / r: log2(r) bits its rank alone costs, and what it pays beyond
    them the die denied it. Where all may come, as after "My friend is", that is little; where the die was sure, much.
    By its mean strangers are told better than by bits: `docs/training-log.md`.
    """
    bits = bits_of(trace)
    ranks = (trace.logits[:-1] >= trace.logits[range(len(bits)), trace.ids[1:]][:, None]).sum(-1)
    return np.minimum(bits - np.log2(ranks), MOST) ** 2


def bits_of_caption(trace: Trace, tokens: int) -> np.ndarray:
    """Bits (tokens + 1,) of a caption of so many tokens, and of <image> behind it, in the trace of a picture."""
    return bits_of(trace)[CAPTION_TOKENS - 2 - tokens : CAPTION_TOKENS - 1]


def save(folder: Path, wte: np.ndarray, found: Familiar) -> None:
    """Write it beside the weights, whose token table is `wte`."""
    kept.save(folder / FILE, wte, found._asdict())


def load(folder: Path, wte: np.ndarray) -> Familiar | None:
    """What was found for this model, or None; that of another version, with other LENGTHS, is none."""
    try:
        found = kept.load(folder / FILE, wte)
        same = found and len(found["beginnings"]) == len(LENGTHS)
        return Familiar(tuple(map(tuple, found["beginnings"])), tuple(found.get("captions", ()))) if same else None
    except (KeyError, TypeError):
        return None
