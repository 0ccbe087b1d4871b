"""The text half of the world: one random document at a time, in fixed shares of kinds."""

import random
from typing import NamedTuple

from model.world.texts.facts import facts
from model.world.texts.notes_and_letters import questions, write_short_text
from model.world.texts.stories import story
from model.world.texts.sums import sums

# kind: (writer, share in percent)
KINDS = {
    "story": (story, 50),
    "facts": (facts, 22),
    "sums": (sums, 12),
    "questions": (questions, 8),
    "short text": (write_short_text, 8),
}


class Document(NamedTuple):
    """One text of the world and its kind."""

    kind: str
    text: str


def document(rng: random.Random) -> Document:
    """One random document."""
    kind = rng.choices(list(KINDS), [share for _, share in KINDS.values()])[0]
    return Document(kind, KINDS[kind][0](rng))
