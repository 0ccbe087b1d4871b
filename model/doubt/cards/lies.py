"""Lies: the text says who lied and who meant the opposite; whom does the model believe when it is asked?

The two answers stand in the same words, and change places, so that no word and no place wins by itself. That marks
such as "not" hardly move what models answer was found by Ettinger (2020) and by Kassner and Schütze (2020).
"""

import random
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from model.doubt.asking import dice
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, exact, share
from model.doubt.cards.common_sense import surprises
from model.language_model import LanguageModel
from model.world.language import words
from model.world.texts.dialogues import SAYINGS, tell

PAIRS, STORIES = 16, 20  # of places, each asked in both orders; of lies as its texts tell them
TRUE, LIE, MARKED = (
    '"The {thing} is {true}," said {honest}',
    '"The {thing} is {lie}," said {liar}',
    ", but that was a lie",
)
ORDERS = {"first": "{lie}{mark}. {true}.", "last": "{true}. {lie}{mark}."}  # when the liar speaks
ASKED = "\nQuestion: Where is the {thing}?\nAnswer: It is"
MARKS = ("{He} meant the opposite.", "That was a lie.", "{He} did not mean it.")
OPPOSITES = (
    "good bad|warm cold|big small|old new|soft hard|light heavy|clean dirty|full empty|loud quiet|fast slow".split("|")
)
THINGS = ("soup", "bag")
SOLVED = (
    '"The red cup is under the bed," said Ada. "The red cup is near the fence," said Tom, but that was a lie.\n'
    "Question: Where is the red cup?\nAnswer: It is under the bed.\n\n"
    '"The blue hat is in a flower pot," said Mia, but that was a lie. "The blue hat is behind the door," said Ben.\n'
    "Question: Where is the blue hat?\nAnswer: It is behind the door.\n\n"
)
KNOWS = 0.75  # of the answers


class Told(NamedTuple):
    """Two people who say where a thing is, and one of them lies."""

    thing: str
    honest: str
    liar: str
    true: str
    lie: str

    def prompt(self, order: str, mark: str = MARKED, before: str = "", after: str = "") -> str:
        """What both say, and the question."""
        slots = self._asdict()
        both = {"true": TRUE.format_map(slots), "lie": LIE.format_map(slots), "mark": mark}
        return before + ORDERS[order].format_map(both) + (after + ASKED).format_map(slots)


@cache
def told() -> tuple[Told, ...]:
    """Always the same; each pair of places twice, so that either is the lie once."""
    rng, found = random.Random("limits lies"), []
    while len(found) < 2 * PAIRS:
        a, b = rng.sample(words.SPOTS, 2)
        if a.split()[0] == b.split()[0]:
            continue  # the first word tells them apart
        thing = f"{rng.choice(words.COLOURS[:8])} {rng.choice(words.OBJECTS)}"
        people = rng.sample(words.GIRLS + words.BOYS, 2)
        found += [Told(thing, *people, a, b), Told(thing, *people, b, a)]
    return tuple(found)


@cache
def stories() -> tuple[tuple[str, str, str], ...]:
    """Lies as its texts tell them: a text up to where the liar speaks again, what the liar confesses, and the lie."""
    rng, found = random.Random("limits confessions"), []
    confessions = [row[4] for row in SAYINGS["lies"].columns(6)]
    while len(found) < STORIES:
        story = tell(rng, "lie")
        before, said, _ = next((cut for c in confessions if (cut := story.text.partition(c))[1]), ("", "", ""))
        if said and before.endswith('"'):
            found.append((before, said, story.said))
    return tuple(found)


def likelier(lm: LanguageModel, some: Sequence[tuple[str, str, str]]) -> np.ndarray:
    """Whether (n,) the first word of one answer is likelier after each prompt than that of another."""
    faces = np.array([[lm.vocabulary.encode(f" {text}")[0] for text in both] for _, *both in some])
    chances = np.take_along_axis(dice(lm, [prompt for prompt, *_ in some]), faces, 1)
    return chances[:, 0] > chances[:, 1]


def believed(lm: LanguageModel, order: str, mark: str = MARKED, before: str = "", after: str = "") -> np.ndarray:
    """Whether (n,) the honest one is believed."""
    return likelier(lm, [(each.prompt(order, mark, before, after), each.true, each.lie) for each in told()])


