"""The model: all arithmetic. `load()` and what it returns is all that the page may use."""

from model.core.config import within
from model.core.generate import Step
from model.core.sampling import Dice, divergence, likeliest, load_die, roll
from model.core.source import Source, source
from model.core.trace import Trace
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, PIXELS
from model.found.merges import assembly, learn_merges, lengths, made_in_sample, merges, steps
from model.inside import positions, projection
from model.inside.lens import rollout, stations
from model.inside.projection import pca
from model.language_model import LanguageModel, load
from model.world.alphabet import COLOURS

__all__ = [
    "CAPTION_TOKENS",
    "COLOURS",
    "COLOUR_IDS",
    "PIXELS",
    "Dice",
    "LanguageModel",
    "Source",
    "Step",
    "Trace",
    "assembly",
    "divergence",
    "learn_merges",
    "lengths",
    "likeliest",
    "load",
    "load_die",
    "made_in_sample",
    "merges",
    "pca",
    "positions",
    "projection",
    "roll",
    "rollout",
    "source",
    "stations",
    "steps",
    "within",
]
