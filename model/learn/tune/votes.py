"""Votes: two samples of one prompt, of which somebody chose one; and rules that vote in a visitor's place."""

import random
import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

import torch

from model.core.generate import generate, thrown
from model.core.sampling import WARM
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary

LONGEST, SENTENCES = 40, 2  # of a sample: tokens, and ends of sentences
CLEARLY = {"shorter": 5, "she": 2}  # a rule passes over two samples that it likes nearly the same; the others: 1
POOL = 8  # samples of a prompt among which a rule looks for two that differ; more where fewer prompts are asked
ROUNDS = 6  # of all prompts, until a rule gives up
VOTED = (  # beginnings that are voted on
    "One morning",
    "The baker",
    "The teacher",
    "Leo had a",
    '"Look at',
    "Once upon a time there was",
    "Tom went to the park.",
    "Anna had a new bag.",
    "It was a cold day.",
    "The children were at home.",
)
UNSEEN = (  # and those that nobody votes on
    "One evening",
    "The farmer",
    "The doctor",
    '"What a',
    "Ben was in the kitchen.",
    "Mia had a small box.",
    "It was a warm night.",
    "The door was open.",
)
HAPPY = "happy glad laughed smiled laugh smile loved love liked joy fun kind good best nice proud beautiful".split()
SAD = "sad cried afraid angry lonely lost bad tired cold cry tears alone dark broke broken hurt worried".split()
SHE, HE = ("she", "her", "hers", "herself"), ("he", "his", "him", "himself")
WORD = "day"  # that one of the rules wants to hear
WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return WORDS.findall(text.lower())


def count(text: str, *wanted: str) -> int:
    """How many words of a text are among those that are wanted."""
    return sum(word in wanted for word in words(text))


RULES: dict[str, Callable[[str], float]] = {  # what each likes more of
    "shorter": lambda text: -len(words(text)),
    "happier": lambda text: count(text, *HAPPY) - count(text, *SAD),
    "she": lambda text: (count(text, *SHE) > 0) - (count(text, *HE) > 0),
    "word": lambda text: float(WORD in words(text)),
    "exclaims": lambda text: float("!" in text),
}


class Vote(NamedTuple):
    """A prompt, and the ids of the two samples after it: the one that was chosen, and the other."""

    prompt: str
    chosen: tuple[int, ...]
    rejected: tuple[int, ...]


class Rolling:
    """A sample while it is rolled: to the end of its second sentence, of its line or of the text."""

    def __init__(self, vocabulary: Vocabulary):
        self.vocabulary, self.ids, self.ends, self.over = vocabulary, [], 0, False

    def take(self, id: int) -> None:
        """One token more, unless it is over."""
        piece = self.vocabulary.decode([id])
        self.over = self.over or id in self.vocabulary.ends or bool(self.ids and "\n" in piece)
        if self.over:
            return
        self.ids.append(id)
        self.ends += any(mark in piece for mark in ".!?")
        self.over = self.ends == SENTENCES


@torch.inference_mode()
def samples(
    transformer: Transformer, vocabulary: Vocabulary, asked: Sequence[tuple[str, int]]
) -> list[tuple[int, ...]]:
    """What the model says after each prompt with each seed, as ids; prompts of one length are rolled together."""
    said = [Rolling(vocabulary) for _ in asked]
    prompts = [vocabulary.encode(prompt) for prompt, _ in asked]
    for length in sorted({len(ids) for ids in prompts}):
        group = [i for i, ids in enumerate(prompts) if len(ids) == length]
        throws = [thrown(asked[i][1]) for i in group]
        for step in generate(transformer, [prompts[i] for i in group], LONGEST, WARM, throws):
            for i, id in zip(group, step.ids.tolist(), strict=True):
                said[i].take(id)
            if all(said[i].over for i in group):
                break
    return [tuple(each.ids) for each in said]


def pair(transformer: Transformer, vocabulary: Vocabulary, prompt: str, seed: int) -> list[tuple[int, ...]]:
    """Two samples of a prompt that differ, by the seed. Raises ValueError where the model always says the same."""
    rng = random.Random(f"{seed} pair")
    found = samples(transformer, vocabulary, [(prompt, rng.randrange(2**31)) for _ in range(POOL)])
    other = next((each for each in found if each and each != found[0]), None)
    if other is None or not found[0]:
        raise ValueError("After this prompt the model says the same again and again, or nothing: take another one.")
    return [found[0], other]


def by_rule(transformer: Transformer, vocabulary: Vocabulary, rule: str, n: int, seed: int) -> list[Vote]:
    """`n` votes of a rule, fewer where it seldom tells samples apart: of each two the one that it likes more.

    Of a prompt some are rolled; each that a rule tells from one that waits is set beside it. Where it tells none apart
    it asks no more.
    """
    rng, found, prompts = random.Random(f"{seed} {rule}"), [], list(VOTED)
    like, least = RULES[rule], CLEARLY.get(rule, 1)
    for _ in range(ROUNDS):
        pool = POOL * len(VOTED) // len(prompts)
        asked = [(prompt, rng.randrange(2**31)) for prompt in prompts for _ in range(pool)]
        said = samples(transformer, vocabulary, asked)
        made = [
            matched(vocabulary, like, least, prompt, said[i : i + pool])
            for i, prompt in zip(range(0, len(said), pool), prompts, strict=True)
        ]
        for row in zip_longest(*made):
            found += [vote for vote in row if vote]
        if len(found) >= n:
            break
        prompts = [prompt for prompt, row in zip(prompts, made, strict=True) if row] or prompts
    return found[:n]


def matched(
    vocabulary: Vocabulary, like: Callable[[str], float], least: float, prompt: str, said: Sequence[tuple[int, ...]]
) -> list[Vote]:
    """Pairs of the samples of a prompt of which a rule likes one more, by at least so much."""
    found, waiting = [], []
    for ids in filter(None, said):
        score = like(vocabulary.decode(ids))
        other = next((each for each in waiting if abs(each[0] - score) >= least), None)
        if other:
            waiting.remove(other)
            better, worse = sorted((other, (score, ids)), key=lambda each: -each[0])
            found.append(Vote(prompt, better[1], worse[1]))
        else:
            waiting.append((score, ids))
    return found
