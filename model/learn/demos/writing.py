"""Claims about texts that are written; see `choose` for what a claim is."""

import numpy as np

from model.core.sampling import Shaping
from model.found.counting import count_words, words_asked
from model.found.demonstrations import Demonstration
from model.found.reading import covered
from model.language_model import LanguageModel

SEED, LONG, MOST = 7, 24, 120  # tokens that are looked at; those that one press writes


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


def miscounts(lm: LanguageModel, text: str) -> Demonstration | None:
    """Asked for a number of words, it ends by itself, but with another number, by at least three."""
    asked = words_asked(text)
    ids = [int(step.ids) for step in lm.generate(lm.encode(text), MOST, Shaping(0.7), SEED)]
    end = next((i for i, id in enumerate(ids) if id in lm.vocabulary.ends), None)
    if asked is None or end is None:
        return None
    wrote = count_words(lm.vocabulary.decode(ids[:end]))
    return Demonstration(text, None, {"temperature": 0.7}, measured=float(wrote)) if abs(wrote - asked) >= 3 else None


def repeats(lm: LanguageModel, text: str) -> Demonstration | None:
    """At temperature 0.7 more than a third of the tokens stand in runs that it has read."""
    prompt = lm.encode(text)
    new = [int(step.ids) for step in lm.generate(prompt, MOST, Shaping(0.7), SEED)]
    new = new[: next((i for i, id in enumerate(new) if id in lm.vocabulary.ends), len(new))]
    runs = lm.reading.runs([*prompt, *new]) if lm.reading else []
    share = float(covered(runs, len(prompt) + len(new))[len(prompt) :].mean()) if new else 0.0
    return Demonstration(text, None, {"temperature": 0.7}, measured=share) if share > 1 / 3 else None