def turned(lm: LanguageModel, mark: str) -> np.ndarray:
    """Whether (n,) the opposite of what somebody says of a thing is taken, with a mark behind it."""
    asked, names = [], words.GIRLS
    for i, pair in enumerate(OPPOSITES):
        for said, other in (pair.split(), pair.split()[::-1]):
            for thing in THINGS:
                line = " ".join(
                    [f'"The {thing} is {said}," said {names[i]}.', *([mark.format(He="She")] if mark else [])]
                )
                asked.append((f"{line}\nQuestion: How is the {thing}?\nAnswer: It is", other, said))
    return likelier(lm, asked)


def asks(lm: LanguageModel) -> tuple[Seen, ...]:
    """In how many texts of the sample with a lie anything is asked about it afterwards."""
    if lm.corpus is None:
        return ()
    texts = lm.vocabulary.decode(lm.corpus.ids.tolist()).split("<eot>")
    lying = [text for text in texts if "was a lie" in text or "was not true" in text]
    return (Seen("", sum("Question:" in text for text in lying), len(lying)),) if lying else ()


def measure(lm: LanguageModel) -> Measured:
    """Whom it believes where somebody lies, what it takes where somebody means the opposite, and how stories go on."""
    marked = {order: believed(lm, order) for order in ORDERS}
    plain = {order: float(believed(lm, order, "").mean()) for order in ORDERS}
    lies = tuple(Row(order, share(hits), plain[order]) for order, hits in marked.items())
    sincere = float(turned(lm, "").mean())
    meant = {mark: turned(lm, mark) for mark in MARKS}
    jokes = tuple(Row(mark.format(He="She"), share(hits), sincere) for mark, hits in meant.items())
    ends = surprises(lm, [(before, text) for before, *both in stories() for text in both]).reshape(-1, 2)
    goes_on = share(ends[:, 0] < ends[:, 1])
    both, opposite = share(np.concatenate([*marked.values()])), share(np.concatenate([*meant.values()]))
    again, solved = (
        share(np.concatenate([believed(lm, order, **help_) for order in ORDERS]))
        for help_ in ({"after": " The {thing} is {true}."}, {"before": SOLVED})
    )
    facts = {"right": both.value, "low": both.low, "high": both.high, "all_n": both.n, "goes_on": goes_on.value}
    facts |= {"plain": float(np.mean([*plain.values()])), "opposite": opposite.value, "sincere": sincere}
    facts |= {"each_n": len(told()), "jokes_n": len(meant[MARKS[0]]), "stories_n": goes_on.n}
    parts = Part("lies", lies), Part("jokes", jokes), Part("stories", (Row("confesses", goes_on),))
    return Measured(parts, facts, asks(lm), (Help("again", (both, again)), Help("solved", (both, solved))))


def finding(found: Measured) -> bool:
    """It goes on with the stories of its texts as they go, and does not know whom to believe when it is asked."""
    return found.facts["high"] < KNOWS and found.rows("stories")[0].said.low > found.facts["high"]


def answer(found: Measured) -> int:
    """It believes the honest one (0), the liar (1), or neither more than the other (2)."""
    right = found.facts["right"]
    return 0 if right >= KNOWS else 1 if right <= 1 - KNOWS else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A text of one's own and two ways in which it may go on, parted by bars: how likely each is beside the other."""
    text, *both = [each.strip() for each in case.split("|")]
    if not text or len(both) != 2 or not all(both):
        raise ValueError("Type a text, a bar, what is so, a bar, and what is not: The ball is | here. | there.")
    bits = surprises(lm, [(text, f" {each}") for each in both])
    chance = float(1 / (1 + 2.0 ** np.clip(bits[0] - bits[1], -500, 500)))
    return Part("own", (Row(both[0], exact(chance)), Row(both[1], exact(1 - chance))))


CASE = (
    '"The cup is on the shelf," said Tom, but that was a lie. "It is under the bed," said Ada. '
    "Where is the cup? It is | under the bed. | on the shelf."
)
CARD = Card(9, measure, finding, answer, own, CASE)
