"""A conversation as what it is: one text with turn tokens, of which the model reads what fits."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from model.core.config import shown
from model.core.generate import Step
from model.core.sampling import Shaping
from model.core.vocabulary import Vocabulary
from model.learn.chat.turns import ASSISTANT, USER, above
from model.learn.jobs.lesson import unbroken

MAX_ASKED, MAX_SAID, MAX_SYSTEM, MAX_PASSAGE = 300, 1500, 200, 900  # characters
MOST_TURNS = 40
ANSWER, LEAST = 150, 24  # tokens that are kept free for an answer; and if a passage takes the room
BESIDE = 48  # tokens that the model without its adapter may say
TEMPERATURE = 0.3
CONTEXT = 240  # tokens that a model has to read for a passage, a question and an answer
OPENS = re.compile("(?<=<)")


class Talk(NamedTuple):
    """What stands above, the turns so far as pairs of question and answer, and what is asked now."""

    system: str
    passage: str
    turns: tuple[tuple[str, str], ...]
    question: str

    @classmethod
    def of(cls, asked: Any) -> "Talk":
        """From JSON. Raises ValueError, which says what fits."""
        if not isinstance(asked, Mapping):
            raise ValueError(f"A conversation has a question, turns, a passage and a system line, not {shown(asked)}.")
        turns = asked.get("turns") or []
        if not isinstance(turns, list) or not all(isinstance(turn, Mapping) for turn in turns):
            raise ValueError("The turns are a list; each has what was asked and what was said.")
        if len(turns) >= MOST_TURNS:
            raise ValueError(f"This conversation has {len(turns)} turns; at most {MOST_TURNS} fit. Begin a new one.")
        pairs = tuple(
            (told("An earlier question", turn.get("asked"), MAX_ASKED), told("An answer", turn.get("said"), MAX_SAID))
            for turn in turns
        )
        question = told("The question", asked.get("question"), MAX_ASKED)
        if not question.strip():
            raise ValueError("The question is empty. Type one, or take one of those below.")
        system = told("The system line", asked.get("system") or "", MAX_SYSTEM).strip()
        return cls(system, told("The passage", asked.get("passage") or "", MAX_PASSAGE).strip(), pairs, question)


def told(name: str, text: Any, most: int) -> str:
    """A text of at most so many characters, in whole Unicode. Raises ValueError."""
    if not isinstance(text, str):
        raise ValueError(f"{name} is a text, not {shown(text)}.")
    if len(text) > most:
        raise ValueError(f"{name} has {len(text):,} characters; at most {most:,} are read.")
    return unbroken(text)


class Reading(NamedTuple):
    """What the model reads before it answers."""

    ids: list[int]
    head: list[int]  # of the system line and the passage
    asked: list[int]  # of the question
    fallen: int  # of the turns, the oldest, do not fit any more
    room: int  # tokens that an answer may have


def plain(vocabulary: Vocabulary, text: str) -> list[int]:
    """Ids of what somebody typed: a `<user>` or `<eot>` in it is letters, never the token."""
    return [id for part in OPENS.split(text) if part for id in vocabulary.encode(part)]


def reading(vocabulary: Vocabulary, talk: Talk, limit: int) -> Reading:
    """The text of a conversation, cut to so many tokens: whole turns fall out, the oldest first.

    Raises ValueError if the tokenizer leaves nothing of the question, or if not even that fits below the passage.
    """
    user, assistant = (vocabulary.encode(each) for each in (USER, ASSISTANT))
    head = plain(vocabulary, above(talk.system, talk.passage))
    asked = plain(vocabulary, talk.question)
    if talk.question and not asked:
        raise ValueError("The tokenizer leaves nothing of the question. Type words.")
    now = [*user, *asked, *assistant]
    if (n := len(head) + len(now)) > limit - LEAST:
        raise ValueError(f"Passage and question have {n} tokens; at most {limit - LEAST} fit. Shorten one of them.")
    turns = [[*user, *plain(vocabulary, a), *assistant, *plain(vocabulary, s)] for a, s in talk.turns]
    fallen, room = 0, limit - len(head) - len(now)
    while fallen < len(turns) and room - sum(map(len, turns[fallen:])) < ANSWER:
        fallen += 1
    kept = [id for turn in turns[fallen:] for id in turn]
    return Reading([*head, *kept, *now], head, asked, fallen, min(ANSWER, room - len(kept)))


def answering(lm: Any, read: Reading, shaping: Shaping, seed: int, most: int = ANSWER) -> Iterator[Step]:
    """The tokens of an answer, the last one <eot> if it ends by itself; whatever is no text ends it, too."""
    for step in lm.generate(read.ids, min(most, read.room), shaping, seed):
        yield step
        if lm.vocabulary.kind(step.ids.item()) == "control":
            return


def said(lm: Any, talk: Talk, shaping: Shaping, seed: int) -> tuple[str, bool]:
    """An answer as text, and whether it ended by itself."""
    ids = [s.ids.item() for s in answering(lm, reading(lm.vocabulary, talk, lm.config.n_positions), shaping, seed)]
    ended = bool(ids) and ids[-1] in lm.vocabulary.ends
    return lm.vocabulary.decode(ids[:-1] if ended else ids).strip(), ended
