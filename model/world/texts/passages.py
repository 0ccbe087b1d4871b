"""Passages about subjects that do not exist, each with a question that only the passage can answer.

Nothing about the subject occurs anywhere else, so a model can answer from its context only, by copying.
"""

import random
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from model.world.language import words
from model.world.language.numbers import spell
from model.world.language.people import Person
from model.world.language.phrases import joined, polish, word_it
from model.world.language.slots import draw_slots, in_digits, one_of, some_of, word_of
from model.world.language.tables import Block, Table, cells_of
from model.world.texts.names import SYLLABLES, creature, first_name, meal, people, ship, town, treasure

SUBJECTS, ROSTERS, WORDS, FRAMES = (
    Table(__file__, name) for name in ("passages", "rosters", "passage_words", "passage_frames")
)
LONGEST = 860  # characters
LAYOUTS = {
    "question": "{passage}\nQuestion: {question}\nAnswer:",
    "q": "{passage}\nQ: {question}\nA:",
    "ask first": "Question: {question}\n{passage}\nAnswer:",
    "plain": "{passage}\n{question}\n",
    "inline": "{passage} {question} ",
    "read": "Read this: {passage}\nNow say: {question} ",
    "listen": 'Listen: "{passage}"\nI ask you: {question}\nYou say: ',
    "wanted": "I want to know: {question}\nThis is what I was given: {passage}\nSo: ",
    "notes": "My notes: {passage}\n{question} According to my notes: ",
    "before": "{question}\n{passage}\nAfter reading I answer: ",
}
PARTS = "parts"  # a layout put together anew each time
WEIGHTS = (18, 12, 6, 9, 9, 4, 3, 3, 2, 2, 32)  # of the layouts, and of parts
SHORT = ("question", "q", "ask first")  # answered by the span alone


class Ask(NamedTuple):
    """A question about a fact: its wordings, the slot that answers it, the answer as a sentence."""

    questions: tuple[str, ...]
    slot: str
    sentence: str


class Fact(NamedTuple):
    """What is told, in several wordings, and what can be asked about it."""

    wordings: tuple[str, ...]
    asks: tuple[Ask, ...]


class Subject(NamedTuple):
    """A kind of subject: what is said of it at its head, the openings, and the facts."""

    kind: str
    head: dict[str, str]
    openings: tuple[str, ...]
    facts: tuple[Fact, ...]


class Question(NamedTuple):
    """One question with its answer, as the passage has it and as a sentence."""

    question: str
    answer: str
    sentence: str


Told = tuple[str, str, list[Question]]  # the kind, the passage, and the questions it answers


class Passage(NamedTuple):
    """A text that ends with the answer to a question about its passage.

    `prompt` is the text without the answer, `question_only` the same prompt without the passage.
    """

    text: str
    passage: str
    question: str
    answer: str
    layout: str
    kind: str
    prompt: str
    question_only: str


def read_subject(kind: str, block: Block) -> Subject:
    """A kind of subject from its block: the head, the openings, then facts, each with what is asked about it."""
    head: dict[str, str] = {}
    facts: list[Fact] = []
    questions: tuple[str, ...] = ()
    for part, said in block.pairs:
        if part == "fact":
            facts.append(Fact(cells_of(said), ()))
        elif part == "ask":
            questions = cells_of(said)
        elif facts:
            facts[-1] = Fact(facts[-1].wordings, (*facts[-1].asks, Ask(questions, part, said)))
        elif part != "opening":
            head[part] = said
    return Subject(kind, head, block.parts["opening"], tuple(facts))


@cache
def subjects() -> tuple[Subject, ...]:
    """All kinds of subjects."""
    return tuple(read_subject(kind, block) for kind, block in SUBJECTS.items())


@cache
def rosters() -> tuple[Subject, ...]:
    """All kinds of rosters; their head says what the names and what the things are."""
    return tuple(read_subject(kind, block) for kind, block in ROSTERS.items())


def shade(rng: random.Random) -> str:
    """A colour, rarely of two words."""
    return rng.choice(SYLLABLES["shades"].words) if rng.random() < 0.2 else rng.choice(words.COLOURS)


