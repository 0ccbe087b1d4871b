"""Claims about texts that are written; see `choose` for what a claim is."""

import numpy as np

from model.core.sampling import Shaping
from model.found.demonstrations import Demonstration
from model.language_model import LanguageModel

SEED, LONG = 7, 24  # tokens that are looked at


def chances(lm: LanguageModel, text: str, temperature: float) -> np.ndarray:
    """What each token had that is written after `text`, on the die that was rolled."""
    steps = lm.generate(lm.encode(text), LONG, Shaping(temperature), SEED)
    return np.array([float(step.probs[0, step.rank[0]]) for step in steps])


def fills_all(lm: LanguageModel, text: str) -> Demonstration | None:
    """At temperature 0 every die has one face."""
    full = chances(lm, text, 0.0)
    return Demonstration(text, None, {"temperature": 0.0}, measured=float(full.min())) if full.min() > 0.999 else None


def empties(lm: LanguageModel, text: str) -> Demonstration | None:
    """At temperature 1.5 more than half of the tokens have less than a third of their die; at 0.7 fewer do."""
    hot, warm = ((chances(lm, text, temperature) < 1 / 3).mean() for temperature in (1.5, 0.7))
    return Demonstration(text, None, {"temperature": 1.5}, measured=float(hot)) if hot > max(0.5, warm) else None


def offers(lm: LanguageModel, text: str) -> Demonstration | None:
    """The first die has at least four faces that fall more often than once in twenty rolls."""
    (step,) = lm.generate(lm.encode(text), 1, Shaping(0.7), SEED)
    faces = int((step.probs[0] > 0.05).sum())
    return Demonstration(text, None, {"temperature": 0.7}, measured=float(faces)) if faces >= 4 else None
