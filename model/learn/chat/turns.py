"""What a chat is taught: turns of the world, several in a row, below a system line and a passage or without.

A conversation is one text: `head` `<user>` what is asked `<assistant>` what is said, `<user>` and so on. Where an
answer is over, <eot> shall fall; in the text that goes on the next `<user>` stands in its place.
"""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from model.core.vocabulary import EOT, Vocabulary
from model.learn.tune.examples import UNCOUNTED
from model.world.doings import doing
from model.world.draw import draw
from model.world.language import words
from model.world.language.numbers import spell
from model.world.language.phrases import word_it
from model.world.language.tables import Table
from model.world.language.tongues import spoken
from model.world.language.typed import from_phone
from model.world.language.words import fix_articles
from model.world.texts.passages import Question, Told
from model.world.texts.questions import LINES as GENERAL
from model.world.texts.scenes import any_kind
from model.world.texts.stories import tell

TURNS, BY_HAND, SECOND = (Table(__file__, name) for name in ("turns", "by_hand", "second_hand"))
USER, ASSISTANT = "<user>", "<assistant>"
KINDS = {"sum": 31, "story": 44, "world": 5, "unknown": 4}  # shares of turns
SMALL = {"hello": 12, "feeling": 9, "thanks": 8, "goodbye": 8, "self": 9, "able": 6, "called": 5, "mine": 3}
SYSTEM, WITH_PASSAGE = 0.3, 0.55  # of conversations
DOINGS = 0.5  # of the passages that are taught: of all kinds of facts
FOREIGN = 0.03  # of turns: in another language
ASKED = 0.85  # of turns below a passage: about it
ALONE, BELOW = (1, 1, 1, 2, 3), (2, 3, 3, 4)  # turns of a conversation, without a passage and below one
MOST = 20  # that a sum makes
NAMED = 12  # times as much counts the beginning of what a story was asked for
EARLY = 180  # characters of a story, in which both are met
NOUNS = re.compile(rf"\b(?:{'|'.join((*words.OBJECTS, *words.ANIMALS))})\b")
NAMES = re.compile(rf"\b(?:{'|'.join((*words.GIRLS, *words.BOYS))})\b")
SHORT = {f"{word} is": f"{word}'s" for word in ("it", "that", "what", "who", "where", "how")}
SHORT |= {"i am": "i'm", "you are": "you're", "do not": "don't", "let us": "let's"}
LONG = re.compile(rf"\b(?:{'|'.join(SHORT)})\b", re.IGNORECASE)  # what people also say shorter
OWN = ("Rex Dot Ada Mo Pip Robin Max Nova Bo Bit Lux Echo Sky Pixel Juno Tin Otto Zed Ivy Cleo").split()


class Turn(NamedTuple):
    """What is asked, what shall be said, and which kind of turn it is."""

    asked: str
    said: str
    kind: str


class Head(NamedTuple):
    """What stands above a conversation: a system line with the names that it tells, and a passage."""

    system: str = ""
    name: str = ""  # of who asks
    own: str = ""  # of the model
    passage: str = ""
    questions: Sequence[Question] = ()

    @property
    def text(self) -> str:
        """As the model reads it."""
        return above(self.system, self.passage)


def above(system: str, passage: str) -> str:
    """A system line and a passage, each a paragraph of what stands above a conversation."""
    return "".join(f"{part}\n" for part in (system, passage) if part)


def wide(rng: random.Random) -> Told:
    """A passage of a kind, or of what may happen anywhere."""
    return (doing if rng.random() < DOINGS else any_kind)(rng)


def head(rng: random.Random, passage_of: Callable[[random.Random], Told] = any_kind) -> Head:
    """One of them, in many cases empty."""
    name = own = system = passage = ""
    questions: Sequence[Question] = ()
    if rng.random() < SYSTEM:
        if rng.random() < 0.5:
            name = rng.choice((*words.GIRLS, *words.BOYS))
        else:
            own = rng.choice((*OWN, *words.GIRLS, *words.BOYS))
        system = word_it(rng, TURNS["name lines" if name else "own lines"], {"name": name, "own": own})
    if rng.random() < WITH_PASSAGE:
        _, passage, questions = passage_of(rng)
    return Head(system, name, own, passage, tuple(questions))


