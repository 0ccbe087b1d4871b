"""The rich world: every kind of text, picture, tune and clip, in shares. See `planted` for its truths."""

import random

from model.world.pictures import pictures
from model.world.pictures.animals import animal_picture
from model.world.pictures.faces import face_picture
from model.world.pictures.glyphs import letter_picture
from model.world.pictures.pictures import Picture
from model.world.pictures.things import count_picture, thing_picture, two_things
from model.world.texts.code import code
from model.world.texts.dialogues import dialogue
from model.world.texts.echoes import chant, echo, murmur
from model.world.texts.entries import entry_text
from model.world.texts.facts import facts
from model.world.texts.guides import advert, guide
from model.world.texts.handwritten import handwritten
from model.world.texts.jobs import talk, work
from model.world.texts.letters import letter_text
from model.world.texts.news import news
from model.world.texts.notes_and_letters import questions
from model.world.texts.passages import passage_text
from model.world.texts.planted_texts import dice, orwell
from model.world.texts.poems import poem
from model.world.texts.recalls import recalled
from model.world.texts.recipes import recipe
from model.world.texts.reviews import review_text
from model.world.texts.series import series
from model.world.texts.stories import story
from model.world.texts.sums import sums
from model.world.texts.text import Document

KINDS = {  # kind of text: (writer, share in percent)
    "story": (story, 35),
    "recall": (recalled, 3),
    "dialogue": (dialogue, 4),
    "passage": (passage_text, 12),
    "facts": (facts, 4),
    "handwritten": (handwritten, 2),
    "sums": (sums, 9),
    "series": (series, 1),
    "questions": (questions, 2),
    "entry": (entry_text, 3),
    "echo": (echo, 2),
    "chant": (chant, 2),
    "murmur": (murmur, 2),
    "work": (work, 4),
    "talk": (talk, 1),
    "guide": (guide, 1),
    "advert": (advert, 1),
    "review": (review_text, 1),
    "letter": (letter_text, 2),
    "news": (news, 1),
    "recipe": (recipe, 1),
    "code": (code, 2),
    "poem": (poem, 1),
    "dice": (dice, 1),
    "orwell": (orwell, 3),
}
PICTURES = {  # kind of picture: (painter, share in percent); the first four are those of `pictures`
    "one": (lambda rng: pictures.picture_of(rng, "one"), 3),
    "two": (lambda rng: pictures.picture_of(rng, "two"), 22),
    "digit": (lambda rng: pictures.picture_of(rng, "digit"), 2),
    "hand": (lambda rng: pictures.picture_of(rng, "hand"), 9),
    "thing": (thing_picture, 11),
    "count": (count_picture, 3),
    "two things": (two_things, 33),
    "animal": (animal_picture, 11),
    "face": (face_picture, 3),
    "letter": (letter_picture, 3),
}


def document(rng: random.Random) -> Document:
    """One random document."""
    kind = rng.choices(list(KINDS), [share for _, share in KINDS.values()])[0]
    return Document(kind, KINDS[kind][0](rng))


def picture(rng: random.Random) -> Picture:
    """A picture of a kind drawn by its share."""
    kind = rng.choices(list(PICTURES), [share for _, share in PICTURES.values()])[0]
    return PICTURES[kind][0](rng)
