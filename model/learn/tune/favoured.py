"""What votes favour and what a model says by now, counted on texts: length, pronouns, marks, words."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from model.learn.tune.votes import HAPPY, HE, RULES, SAD, SHE, count, words

FEATURES: dict[str, Callable[[str], float]] = {
    "length": lambda text: len(words(text)),
    "she": lambda text: count(text, *SHE),
    "he": lambda text: count(text, *HE),
    "exclaims": lambda text: float("!" in text),
    "asks": lambda text: float("?" in text),
    "speech": lambda text: float('"' in text or "“" in text),
    "happy": lambda text: count(text, *HAPPY),
    "sad": lambda text: count(text, *SAD),
}
WORDS = 3  # that are named beside the features
RESAMPLED, FLIPPED = 2000, 1000  # times: for an interval, for what chance would do
OFTEN = 5  # samples with a word: by chance it would be missing once in 150 times


def interval(differences: Sequence[float]) -> tuple[float, float, float]:
    """Mean, and the middle 95 % of means of as many, drawn from them again and again (bootstrap, Efron 1979)."""
    given = np.asarray(differences, dtype=float)
    drawn = np.random.default_rng(0).integers(len(given), size=(RESAMPLED, len(given)))
    low, high = np.percentile(given[drawn].mean(1), (2.5, 97.5))
    return round(float(given.mean()), 4), round(float(low), 4), round(float(high), 4)


def has(word: str) -> Callable[[str], float]:
    """Whether a text has a word."""
    return lambda text: float(word in words(text))


def telling(chosen: Sequence[str], rejected: Sequence[str]) -> list[str]:
    """Words that tell chosen from rejected, at most three: more than any word would in 95 % of all cases by chance.

    By chance: had a coin said which sample of a pair was chosen (the greatest of all words, Westfall and Young 1993).
    """
    sides = [[{*words(text)} for text in texts] for texts in (chosen, rejected)]
    known = sorted(set().union(*sides[0], *sides[1]) - {*SHE, *HE})
    if not known:
        return []
    has_it = [np.array([[word in each for word in known] for each in side], dtype=float) for side in sides]
    apart = has_it[0] - has_it[1]  # (pairs, words)
    coins = np.random.default_rng(0).choice((-1.0, 1.0), size=(FLIPPED, len(apart)))
    bar = np.percentile(abs(coins @ apart).max(1), 95)
    found = apart.sum(0)
    best = sorted((i for i in range(len(known)) if abs(found[i]) > bar), key=lambda i: -abs(found[i]))
    return [known[i] for i in best[:WORDS]]


def features(chosen: Sequence[str], rejected: Sequence[str]) -> dict[str, Callable[[str], float]]:
    """What is counted: all features, and in quotes, as “blue”, the words that tell chosen from rejected."""
    return FEATURES | {f"“{word}”": has(word) for word in telling(chosen, rejected)}


def favoured(chosen: Sequence[str], rejected: Sequence[str]) -> list[tuple[str, float, float, float]]:
    """Each feature: how much more of it the chosen texts have than the rejected ones, pair by pair, with 95 %."""
    made = features(chosen, rejected)
    both = list(zip(chosen, rejected, strict=True))
    return [(name, *interval([of(a) - of(b) for a, b in both])) for name, of in made.items()]


def wanted(rule: str, chosen: Sequence[str], rejected: Sequence[str]) -> tuple[str, Callable[[str], float]]:
    """What was voted for: the rule's name and liking, or the feature that tells most surely which one was chosen."""
    if rule:
        return rule, RULES[rule]
    made, both = features(chosen, rejected), list(zip(chosen, rejected, strict=True))

    def sure(name: str) -> float:
        differences = np.array([made[name](a) - made[name](b) for a, b in both])
        return float(differences.sum() / (1 + (differences**2).sum()) ** 0.5)

    best = max(made, key=lambda name: abs(sure(name)))
    sign = 1 if sure(best) >= 0 else -1
    return best if sign > 0 else f"-{best}", lambda text: sign * made[best](text)


def liked(like: Callable[[str], float], now: Sequence[str], before: Sequence[str]) -> tuple[int, int]:
    """On how many prompts what is said now has more of what was voted for than before, and on how many less."""
    scores = [like(a) - like(b) for a, b in zip(now, before, strict=True)]
    return sum(score > 0 for score in scores), sum(score < 0 for score in scores)


def spoiled(now: Sequence[str], before: Sequence[str]) -> dict:
    """What goes wrong: words often said before and never now, how many different ones, and how many say one again."""
    was, told = (Counter(word for text in texts for word in {*words(text)}) for texts in (before, now))
    lost = sorted(
        (word for word, n in was.items() if n >= OFTEN and not told[word]), key=lambda word: (-was[word], word)
    )
    different, repeated = (len(was), len(told)), [round(again(texts), 4) for texts in (before, now)]
    return {"lost": [(word, was[word]) for word in lost], "different": different, "again": repeated}


def again(texts: Sequence[str]) -> float:
    """The share of words that stand in the same text before."""
    said = [words(text) for text in texts]
    return sum(len(each) - len({*each}) for each in said) / max(1, sum(map(len, said)))
