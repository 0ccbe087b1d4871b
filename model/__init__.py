"""The model: all arithmetic. `load()` and what it returns is all that the page may use."""

from model import positions, projection
from model.config import within
from model.generate import Step
from model.language_model import LanguageModel, load
from model.lens import rollout, stations
from model.merges import assembly, learn, lengths, made_in_sample, merges, steps
from model.projection import pca
from model.sampling import Dice, divergence, likeliest, load_die, roll
from model.source import Source, source
from model.trace import Trace
from model.vocabulary import CAPTION_TOKENS, COLOUR_IDS, COLOURS, PIXELS

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
    "learn",
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
