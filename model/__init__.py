"""The model: all arithmetic. `load()` and what it returns is all that the page may use."""

from model.core.config import ModelConfig, amount, within
from model.core.generate import MAX_SEED, Step
from model.core.interval import wilson
from model.core.sampling import PAINT, PLAIN, WARM, Dice, Shaping, chances, divergence, likeliest, load_die, roll, told
from model.core.source import Source, source
from model.core.trace import Trace
from model.core.vocabulary import CAPTION_TOKENS, CLIP, COLOUR_IDS, EOT, FRAMES, IMAGE, NOTE_IDS, PIXELS
from model.doubt.card import Help, Made, Measured, Part, Sure
from model.doubt.deck import DECKS, asked_so_far, card_of, cards_for, measured, own_case
from model.found import experiments, scaling
from model.found.counting import count_words, cut_words, words_asked
from model.found.demonstrations import Demonstration
from model.found.familiar import bits_of
from model.found.history import History
from model.found.library import Chapter
from model.found.merges import MOST_CHARACTERS as MAX_SAMPLE
from model.found.merges import assembly, learn_merges, lengths, made_in_sample, merges, steps
from model.found.reading import covered, longest_apart
from model.found.stimuli import BACK, GROUPS
from model.inside import positions, projection
from model.inside.backwards import posterior
from model.inside.edits import AXES, FORMS, Edit
from model.inside.effects import effects, too_much
from model.inside.ladder import Own, aloud, bytes_a_token, ladder, speed
from model.inside.lens import lens, rollout, stations
from model.inside.neuron import weighed
from model.inside.parts import GPT2_SMALL, GPT3, flops, nearest, parameters, promotes, sized
from model.inside.projection import pca
from model.inside.roles import CLEAR, formed, roles
from model.inside.rolls_ahead import look_ahead
from model.language_model import MAX_CHARACTERS, LanguageModel, load
from model.learn import chat as chatting
from model.learn.data.asked import STEPS as PAIR_STEPS
from model.learn.data.asked import asked as pair_asked
from model.learn.data.asked import compared, corpora, learned_from, rows_with, two_dice
from model.learn.data.experiments import EXPERIMENTS, PLANTED, TENTHS, Pair
from model.learn.data.two import lessons, without
from model.learn.jobs.lesson import FIELDS as LESSON_FIELDS
from model.learn.jobs.lesson import MAX_BYTES as MAX_LESSON
from model.learn.jobs.lesson import Lesson
from model.learn.jobs.line import Line
from model.learn.jobs.microscope import Asked as StepAsked
from model.learn.jobs.microscope import look as one_step
from model.learn.jobs.shared import PLACE as TRAININGS_AT
from model.learn.jobs.shared import SECRET, offer, reached
from model.learn.tune.asked import asked as tuning_asked
from model.learn.tune.asked import both as tuned_both
from model.learn.tune.asked import preferred, ruled
from model.learn.tune.asked import two as two_samples
from model.learn.tune.examples import some as some_examples
from model.learn.tune.live import ADAPTER
from model.learn.tune.lora import numbers as adapter_numbers
from model.learn.tune.tuning import FIELDS as TUNING_FIELDS
from model.learn.tune.tuning import MAX_PAIRS_BYTES
from model.learn.tune.urns import Urns
from model.learn.tune.voted import FIELDS as VOTE_FIELDS
from model.learn.tune.voted import MAX_VOTES_BYTES, votes_of
from model.lookup.answers import BY as LOOK_BY
from model.lookup.answers import answers as answers_to
from model.lookup.answers import hits as looked_up
from model.lookup.answers import measured as looked_up_often
from model.lookup.answers import shelf
from model.lookup.library import MAX_OWN, library
from model.lookup.library import questions as library_questions
from model.lookup.truecase import truecased
from model.masked.beside import beside as masked_beside
from model.masked.beside import fits as masked_fits
from model.masked.fill import HOLES, Broken, Filled, Gaps, fill, fill_left, hole_of, repaint, repair
from model.masked.holes import Hole as OneHole
from model.masked.holes import hole as one_hole
from model.masked.holes import maps as two_maps
from model.masked.measured import recorded as holes_recorded
from model.masked.measured import unseen_pictures
from model.world.alphabet import COLOURS, PALETTE, PITCHES
from model.world.pictures.hands import count_fingers
from model.world.pictures.pictures import hands_drawn
from model.world.pictures.variants import each_digit, variants
from model.world.truth.planted import ALLOWED_VERSIONS as VERSIONS_DRAWN
from model.world.truth.planted import HELD_OUT_VERSIONS as VERSIONS_HELD_OUT
from model.world.tunes.reading import read_notes
from model.world.tunes.requests import Request, read_request, sixteenths, wordings
from model.world.tunes.tunes import MOST_NOTES, SIXTEENTHS
from model.world.unseen import EACH, digit_of, unseen_digits

