"""Kinds of learning: one network sorts, groups, learns from praise, and makes; only the last of them is generative.

Sorting is logistic regression (Cox 1958) on its streams, as Alain and Bengio (2016) probe a network; grouping is
k-means (Lloyd 1982) on its token table; praise is REINFORCE (Williams 1992), with the leash of Ziegler et al. (2019).
No weight of the model is touched. Shapes: n prompts or words, k heaps, C channels, V vocabulary.
"""

import random
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from model.doubt.asking import streams
from model.doubt.card import Card, Help, Measured, Part, Row, Sure, exact, mean, share
from model.doubt.made import Wrote, of_text, spans, write
from model.language_model import LanguageModel
from model.world.alphabet import COLOURS
from model.world.language import words
from model.world.language.numbers import spell
from model.world.texts.reviews import VERDICTS, Review, review

TAUGHT, UNSEEN, MOST, RIDGE, NEWTON = 100, 80, 230, 0.1, 12  # reviews, characters of one, how the judge is fitted
HEAPED, MOVES, SHUFFLED = 12, 25, 50  # beginnings of k-means, moves of each, shuffles of the labels
STEPS, RATE, LEASH, FADES = 100, 10.0, 0.1, 0.9  # of REINFORCE; FADES: how slowly it forgets what it was paid before
EACH, TOKENS = 24, 38  # reviews of a verdict
NEARLY_ALL, HALF = 0.8, 0.5
PRAISED = (  # after these it is paid for an animal
    "On the roof sat a", "In the garden there was a", "She bought a", "One day he met a", "Behind the door stood a",
    "I have a", "At the market Tom found a", "The king had a", "Under the table lay a", "Mira drew a",
    "He dreamed of a", "My sister wants a", "By the river lived a", "We heard a", "The box held a",
    "Nobody had ever seen a", "In the boat there was a", "She gave him a", "They were looking for a",
    "On the road they saw a", "In the window stood a", "The old man carried a", "He opened the bag and took out a",
    "At night I hear a",
)  # fmt: skip
NEVER_PAID = (
    "In the forest lived a", "Out of the hat came a", "Ada painted a", "The teacher showed us a",
    "On the hill stood a", "The farmer lost a", "There once was a", "He wrote a song about a",
    "Next to the well sat a", "For his birthday he got a", "The museum has a", "In the story there is a",
)  # fmt: skip
ASTRAY = (  # and here an animal is wrong
    "Three plus four is", "The capital of the country is", "Once upon a time", "Boil the water and add the", "It is",
    "He said:", "Verdict: this book is", "On Monday the",
)  # fmt: skip


class Judge(NamedTuple):
    """Weighs the numbers of a stream (C,), each as its distance from the middle of those that it was taught on."""

    middle: np.ndarray  # (C,)
    spread: np.ndarray  # (C,)
    weights: np.ndarray  # (C + 1,) the last one is added to all

    def chance(self, seen: np.ndarray) -> np.ndarray:
        """The chance (n,) of a good verdict for streams (n, C)."""
        return 1 / (1 + np.exp(-with_one((seen - self.middle) / self.spread) @ self.weights))


def with_one(numbers: np.ndarray) -> np.ndarray:
    """The same (n, C + 1) with a one behind each row."""
    return np.c_[numbers, np.ones(len(numbers))]


@cache
def reviews() -> tuple[Review, ...]:
    """Short ones of the page's own generator: the first TAUGHT of them to learn from, the others to be asked for."""
    rng, found = random.Random("uses kinds"), []
    while len(found) < TAUGHT + UNSEEN:
        made = review(rng)
        found += [made] * (len(made.body) <= MOST)
    return tuple(found)


def seen(lm: LanguageModel, bodies: Sequence[str]) -> np.ndarray:
    """The streams (n, C) where the verdict of each review would come next."""
    return streams(lm, [f"Review: {body or '…'}\nVerdict:" for body in bodies]).double().numpy()


def taught(lm: LanguageModel) -> Judge:
    """A judge who was told the verdicts of some reviews, fitted by Newton's method."""
    some = reviews()[:TAUGHT]
    of, good = seen(lm, [each.body for each in some]), are_good(some)
    judge = Judge(of.mean(0), of.std(0) + 1e-6, np.zeros(of.shape[1] + 1))
    rows = with_one((of - judge.middle) / judge.spread)  # (n, C + 1)
    ridge = RIDGE * np.eye(rows.shape[1])
    for _ in range(NEWTON):
        p = judge.chance(of)
        slope = rows.T @ (p - good) / len(rows) + RIDGE * judge.weights
        bend = rows.T @ (rows * (p * (1 - p))[:, None]) / len(rows) + ridge
        judge = judge._replace(weights=judge.weights - np.linalg.solve(bend, slope))
    return judge


def are_good(some: Sequence[Review]) -> np.ndarray:
    """Whether (n,) each is marked good."""
    return np.array([each.verdict == "good" for each in some])


