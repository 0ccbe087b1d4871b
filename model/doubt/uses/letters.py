"""Letters: one writer, two tones; who decides on the tone, the greeting or the first sentence?

Letters that a machine helps to write are read as warmer, and whoever is thought to have let it write as colder
(Hohenstein et al. 2023).
"""

import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np

from model.doubt.card import Card, Measured, Part, Row, exact, share
from model.doubt.made import Wrote, examples, of_text, spans, word_for_word, write
from model.language_model import LanguageModel
from model.world.texts.letters import Letter, letter

EACH, TOKENS, LEARNED, TESTED = 24, 56, 400, 200
TONES = {"formal": ("Dear Sir or Madam,\n", "Dear shop,\n"), "warm": ("Dear Mira,\n", "My dear Tom,\n")}
BEGUN = {"formal": "Half a year ago I bought a", "warm": "Thank you for the"}  # first sentences of its texts
WORD = re.compile(r"[a-z]+")
NEARLY_ALL, HALF = 0.8, 0.5


def real(seed: str, n: int) -> list[Letter]:
    """Letters of the page's own generator, half of them formal."""
    rng, found = random.Random(seed), {"formal": [], "warm": []}
    while min(map(len, found.values())) < n // 2:
        made = letter(rng)
        found["warm" if made.reader else "formal"].append(made)
    return found["formal"][: n // 2] + found["warm"][: n // 2]


def body(text: str) -> list[str]:
    """The words of a letter's middle: neither the greeting nor the line of the name tells its tone."""
    lines = text.split("\n")
    return WORD.findall(" ".join(line for line in lines if len(line) > 30).lower())


@cache
def weights() -> dict[str, float]:
    """Word -> how much more often formal letters have it (ln): a naive Bayes judge (Maron 1961)."""
    counts = {True: Counter(), False: Counter()}
    for each in real("uses letters", LEARNED):
        counts[not each.reader].update({*body(each.text)})
    every = {*counts[True], *counts[False]}
    return {word: math.log((counts[True][word] + 0.5) / (counts[False][word] + 0.5)) for word in every}


def sounds_formal(text: str) -> bool:
    """Whether a judge who has learned from real letters, and sees the words of its middle alone, calls it formal."""
    return sum(weights().get(word, 0.0) for word in {*body(text)}) > 0


def judged() -> float:
    """How many real letters that it has not seen the judge calls rightly."""
    return float(np.mean([sounds_formal(each.text) == (not each.reader) for each in real("uses judge", TESTED)]))


def ask(lm: LanguageModel, greeting: str, begun: str = "") -> list[Wrote]:
    """Letters after each greeting of a tone, some of them begun."""
    prompts = [each + (BEGUN[begun] if begun else "") for each in TONES[greeting]]
    return write(lm, prompts * (EACH // len(prompts)), TOKENS)


def formal(wrote: Sequence[Wrote]) -> np.ndarray:
    """Whether (n,) each sounds formal, by all that was written."""
    return np.array([sounds_formal(each.text) for each in wrote])


def measure(lm: LanguageModel) -> Measured:
    """Letters in both tones; and where the greeting says one and the first sentence the other."""
    plain = {tone: ask(lm, tone) for tone in TONES}
    cross = {tone: ask(lm, tone, "warm" if tone == "formal" else "formal") for tone in TONES}
    wants = {"formal": True, "warm": False}
    hits = {tone: formal(some) == wants[tone] for tone, some in plain.items()}
    follows = np.concatenate([formal(some) == wants[tone] for tone, some in cross.items()])  # the greeting
    both, greeted = share(np.concatenate([*hits.values()])), share(follows)
    copied = word_for_word([*plain["formal"], *plain["warm"]])
    ear = judged()
    parts = (
        Part("tone", tuple(Row(tone, share(hits[tone]), 0.5) for tone in TONES),
             made=(*examples(lm, plain["formal"])[:1], *examples(lm, plain["warm"])[:1],
                   *examples(lm, cross["formal"])[:1])),
        Part("cross", (Row("greeting", greeted, 0.5),)),
        Part("copied", (Row("copied", copied),)),
    )  # fmt: skip
    facts = {"tone": both.value, "low": both.low, "high": both.high, "letters_n": both.n, "copied": copied.value}
    facts |= {"greeting": greeted.value, "greeting_low": greeted.low, "greeting_high": greeted.high}
    facts |= {"first": 1 - greeted.value, "cross_n": greeted.n, "judge": ear, "tested_n": TESTED}
    return Measured(parts, facts, spans(lm, [*plain["formal"], *plain["warm"]]))


def finding(found: Measured) -> bool:
    """The greeting alone decides on the tone of most letters."""
    return found.facts["low"] > HALF


def answer(found: Measured) -> int:
    """Where both disagree the greeting wins (0), the first sentence does (1), or neither beyond doubt (2)."""
    low, high = found.facts["greeting_low"], found.facts["greeting_high"]
    return 0 if low > HALF else 1 if high < HALF else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A beginning of one's own: the letter that follows, and how it sounds to the judge."""
    (wrote,) = write(lm, [f"{case}\n" if case.endswith(",") else case], TOKENS)
    rows = Row("formal", exact(sounds_formal(wrote.text))), Row("copied", exact(wrote.copied))
    return Part("own", rows, made=(of_text(lm, wrote),))


CARD = Card(5, measure, finding, answer, own, "Dear grandmother,")
