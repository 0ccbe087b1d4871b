"""The model: all arithmetic. `load()` and what it returns is all that the page may use."""

from model.core.config import amount, within
from model.core.generate import MAX_SEED, Step
from model.core.sampling import PLAIN, Dice, Shaping, chances, divergence, likeliest, load_die, roll, told
from model.core.source import Source, source
from model.core.trace import Trace
from model.core.vocabulary import CAPTION_TOKENS, COLOUR_IDS, EOT, NOTE_IDS, PIXELS
from model.found.counting import count_words, cut_words, words_asked
from model.found.demonstrations import Demonstration
from model.found.familiar import bits_of
from model.found.library import Chapter
from model.found.merges import assembly, learn_merges, lengths, made_in_sample, merges, steps
from model.found.reading import covered, longest_apart
from model.inside import positions, projection
from model.inside.edits import AXES, FORMS, Edit
from model.inside.effects import effects, too_much
from model.inside.lens import lens, rollout, stations
from model.inside.parts import GPT2_SMALL, GPT3, nearest, parameters, promotes, sized
from model.inside.projection import pca
from model.inside.roles import roles
from model.inside.rolls_ahead import look_ahead
from model.language_model import MAX_CHARACTERS, LanguageModel, load
from model.world.alphabet import COLOURS, PALETTE, PITCHES
from model.world.tunes.reading import read_notes
from model.world.tunes.requests import Request, read_request, sixteenths, wordings
from model.world.tunes.tunes import MOST_NOTES, SIXTEENTHS

__all__ = [
    "AXES",
    "CAPTION_TOKENS",
    "COLOURS",
    "COLOUR_IDS",
    "EOT",
    "FORMS",
    "GPT2_SMALL",
    "GPT3",
    "MAX_CHARACTERS",
    "MAX_SEED",
    "MOST_NOTES",
    "NOTE_IDS",
    "PALETTE",
    "PITCHES",
    "PIXELS",
    "PLAIN",
    "SIXTEENTHS",
    "Chapter",
    "Demonstration",
    "Dice",
    "Edit",
    "LanguageModel",
    "Request",
    "Shaping",
    "Source",
    "Step",
    "Trace",
    "amount",
    "assembly",
    "bits_of",
    "chances",
    "count_words",
    "covered",
    "cut_words",
    "divergence",
    "effects",
    "learn_merges",
    "lengths",
    "lens",
    "likeliest",
    "load",
    "load_die",
    "longest_apart",
    "look_ahead",
    "made_in_sample",
    "merges",
    "nearest",
    "parameters",
    "pca",
    "positions",
    "projection",
    "promotes",
    "read_notes",
    "read_request",
    "roles",
    "roll",
    "rollout",
    "sixteenths",
    "sized",
    "source",
    "stations",
    "steps",
    "told",
    "too_much",
    "within",
    "wordings",
    "words_asked",
]