def asked(lm: LanguageModel, of: np.ndarray) -> np.ndarray:
    """The chance (n,) of good, of its two verdicts, by its own die at streams (n, C); nobody taught it."""
    good, bad = (lm.unembed[lm.vocabulary.encode(f" {verdict}")[0]] for verdict in VERDICTS)
    return 1 / (1 + np.exp(-of @ (good - bad)))


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Words of eight kinds, as they stand within a sentence; digits stand without a space."""
    found = {"colours": COLOURS, "days": words.DAYS, "months": words.MONTHS, "animals": words.ANIMALS}
    found |= {"foods": words.FOODS, "names": (*words.GIRLS, *words.BOYS), "numbers": map(spell, range(1, 13))}
    return {kind: tuple(f" {word}" for word in some) for kind, some in found.items()} | {"digits": tuple("0123456789")}


def table(lm: LanguageModel) -> tuple[np.ndarray, np.ndarray]:
    """Rows (n, C) of the token table for all those words that are one token, each of length one; their kinds (n,)."""
    pairs = [(lm.vocabulary.single(word), i) for i, some in enumerate(kinds().values()) for word in some]
    ids, labels = np.array([pair for pair in pairs if pair[0] is not None]).T
    rows = lm.wte[ids].astype(float)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True), labels


def heaps(rows: np.ndarray, k: int) -> np.ndarray:
    """The heap (n,) of each row: k-means, the tightest of several beginnings."""
    best, tight = np.zeros(len(rows), int), np.inf
    for seed in range(HEAPED):
        rng = np.random.default_rng(seed)
        middles = rows[rng.choice(len(rows), 1)]
        while len(middles) < k:  # far ones are likelier: Arthur and Vassilvitskii 2007
            far = distances(rows, middles).min(1)
            middles = np.concatenate([middles, rows[rng.choice(len(rows), 1, p=far / far.sum())]])
        for _ in range(MOVES):
            of = distances(rows, middles).argmin(1)
            middles = np.stack([rows[of == j].mean(0) if (of == j).any() else middles[j] for j in range(k)])
        if (loose := float(((rows - middles[of]) ** 2).sum())) < tight:
            best, tight = of, loose
    return best


def distances(rows: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """Squared distances (n, k) of rows of length one."""
    return np.maximum(0, 1 - 2 * rows @ middles.T + (middles**2).sum(1))


def at_home(of: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Whether (n,) each word lies in a heap of which its own kind has the most."""
    most = {heap: np.bincount(labels[of == heap]).argmax() for heap in np.unique(of)}
    return np.array([most[heap] == label for heap, label in zip(of, labels, strict=True)])


def by_chance(of: np.ndarray, labels: np.ndarray) -> float:
    """The same share, for labels that were shuffled."""
    rng = np.random.default_rng(0)
    return float(np.mean([at_home(of, rng.permutation(labels)).mean() for _ in range(SHUFFLED)]))


def die(lm: LanguageModel, of: np.ndarray, lean: np.ndarray | float = 0.0) -> np.ndarray:
    """The chance (n, V) of each token at streams (n, C) that lean; doubles, so that no throw hangs on a digit."""
    scores = (of.astype(np.float64) + lean) @ lm.unembed.T
    chances = np.exp(scores - scores.max(-1, keepdims=True))
    return chances / chances.sum(-1, keepdims=True)


def paid_ids(lm: LanguageModel) -> np.ndarray:
    """The animals that are one token."""
    ids = (lm.vocabulary.single(f" {animal}") for animal in words.ANIMALS)
    return np.array([id for id in ids if id is not None])


def praised(lm: LanguageModel, leash: float = 0.0) -> np.ndarray:
    """What (C,) it leans by after STEPS rolls of each prompt, paid for each animal; a `leash` costs what is unlike it.

    A roll that paid more than usual is made likelier: the slope of its log chance, times what it paid beyond that.
    """
    # Each prompt read alone, as whoever tries it does: several at once add up otherwise, and one roll moves all others.
    of = np.concatenate([streams(lm, [prompt]).numpy() for prompt in PRAISED])
    paid, rng = paid_ids(lm), np.random.default_rng(0)
    before, lean, usual, at = die(lm, of), np.zeros(of.shape[1]), 0.0, np.arange(len(PRAISED))
    for _ in range(STEPS):
        p = die(lm, of, lean)  # (n, V)
        fell = np.minimum((p.cumsum(1) < rng.random((len(p), 1))).sum(1), p.shape[1] - 1)  # (n,)
        pay = np.isin(fell, paid) - leash * np.log(p[at, fell] / before[at, fell])
        slopes = lm.unembed[fell] - p @ lm.unembed  # (n, C)
        lean = lean + RATE * ((pay - usual)[:, None] * slopes).mean(0)
        usual = FADES * usual + (1 - FADES) * float(pay.mean())
    return lean


def animals(lm: LanguageModel, prompts: Sequence[str], lean: np.ndarray | float = 0.0) -> np.ndarray:
    """The chance (n, animals) of each animal to come next."""
    return die(lm, streams(lm, prompts).numpy(), lean)[:, paid_ids(lm)]


def ask(lm: LanguageModel) -> list[Wrote]:
    """Reviews of either verdict, first the good ones."""
    prompts = [f"Verdict: {verdict}\nReview:" for verdict in VERDICTS for _ in range(EACH)]
    return write(lm, prompts, TOKENS, ends=lambda text: "\n" in text)


