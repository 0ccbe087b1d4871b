"""Bits that a model pays for pictures, clips and tunes, beside the chance that the generator put into them.

All captions are held out. The bound of a picture is the chance in its pixels that its caption leaves open: at least
their entropy, so a model can be a little below it (see `model.world.choices`).
"""

import math
import random
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, EOT, PAD, PIXELS, TUNE
from model.found.painted import UNSEEN, painted_rows
from model.language_model import LanguageModel
from model.score.figure import Figure, Stratum, mean, stratified
from model.world import rich
from model.world.clips.clips import SHARES as CLIPS
from model.world.clips.clips import clip_of
from model.world.draw import draw
from model.world.truth.choices import bits_given, bits_of, record
from model.world.tunes.tables import MOODS
from model.world.tunes.tunes import tune_of


@torch.inference_mode()
def surprise(lm: LanguageModel, rows: np.ndarray, batch: int = 8) -> np.ndarray:
    """Bits (N, T - 1) of each token of `rows` (N, T) but the first."""
    found = []
    for some in torch.from_numpy(rows).split(batch):
        logits = lm.transformer(some[:, :-1])
        found.append(F.cross_entropy(logits.mT, some[:, 1:], reduction="none"))
    return torch.cat(found).numpy().astype(np.float64) / math.log(2)


def surprise_after(lm: LanguageModel, rows: Sequence[Sequence[int]], given: Sequence[int]) -> np.ndarray:
    """Bits (N,) of each of `rows`, which may differ in length, after its first `given` tokens."""
    length = max(map(len, rows))
    bits = surprise(lm, np.array([[*row, *[EOT] * (length - len(row))] for row in rows]))
    places = np.arange(1, length)
    ends = np.array([len(row) for row in rows])[:, None]
    return (bits * ((places >= np.array(given)[:, None]) & (places < ends))).sum(1)


def caption_of(made: Any) -> str:
    """What is said of a picture, clip or tune."""
    return made.caption


def row_of(lm: LanguageModel, made: Any) -> tuple[list[int], int]:
    """The ids of a picture, clip or tune, and how many of them are given: its caption, and what it is."""
    if hasattr(made, "notes"):
        caption = [*lm.vocabulary.encode(made.caption), TUNE]
        return [*caption, *made.ids, EOT], len(caption)
    is_clip = hasattr(made, "frames")
    prompt = lm.vocabulary.picture_prompt(made.caption, *([CLIP] if is_clip else []))
    pixels = made.frames if is_clip else made.pixels
    return [*prompt, *(pixels.ravel().astype(int) + COLOUR_IDS.start).tolist()], CAPTION_TOKENS


def shown(made: Any) -> Hashable:
    """Pixels or notes, to be compared."""
    return made.notes if hasattr(made, "notes") else getattr(made, "frames", getattr(made, "pixels", None)).tobytes()


def paid(lm: LanguageModel, make: Callable, weight: float, seed: str, n: int) -> Stratum:
    """Bits of `n` unseen samples of one kind for the model, by the kind's weight."""
    rng = random.Random(f"score {seed}")
    made = [draw(make, caption_of, rng, validation=True) for _ in range(n)]
    rows, given = zip(*(row_of(lm, each) for each in made), strict=True)
    return Stratum(weight, surprise_after(lm, rows, given), np.ones(n))


def chosen(make: Callable, weight: float, seed: str, n: int) -> Stratum:
    """Bits of `n` samples of one kind that the generator chose and the caption does not tell."""
    made = [record(make, f"bound {seed} {i}") for i in range(n)]
    return Stratum(weight, np.array([bits_given(each, caption_of, shown) for each in made]), np.ones(n))


def beside_bound(name: str, pairs: Sequence[tuple[Stratum, Stratum]]) -> Figure:
    """What the model pays, with the bound beside it."""
    model, bound = (stratified(name, strata) for strata in zip(*pairs, strict=True))
    note = f"bound {bound.value:.2f}" + (f" ± {bound.high - bound.value:.2f}" if bound.high is not None else "")
    note += f", {model.value / bound.value:.2f} times" if bound.value else ""
    return model._replace(beside={"bound": bound.value}, note=note)


def pair(lm: LanguageModel, make: Callable, weight: float, seed: str, n: int) -> tuple[Stratum, Stratum]:
    """What the model pays and what the generator chose."""
    return paid(lm, make, weight, seed, n), chosen(make, weight, seed, 2 * n)


def with_captions(lm: LanguageModel, n: int) -> Figure:
    """Bits of `n` unseen pictures of all kinds together with their captions, beside all that was chosen for both."""
    rng = random.Random("score captions")
    rows = [row_of(lm, draw(rich.RICH.picture, caption_of, rng, validation=True))[0] for _ in range(n)]
    bits = surprise_after(lm, rows, [max(1, row.count(PAD)) for row in rows])
    made = [record(said_and_shown, f"bound captions {i}") for i in range(n)]
    chosen = np.array([bits_of(each) for each in made])
    return beside_bound("  with its caption", [(Stratum(1, bits, np.ones(n)), Stratum(1, chosen, np.ones(n)))])


def said_and_shown(rng: random.Random) -> tuple[str, bytes]:
    """Caption and pixels of a picture."""
    made = rich.RICH.picture(rng)
    return made.caption, made.pixels.tobytes()


def pictures(lm: LanguageModel, n: int) -> list[Figure]:
    """Bits per picture, `n` of each kind: all kinds by their shares, then each."""
    pairs = {kind: pair(lm, rich.PAINTERS[kind], share, kind, n) for kind, share in rich.RICH.pictures.items()}
    parts = [beside_bound(f"  {kind}", [each]) for kind, each in pairs.items()]
    whole = beside_bound("bits per picture", list(pairs.values()))
    return [whole.at_most(1.4, "bound"), with_captions(lm, 2 * n).at_most(1.4, "bound"), *parts]


def rehearsed(lm: LanguageModel, file: Path) -> list[Figure]:
    """Bits per picture of an earlier world, of those in `file` that training never saw; nothing without the file."""
    if not file.is_file():
        return []
    rows = painted_rows(str(file))[:UNSEEN, : CAPTION_TOKENS + PIXELS].astype(np.int64)
    bits = surprise_after(lm, rows.tolist(), [CAPTION_TOKENS] * len(rows))
    return [mean("bits per picture of the world in which it painted", bits)._replace(note="what a training rehearses")]


def moving_and_sounding(lm: LanguageModel, n: int) -> list[Figure]:
    """Bits per clip and per tune, about `n` of each."""
    clips = [
        pair(lm, partial(clip_of, motion=motion), share, motion, max(2, round(n * share)))
        for motion, share in CLIPS.items()
    ]
    tunes = [pair(lm, partial(tune_of, mood=mood), 1, mood, max(2, n // len(MOODS))) for mood in MOODS]
    return [beside_bound("bits per clip", clips), beside_bound("bits per tune", tunes)]