__all__ = [
    "ADAPTER",
    "AXES",
    "BACK",
    "CAPTION_TOKENS",
    "CLEAR",
    "CLIP",
    "COLOURS",
    "COLOUR_IDS",
    "DECKS",
    "EACH",
    "EOT",
    "EXPERIMENTS",
    "FORMS",
    "FRAMES",
    "GPT2_SMALL",
    "GPT3",
    "GROUPS",
    "HOLES",
    "IMAGE",
    "LESSON_FIELDS",
    "LOOK_BY",
    "MAX_CHARACTERS",
    "MAX_LESSON",
    "MAX_OWN",
    "MAX_PAIRS_BYTES",
    "MAX_SAMPLE",
    "MAX_SEED",
    "MAX_VOTES_BYTES",
    "MOST_NOTES",
    "NOTE_IDS",
    "PAINT",
    "PAIR_STEPS",
    "PALETTE",
    "PITCHES",
    "PIXELS",
    "PLAIN",
    "PLANTED",
    "SECRET",
    "SIXTEENTHS",
    "TENTHS",
    "TRAININGS_AT",
    "TUNING_FIELDS",
    "VERSIONS_DRAWN",
    "VERSIONS_HELD_OUT",
    "VOTE_FIELDS",
    "WARM",
    "Broken",
    "Chapter",
    "Demonstration",
    "Dice",
    "Edit",
    "Filled",
    "Gaps",
    "Help",
    "History",
    "LanguageModel",
    "Lesson",
    "Line",
    "Made",
    "Measured",
    "ModelConfig",
    "OneHole",
    "Own",
    "Pair",
    "Part",
    "Request",
    "Shaping",
    "Source",
    "Step",
    "StepAsked",
    "Sure",
    "Trace",
    "Urns",
    "adapter_numbers",
    "aloud",
    "amount",
    "answers_to",
    "asked_so_far",
    "assembly",
    "bits_of",
    "bytes_a_token",
    "card_of",
    "cards_for",
    "chances",
    "chatting",
    "compared",
    "corpora",
    "count_fingers",
    "count_words",
    "covered",
    "cut_words",
    "digit_of",
    "divergence",
    "each_digit",
    "effects",
    "experiments",
    "fill",
    "fill_left",
    "flops",
    "formed",
    "hands_drawn",
    "hole_of",
    "holes_recorded",
    "ladder",
    "learn_merges",
    "learned_from",
    "lengths",
    "lens",
    "lessons",
    "library",
    "library_questions",
    "likeliest",
    "load",
    "load_die",
    "longest_apart",
    "look_ahead",
    "looked_up",
    "looked_up_often",
    "made_in_sample",
    "masked_beside",
    "masked_fits",
    "measured",
    "merges",
    "nearest",
    "offer",
    "one_hole",
    "one_step",
    "own_case",
    "pair_asked",
    "parameters",
    "pca",
    "positions",
    "posterior",
    "preferred",
    "projection",
    "promotes",
    "reached",
    "read_notes",
    "read_request",
    "repaint",
    "repair",
    "roles",
    "roll",
    "rollout",
    "rows_with",
    "ruled",
    "scaling",
    "shelf",
    "sixteenths",
    "sized",
    "some_examples",
    "source",
    "speed",
    "stations",
    "steps",
    "told",
    "too_much",
    "truecased",
    "tuned_both",
    "tuning_asked",
    "two_dice",
    "two_maps",
    "two_samples",
    "unseen_digits",
    "unseen_pictures",
    "variants",
    "votes_of",
    "weighed",
    "wilson",
    "within",
    "without",
    "wordings",
    "words_asked",
]