def is_new(wrote: Wrote) -> bool:
    """Whether it stands nowhere as a whole."""
    return all(run.length < len(wrote.ids) for run in wrote.runs)


class Praise(NamedTuple):
    """The chance of an animal: before and after praise, where none fits, and of the one that it says most."""

    before: Sure
    after: Sure
    astray: Sure
    one: Sure


def praise(lm: LanguageModel, lean: np.ndarray) -> Praise:
    """What it did to prompts that were never paid for."""
    after = animals(lm, NEVER_PAID, lean)  # (n, animals)
    most = after[:, after.sum(0).argmax()] / after.sum(1)
    sums = animals(lm, NEVER_PAID).sum(1), after.sum(1), animals(lm, ASTRAY, lean).sum(1), most
    return Praise(*map(mean, sums))


def measure(lm: LanguageModel) -> Measured:
    """Four experiments: verdicts told apart, words heaped, animals paid for, reviews written."""
    judge, unseen = lm.measured(taught, lm), reviews()[TAUGHT:]
    good, of = are_good(unseen), seen(lm, [each.body for each in unseen])
    sorts, dies = share((judge.chance(of) > HALF) == good), share((asked(lm, of) > HALF) == good)
    majority = float(max(good.mean(), 1 - good.mean()))
    rows, labels = table(lm)
    heap = heaps(rows, len(kinds()))
    pure, shuffled = share(at_home(heap, labels)), by_chance(heap, labels)
    free, leashed = praise(lm, lm.measured(praised, lm)), praise(lm, praised(lm, LEASH))
    wrote, wanted = ask(lm), np.repeat([True, False], EACH)
    own = seen(lm, [each.text.split("\n")[0].strip() for each in wrote])
    hits, second = (judge.chance(own) > HALF) == wanted, (asked(lm, own) > HALF) == wanted
    made, new = share(hits), share([is_new(each) for each in wrote])
    parts = (
        Part("supervised", (Row("taught", sorts, majority), Row("asked", dies, majority))),
        Part("unsupervised", (Row("heaps", pure, shuffled),)),
        Part("reinforcement", tuple(Row(name, said) for name, said in free._asdict().items())),
        Part("generative", (Row("wanted", made, 0.5), Row("new", new)),
             made=(of_text(lm, wrote[0]), of_text(lm, wrote[EACH]))),
    )  # fmt: skip
    facts = {"taught": sorts.value, "taught_low": sorts.low, "taught_high": sorts.high, "unseen_n": UNSEEN}
    facts |= {"labels_n": TAUGHT, "asked": dies.value, "majority": majority, "wrong": 1 - sorts.value}
    facts |= {"heaps": pure.value, "heaps_low": pure.low, "shuffled": shuffled, "words_n": pure.n}
    facts |= {"kinds_n": len(kinds()), "before": free.before.value, "before_high": free.before.high}
    facts |= {
        "after": free.after.value,
        "after_low": free.after.low,
        "astray": free.astray.value,
        "one": free.one.value,
    }
    facts |= {"rolls_n": STEPS * len(PRAISED), "numbers_n": lm.config.n_embd, "one": free.one.value}
    facts |= {"wanted": made.value, "low": made.low, "high": made.high, "made_n": made.n}
    facts |= {"new": new.value, "new_low": new.low}
    kept = second[hits] if hits.any() else np.zeros(1, bool)
    helps = (
        Help("chosen", (share(second), share(kept)), (share(np.ones(len(hits))), made)),
        Help("leash", (free.astray, leashed.astray), (free.after, leashed.after)),
    )
    return Measured(parts, facts, spans(lm, wrote), helps)


def finding(found: Measured) -> bool:
    """Beyond doubt it sorts, groups and learns better than by chance; it makes new texts, but not those asked for."""
    facts = found.facts
    beats = facts["taught_low"] > facts["majority"] and facts["heaps_low"] > facts["shuffled"]
    learns = facts["after_low"] > facts["before_high"]
    return beats and learns and facts["new_low"] > HALF and facts["taught_low"] > facts["wanted"]


def answer(found: Measured) -> int:
    """As asked are nearly all reviews (0), beyond doubt more than by a coin (1), or that cannot be told (2)."""
    wanted, low = found.facts["wanted"], found.facts["low"]
    return 0 if wanted >= NEARLY_ALL else 1 if low > HALF else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A sentence of one's own: its verdict by both, an animal next with and without praise, and what it makes of it."""
    of = seen(lm, [case])
    verdicts = lm.measured(taught, lm).chance(of)[0], asked(lm, of)[0]
    next_ones = (animals(lm, [case], lean).sum() for lean in (0.0, lm.measured(praised, lm)))
    (wrote,) = write(lm, [case], TOKENS)
    names = ("taught", "asked", "before", "after")
    rows = tuple(Row(name, exact(x)) for name, x in zip(names, (*verdicts, *next_ones), strict=True))
    return Part("own", rows, made=(of_text(lm, wrote),))


CARD = Card(8, measure, finding, answer, own, "The handle broke after two days.")