def name_of(rng: random.Random, kind: str) -> str | Person:
    """A fresh name for a subject of this kind."""
    if kind == "traveler":
        return people(rng, 1, family=True)[0]
    if kind == "creature":
        return creature(rng)
    return ship(rng) if kind in ("ship", "inn") else town(rng, kind == "island")


SLOTS = {  # values for everything that a fact may name, none of them twice
    "num num2 num3": some_of(range(2, 13), 3, spell),
    "t t2": lambda rng: [town(rng) for _ in range(2)],
    "p p2 p3": lambda rng: [each.name for each in people(rng, 3, family=rng.random() < 0.5)],
    "food food2": some_of(words.FOODS, 2),
    "big": in_digits(13, 480),
    "year": in_digits(1100, 1990),
    "colour": shade,
    "thing": treasure,
    "meal": meal,
    "fruit": word_of(WORDS, "fruit"),
    "goods": word_of(WORDS, "goods"),
    "animal": one_of(words.ANIMALS),
    "day": one_of(words.DAYS),
    "month": one_of(words.MONTHS),
    "season": one_of(words.SEASONS),
    "skill": one_of(words.SKILLS),
    "spot": one_of(words.SPOTS),
    "pet": lambda rng: first_name(rng, rng.choice(("girl", "boy"))),
    "fear": word_of(WORDS, "fears"),
    "music": one_of(words.MUSIC),
}


def refer(rng: random.Random, subject: Subject, slots: dict) -> dict:
    """The words for the subject in its next sentence: its name, what it is, or a pronoun."""
    n = slots["n"]
    if isinstance(n, Person):
        return {"it": n.he if rng.random() < 0.6 else slots["f"], "its": n.his, "him": n.him, "It": n.He}
    said = rng.choice(("it", "it", subject.head["full"].format(n=n), subject.head["short"]))
    return {"it": said, "its": "its" if said == "it" or rng.random() < 0.5 else f"{said}'s"}


def ask_about(rng: random.Random, fact: Fact, told: str, slots: dict) -> list[Question]:
    """The questions that the told fact answers; the answer is a span of what is told."""
    found = []
    for ask in fact.asks:
        if slots[ask.slot] in told:
            question = polish(word_it(rng, ask.questions, slots))
            found.append(Question(question, slots[ask.slot], polish(ask.sentence.format_map(slots))))
    return found


def describe(rng: random.Random) -> Told:
    """A kind of subject, a passage about a fresh one, and the questions it answers."""
    kind, _, told, asked = about(rng)
    return kind, told, asked


def about(rng: random.Random) -> tuple[str, str, str, list[Question]]:
    """The same with the subject's name: kind, name, passage, questions."""
    subject = rng.choice(subjects())
    slots = {**draw_slots(rng, SLOTS), "n": name_of(rng, subject.kind)}
    slots["f"] = str(slots["n"]).split()[0]
    opening = {**slots, **refer(rng, subject, slots), "it": getattr(slots["n"], "he", "it")}
    told, asked = [polish(word_it(rng, subject.openings, opening))], []
    for fact in rng.sample(subject.facts, rng.randint(3, min(6, len(subject.facts)))):
        full = {**slots, **refer(rng, subject, slots)}
        told.append(polish(word_it(rng, fact.wordings, full)))
        asked += ask_about(rng, fact, told[-1], full)
    if rng.random() < 0.3:
        told.insert(rng.randint(2, len(told)), rng.choice(WORDS["fillers"]))
    return subject.kind, str(slots["n"]), " ".join(told), asked


def draw_values(rng: random.Random, kind: str, count: int) -> list:
    """Different values of one kind: the names or the things of a roster."""
    makers = {"colour": shade, "ship": ship, "town": town, "meal": meal, "thing": treasure}
    tables = {"pet": WORDS["pets"].words, "work": WORDS["work"].words, "day": words.DAYS,
              "skill": words.SKILLS, "number": tuple(map(str, range(2, 61)))}  # fmt: skip
    if kind in ("first", "full"):
        return people(rng, count, family=kind == "full")
    if kind in tables:
        return rng.sample(tables[kind], count)
    found = [makers[kind](rng)]
    while len(found) < count:
        value = makers[kind](rng)
        # no value within another, such as red and dark red
        if not any(set(value.split()[-1:]) & set(other.split()) for other in found):
            found.append(value)
    return found