def talk(rng: random.Random, above: Head, kind: str) -> Turn:
    """A turn of small talk."""
    says, slots = f"{kind} says", {"name": above.name, "own": above.own}
    if above.name and kind in ("hello", "mine"):
        says += " to one"
    if above.own and kind == "called":
        says += " of own"
    return Turn(typed(rng, word_it(rng, TURNS[f"{kind} asks"], {})), rng.choice(TURNS[says]).format_map(slots), kind)


def typed(rng: random.Random, text: str) -> str:
    """As people type it: one in three without capitals, one in four with what can be said shorter."""
    if rng.random() < 0.25:
        text = LONG.sub(lambda hit: hit[0][0] + SHORT[hit[0].lower()][1:], text)
    return text.lower() if rng.random() < 0.35 else text


def summed(rng: random.Random) -> Turn:
    """A sum up to twenty, in digits or in words."""
    a = rng.randint(0, MOST)
    b = rng.randint(0, MOST - a)
    told = {"a": spell(a), "b": spell(b)} if rng.random() < 0.3 else {"a": a, "b": b}
    asked = typed(rng, word_it(rng, TURNS["sums asks"], told))
    return Turn(asked, TURNS["sums says"][0].format(a=a, b=b, c=a + b), "sum")


def story(rng: random.Random) -> Turn:
    """A story about two things that are met early in it, in most of them an animal and an object.

    Else animals are seldom met, and a model that comes to one late has forgotten by then that it was asked for.
    """
    mixed = rng.random() < 0.75
    while True:
        told = tell(rng).text
        found = sorted({hit[0] for hit in NOUNS.finditer(told) if hit.end() <= EARLY})  # whole: no pin of a pink cup
        animals = [noun for noun in found if noun in words.ANIMALS]
        objects = [noun for noun in found if noun not in words.ANIMALS]
        if animals and objects if mixed else len(found) > 1:
            nouns = [rng.choice(animals), rng.choice(objects)] if mixed else rng.sample(found, 2)
            rng.shuffle(nouns)
            article = rng.choice(("a", "a", "a", "the"))
            things = " and ".join(f"{article} {noun}" for noun in nouns)
            if rng.random() < 0.1:
                things = ", ".join(nouns)
            return Turn(
                fix_articles(typed(rng, word_it(rng, TURNS["stories asks"], {"things": things}))), told, "story"
            )


def world(rng: random.Random) -> Turn:
    """A question that the facts of the world answer."""
    question, *answers = rng.choice(GENERAL["general"].rows)
    return Turn(typed(rng, question), answers[0], "world")


def about(rng: random.Random, above: Head) -> Turn:
    """A question that the passage above answers."""
    one = rng.choice(above.questions)
    question = one.question if rng.random() < 0.7 else one.question[:1].lower() + one.question[1:]
    return Turn(typed(rng, word_it(rng, TURNS["passage leads"], {"question": question})), one.sentence, "passage")


MAKERS: dict[str, Callable[[random.Random], Turn]] = {"sum": summed, "story": story, "world": world}


def turn(rng: random.Random, above: Head, kind: str = "") -> Turn:
    """One turn below a head, of a kind or of any."""
    if not kind:
        if above.questions and rng.random() < ASKED:
            return about(rng, above)
        kind = rng.choices((*KINDS, *SMALL), (*KINDS.values(), *SMALL.values()))[0]
    return MAKERS[kind](rng) if kind in MAKERS else talk(rng, above, kind)


def drawn(rng: random.Random, above: Head, kind: str = "", validation: bool = False) -> Turn:
    """The same out of what is taught, or out of what is kept back: it is told by the checksum of what is asked.

    What is asked by hand is never taught, however it was drawn.
    """
    while True:
        made = draw(lambda r: turn(r, above, kind), lambda made: made.asked.lower(), rng, validation)
        if validation or made.asked.lower() not in kept_back():
            return made


