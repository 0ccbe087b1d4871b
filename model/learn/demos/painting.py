"""Claims about paintings; see `choose` for what a claim is."""

from collections.abc import Callable

import numpy as np

from model.core.generate import generate
from model.core.sampling import PAINT, Shaping
from model.core.vocabulary import COLOUR_IDS, PIXELS
from model.found.demonstrations import Demonstration
from model.language_model import LanguageModel
from model.world.alphabet import COLOURS
from model.world.pictures.captions import OPPOSITE
from model.world.pictures.hands import count_fingers
from model.world.pictures.reading import relation_of

PAINTINGS, USUAL, HEATS = 20, PAINT.temperature, (1.2, 1.5, 1.75, 2.0)

# Pixels


def painted(
    lm: LanguageModel, caption: str, temperature: float, seed: int, n: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """`n` paintings by one seed: palette indices (n, 16, 16), and the bits (n, 256) that each pixel told.

    A visitor who chooses that seed sees the one for n = 1.
    """
    steps = [
        *generate(lm.transformer, [lm.picture_prompt(caption)] * n, PIXELS, Shaping(temperature), seed, COLOUR_IDS)
    ]
    pixels = np.stack([step.rank.numpy() for step in steps], 1)
    paid = np.stack([-step.logprobs.numpy() for step in steps], 1) / np.log(2)
    return pixels.reshape(n, 16, 16), paid


def seed_of(lm: LanguageModel, caption: str, temperature: float, fits: Callable[..., bool]) -> int | None:
    """The first of a few seeds whose painting `fits`, by its pixels and bits."""
    for seed in range(12, 24):
        pixels, paid = painted(lm, caption, temperature, seed)
        if fits(pixels[0], paid[0]):
            return seed
    return None


def is_unsure(lm: LanguageModel, text: str) -> Demonstration | None:
    """In most of 20 paintings the model had to choose: 5 bits or more, in at least 3 pixels."""

    def chose(_: np.ndarray, paid: np.ndarray) -> bool:
        return paid.sum() >= 5 and (paid > 0.5).sum() >= 3

    pixels, paid = painted(lm, text, USUAL, 0, PAINTINGS)
    if np.mean([*map(chose, pixels, paid)]) < 0.7:
        return None
    seed = seed_of(lm, text, USUAL, chose)
    controls = {"temperature": USUAL, "seed": seed}
    return None if seed is None else Demonstration(text, None, controls, measured=float(np.median(paid.sum(1))))


def keeps_places(lm: LanguageModel, text: str) -> Demonstration | None:
    """Two things of two colours lie as the caption says, in at least nine of ten paintings."""
    first, second = [word for word in text.split() if word in COLOURS][:2]
    asked = next(relation for relation in OPPOSITE if relation in text)

    def kept(pixels: np.ndarray, _: np.ndarray) -> bool:
        return relation_of(pixels, first, second) == asked

    share = np.mean([*map(kept, *painted(lm, text, USUAL, 0, PAINTINGS))])
    seed = seed_of(lm, text, USUAL, kept) if share >= 0.9 else None
    controls = {"temperature": USUAL, "seed": seed}
    return None if seed is None else Demonstration(text, None, controls, measured=float(share))


def miscounts(lm: LanguageModel, text: str) -> Demonstration | None:
    """Cool, nine of ten hands have five fingers; this is the least heat at which a fifth have another number."""

    def wrong(pixels: np.ndarray, _: np.ndarray) -> bool:
        return count_fingers(pixels) != 5

    shares = {heat: np.mean([*map(wrong, *painted(lm, text, heat, 0, PAINTINGS))]) for heat in (USUAL, *HEATS)}
    heat = next((heat for heat in HEATS if shares[heat] >= 0.2), None)
    seed = seed_of(lm, text, heat, wrong) if heat and shares[USUAL] <= 0.1 else None
    controls, slots = {"temperature": heat, "seed": seed}, {"t": heat}
    return None if seed is None else Demonstration(text, None, controls, slots=slots, measured=float(shares[heat]))