def enlist(rng: random.Random) -> Told:
    """Several names with one thing each: the kind, the passage, and the questions it answers."""
    roster = rng.choice(rosters())
    count, fact = rng.randint(3, 5), roster.facts[0]
    names, things = (draw_values(rng, roster.head[part], count) for part in ("names", "things"))
    slots = {**draw_slots(rng, SLOTS), "num": spell(count), "it": "it"}
    told, asked = [polish(word_it(rng, roster.openings, slots))], []
    wordings = rng.sample(fact.wordings * 2, count)
    for k, v, wording in zip(names, things, wordings, strict=True):
        slots.update(k=str(k), v=str(v), k_his=getattr(k, "his", "its"))
        told.append(polish(word_it(rng, [wording], slots)))
        asked += ask_about(rng, fact, told[-1], slots)
    if rng.random() < 0.3:
        told.append(word_it(rng, WORDS["ends"], {}))
    return roster.kind, " ".join(told), asked


def invented(rng: random.Random) -> Told:
    """A passage about a subject or a roster: its kind, itself, and the questions it answers."""
    return (describe if rng.random() < 0.7 else enlist)(rng)


def layout_of(rng: random.Random, style: str) -> str:
    """The layout of that name, or one of parts: in one of five the question stands first."""
    if style in LAYOUTS:
        return LAYOUTS[style]
    before, between, after, to_it = (rng.choice(FRAMES[p]) for p in ("before", "between", "after", "to the passage"))
    quoted = '"{passage}"' if rng.random() < 0.15 else "{passage}"
    if rng.random() < 0.2:
        return joined("{question}", to_it, quoted, after)
    return joined(before, quoted, between, "{question}", after)


def put_questions(layout: str, passage: str, asked: list[Question], short: bool) -> tuple[str, str, str]:
    """The text, its prompt up to the last answer, and that prompt without the passage."""
    before, after = layout.split("{passage}")
    lead = "" if layout.endswith((" ", "\n")) else " "
    answers = [lead + (a.answer if short else a.sentence) for a in asked]
    # the questions before the last one stand with their answers, like examples
    steps = [after.format(question=a.question) for a in asked]
    steps[1:] = [step.lstrip('"') for step in steps[1:]]  # what closes the passage does so once
    first = before.format(question=asked[0].question)
    middle = "".join(step + answer for step, answer in zip(steps[:-1], answers[:-1], strict=True))
    prompt = first + passage + middle + steps[-1]
    alone = (first if "{question}" in before else "") + steps[-1].lstrip(' "\n')
    return prompt + answers[-1], prompt, alone


def passage(
    rng: random.Random,
    layout: str | None = None,
    kind: str | None = None,
    make: Callable[[random.Random], Told] = invented,
) -> Passage:
    """One passage with one to three questions; the last one is the one that counts."""
    style = layout or rng.choices((*LAYOUTS, PARTS), WEIGHTS)[0]
    frame = layout_of(rng, style)
    short = style in SHORT or (style == PARTS and not frame.endswith((".", "}")) and rng.random() < 0.5)
    while True:
        name, told, asked = make(rng)
        asks_first = frame.index("{question}") < frame.index("{passage}")
        count = 1 if asks_first else rng.choice((1, 1, 2, 3))
        chosen = rng.sample(asked, min(count, len(asked)))
        fits = chosen and len({a.question for a in chosen}) == len(chosen) and kind in (None, name)
        if fits and len(told) < LONGEST - 250:
            text, prompt, alone = put_questions(frame, told, chosen, short)
            if len(text) < LONGEST:
                return Passage(text, told, chosen[-1].question, chosen[-1].answer, style, name, prompt, alone)