@cache
def kept_back() -> frozenset[str]:
    """What is asked by hand, in small letters."""
    kinds = ("talk", "sums", "stories", "passages")
    return frozenset(row[0].lower() for hand in (BY_HAND, SECOND) for kind in kinds for row in hand[kind].rows)


def asked_for(text: str) -> list[str]:
    """The things that a request for a story names."""
    return NOUNS.findall(text)


def named(vocabulary: Vocabulary, made: Turn, said: Sequence[int]) -> list[int]:
    """Places of the tokens of a story in which something that was asked for begins."""
    if made.kind != "story":
        return []
    starts = np.cumsum([0, *map(len, vocabulary.pieces(said))])
    found = [hit.start() for noun in asked_for(made.asked) for hit in re.finditer(rf"\b{noun}\b", made.said)]
    return sorted({int(np.searchsorted(starts, at, side="right")) - 1 for at in found})


def familiar(rng: random.Random, vocabulary: Vocabulary, text: str) -> str:
    """The text with other people in it, where the vocabulary cuts a name into pieces: few texts had that name."""
    told = {*NAMES.findall(text)}
    for name in sorted(told):
        if not whole(vocabulary, name):
            same = words.GIRLS if name in words.GIRLS else words.BOYS
            other = rng.choice([each for each in same if each not in told and whole(vocabulary, each)] or [name])
            text = re.sub(rf"\b{name}\b", other, text)
            told.add(other)
    return text


def whole(vocabulary: Vocabulary, name: str) -> bool:
    """Whether a name is one token within a sentence."""
    return len(vocabulary.encode(f" {name}")) == 1


def row(rng: random.Random, vocabulary: Vocabulary, length: int) -> tuple[list[int], list[int], list[float]]:
    """Ids that are read, ids that shall be said and how much each counts: conversations of `length` tokens in all.

    Of a turn all tokens count as much as the root of their number: a long story more than a sum, but not so much more.
    """
    read: list[int] = []
    wanted: list[int] = []
    weights: list[float] = []
    user, assistant = (vocabulary.encode(each) for each in (USER, ASSISTANT))

    def add(ids: Sequence[int], targets: Sequence[int], weight: float = 0.0) -> None:
        read.extend(ids)
        wanted.extend(targets)
        weights.extend([weight] * len(ids))

    while len(read) < length:
        top = head(rng, wide)
        above_ids = vocabulary.encode(top.text)
        add(above_ids, [UNCOUNTED] * len(above_ids))
        for _ in range(rng.choice(BELOW if top.passage else ALONE)):
            made = drawn(rng, top) if rng.random() > FOREIGN else Turn(*spoken(rng), "foreign")
            if made.kind == "story":
                made = made._replace(said=familiar(rng, vocabulary, made.said))
            asked = [*user, *vocabulary.encode(from_phone(rng, made.asked)), *assistant]
            said = vocabulary.encode(made.said)
            add(asked[:-1], [UNCOUNTED] * (len(asked) - 1))
            weight = (len(said) + 1) ** -0.5
            add([asked[-1], *said], [*said, EOT], weight)
            for at in named(vocabulary, made, said):
                weights[at - len(said) - 1] = NAMED * weight
        add([EOT], [UNCOUNTED])
    return read[:length], wanted[:length], weights[:length]


def rows(rng: random.Random, vocabulary: Vocabulary, n: int, length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """`n` of them: ids, targets and weights, (n, length) each."""
    made = [row(rng, vocabulary, length) for _ in range(n)]
    ids, targets, weights = zip(*made, strict=True)
    return np.array(ids), np.array(targets), np.array(weights, np.float32)


@cache
def fitting(kind: str) -> tuple[str, ...]:
    """All that fits as an answer to small talk of a kind, without a system line."""
    return TURNS[f"{kind} says"]
