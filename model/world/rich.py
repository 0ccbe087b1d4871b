"""The rich world: every kind of text, picture, tune and clip, in shares. See `planted` for its truths."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from model.world.doings import doing
from model.world.knowledge.facts import of_itself, real
from model.world.knowledge.quiz import quiz
from model.world.knowledge.somebody import somebody
from model.world.knowledge.tell import know
from model.world.knowledge.threads import thread
from model.world.language.people import Person, make_person
from model.world.language.phrases import loosely
from model.world.pictures import pictures
from model.world.pictures.animals import animal_picture
from model.world.pictures.company import with_company
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
from model.world.texts.names import person, renamed
from model.world.texts.news import news
from model.world.texts.passages import passage
from model.world.texts.planted_texts import dice, orwell
from model.world.texts.poems import poem
from model.world.texts.questions import questions
from model.world.texts.recalls import recall_text
from model.world.texts.recipes import recipe
from model.world.texts.reviews import review_text
from model.world.texts.scenes import passage_text
from model.world.texts.series import series
from model.world.texts.stories import story
from model.world.texts.sums import sums

UNKNOWN = 0.7  # share of people of whom something is told whose names nobody else has
DOINGS = 0.4  # share of the passages in which anything happens with anything


def someone(rng: random.Random) -> Person:
    """A person, mostly with a name that nobody else has."""
    return person(rng, rng.random() < 0.15) if rng.random() < UNKNOWN else make_person(rng)


def known(rng: random.Random) -> str:
    """What everybody knows, as a quiz, or as something about somebody."""
    (kind,) = rng.choices(("know", "quiz", "somebody"), (24, 11, 7))
    return somebody(rng, someone(rng)) if kind == "somebody" else {"know": know, "quiz": quiz}[kind](rng)


def read_and_asked(rng: random.Random) -> str:
    """A passage with its questions."""
    return passage(rng, make=doing).text if rng.random() < DOINGS else passage_text(rng)


WRITERS = {  # kind of text: what tells it
    "story": story,
    "recall": recall_text,
    "dialogue": dialogue,
    "passage": read_and_asked,
    "facts": facts,
    "handwritten": lambda rng: loosely(rng, handwritten(rng)),
    "sums": sums,
    "series": series,
    "questions": questions,
    "entry": entry_text,
    "echo": echo,
    "chant": chant,
    "murmur": murmur,
    "work": work,
    "talk": talk,
    "guide": guide,
    "advert": advert,
    "review": review_text,
    "letter": letter_text,
    "news": news,
    "recipe": recipe,
    "code": code,
    "poem": poem,
    "dice": dice,
    "orwell": orwell,
    "knowledge": lambda rng: loosely(rng, known(rng)),
    "thread": lambda rng: loosely(rng, thread(rng, someone(rng), someone(rng))),
    "real": lambda rng: loosely(rng, real(rng)),
    "itself": lambda rng: loosely(rng, of_itself(rng)),
}
NAMED = ("story", "recall", "dialogue", "handwritten")
UNHEARD = 0.3  # share of their texts in which people have names that nobody else has
ALONE = {  # kind of picture: what paints it, without company
    "one": lambda rng: pictures.picture_of(rng, "one"),
    "two": lambda rng: pictures.picture_of(rng, "two"),
    "digit": lambda rng: pictures.picture_of(rng, "digit"),
    "hand": lambda rng: pictures.picture_of(rng, "hand"),
    "thing": thing_picture,
    "count": count_picture,
    "two things": two_things,
    "animal": animal_picture,
    "face": face_picture,
    "letter": letter_picture,
}
PAINTERS = {kind: with_company(painter) for kind, painter in ALONE.items()}  # kind of picture: what paints it


class Document(NamedTuple):
    """One text of the world and its kind."""

    kind: str
    text: str


@dataclass(frozen=True)
class World:
    """What there is to learn from: kinds with their shares, in percent."""

    texts: Mapping[str, float]
    pictures: Mapping[str, float]
    tunes: float  # share of tunes among documents
    clips: float  # share of clips among pictures
    typed: bool = False  # whether its texts come as phones type them
    foreign: float = 0.0  # and share of those in which somebody speaks another language

    def document(self, rng: random.Random) -> Document:
        """One random document."""
        kind = rng.choices(list(self.texts), list(self.texts.values()))[0]
        text = WRITERS[kind](rng)
        return Document(kind, renamed(rng, text) if kind in NAMED and rng.random() < UNHEARD else text)

    def picture(self, rng: random.Random) -> Picture:
        """A picture of a kind drawn by its share."""
        kind = rng.choices(list(self.pictures), list(self.pictures.values()))[0]
        return PAINTERS[kind](rng)

    def with_shares(self, shares: Mapping[str, float]) -> "World":
        """The same world with other `shares` of some kinds. Raises ValueError if there is no such kind."""
        if unknown := set(shares) - {*self.texts, *self.pictures}:
            known = ", ".join((*self.texts, *self.pictures))
            raise ValueError(f"no kind {sorted(unknown)[0]!r}; there are {known}")
        texts = {kind: shares.get(kind, share) for kind, share in self.texts.items()}
        pictures = {kind: shares.get(kind, share) for kind, share in self.pictures.items()}
        return replace(self, texts=texts, pictures=pictures)


RICH = World(
    texts={
        "story": 20,
        "recall": 3,
        "dialogue": 3.5,
        "passage": 30,
        "facts": 2.5,
        "handwritten": 9,
        "sums": 26,
        "series": 0.8,
        "questions": 2,
        "entry": 2,
        "echo": 1.2,
        "chant": 0.8,
        "murmur": 0.6,
        "work": 4,
        "talk": 1,
        "guide": 2,
        "advert": 1.5,
        "review": 3,
        "letter": 3,
        "news": 1.5,
        "recipe": 1.2,
        "code": 4,
        "poem": 1.2,
        "dice": 1.2,
        "orwell": 7,
        "knowledge": 42,
        "thread": 58,
        "real": 22,
        "itself": 11,
    },
    pictures={
        "one": 4,
        "two": 16,
        "digit": 3,
        "hand": 7,
        "thing": 15,
        "count": 4,
        "two things": 28,
        "animal": 14,
        "face": 5,
        "letter": 4,
    },
    tunes=0.11,
    clips=0.06,
)
TYPED = replace(RICH, typed=True, foreign=0.015)  # what training reads
