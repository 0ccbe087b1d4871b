"""How a token came about: the merges of byte-pair encoding (Sennrich et al. 2016) that build it."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from operator import sub
from typing import NamedTuple

import numpy as np

from model.core.config import amount
from model.core.vocabulary import BYTE_OF_LETTER, Vocabulary, train_tokenizer
from model.found.corpus import Corpus
from model.world.alphabet import NAMED

BYTES, MOST_ENTRIES, MOST_CHARACTERS = 256, 1000, 20_000  # of a tokenizer that a visitor trains


class Merge(NamedTuple):
    """Two tokens that stood side by side so often in the training text that they became one."""

    rank: int  # 1 is the first merge that was learned
    left: int
    right: int
    joined: int  # all three are ids


class Merges(NamedTuple):
    """What a tokenizer has learned, the first merge first; no merge makes a byte or a named token."""

    order: list[Merge]
    by_joined: dict[int, Merge]  # the first merge that makes each id
    by_pair: dict[tuple[int, int], Merge]


class Step(NamedTuple):
    """One merge, made wherever its two tokens stand side by side within a word of a text."""

    merge: Merge
    places: tuple[int, ...]  # of what it joined, among all tokens after the step
    ids: tuple[int, ...]  # the whole text after the step


class Steps(NamedTuple):
    """How a text is cut: no merge crosses the border of a word."""

    words: tuple[tuple[int, ...], ...]  # at the start, the ids of each word's bytes; a name such as <image> is one id
    steps: list[Step]


class Learned(NamedTuple):
    """A tokenizer trained on a short text."""

    vocabulary: Vocabulary
    merges: Merges
    made: list[int]  # how often each is made when that text is cut
    n_tokens: int  # of that text when it is cut


def merges(vocabulary: Vocabulary) -> Merges:
    """All merges of a vocabulary."""
    rules = json.loads(vocabulary.tokenizer.to_str())["model"].get("merges", [])
    id_of, found = vocabulary.tokenizer.token_to_id, []
    for rank, rule in enumerate(rules, 1):
        left, right = rule.split(" ") if isinstance(rule, str) else rule
        found.append(Merge(rank, id_of(left), id_of(right), id_of(left + right)))
    by_joined = {merge.joined: merge for merge in reversed(found)}  # the first that makes it
    return Merges(found, by_joined, {(merge.left, merge.right): merge for merge in found})


def assembly(merges: Merges, id: int) -> list[Merge]:
    """The merges that build `id` from single bytes, in the order in which they were learned."""
    needed, todo = {}, [id]
    while todo:
        if (merge := merges.by_joined.get(todo.pop())) and merge.joined not in needed:
            needed[merge.joined] = merge
            todo += [merge.left, merge.right]
    return sorted(needed.values())


def spelled(vocabulary: Vocabulary, text: str) -> list[list[int]]:
    """The words that the tokenizer cuts `text` into before it merges, each as the ids of its bytes.

    A name such as <image> stays one id. Raises ValueError if not Unicode.
    """
    vocabulary.encode(text)  # refuses what is not Unicode
    cut = vocabulary.tokenizer.encode(text, add_special_tokens=False)
    id_of = {byte: vocabulary.tokenizer.token_to_id(letter) for letter, byte in BYTE_OF_LETTER.items()}
    words = []
    for _, group in groupby(zip(cut.word_ids, cut.ids, strict=True), key=lambda pair: pair[0]):
        ids = [id for _, id in group]
        named = vocabulary.kind(ids[0]) in ("control", "colour", "note")
        words.append(ids if named else [id_of[byte] for id in ids for byte in vocabulary.bytes_of(id)])
    return words


def join(ids: Sequence[int], merge: Merge) -> tuple[list[int], list[int]]:
    """`ids` with the pair of `merge` joined from left to right, and where the joined ids now stand."""
    joined, places, i = [], [], 0
    while i < len(ids):
        if (ids[i], *ids[i + 1 : i + 2]) == (merge.left, merge.right):
            places.append(len(joined))
            joined.append(merge.joined)
            i += 2
        else:
            joined.append(ids[i])
            i += 1
    return joined, places


def steps(vocabulary: Vocabulary, merges: Merges, text: str, limit: int | None = None) -> Steps:
    """Byte-pair encoding of `text`, one merge at a time: the explaining sibling of `Vocabulary.encode`.

    Starts from bytes; each step makes the merge of lowest rank that fits, everywhere in the text (Sennrich
    et al. 2016). With `limit`, only the first words that have at most so many ids together at the start, and
    at least one: a merge never crosses words, so the others change nothing about them.
    """
    words, table, made = spelled(vocabulary, text), merges.by_pair, []
    words = words if limit is None else first(words, limit)
    start = tuple(map(tuple, words))
    while fitting := [table[pair] for word in words for pair in pairwise(word) if pair in table]:
        merge, places, ids = min(fitting), [], []
        for i, word in enumerate(words):
            words[i], found = join(word, merge)
            places += [len(ids) + place for place in found]
            ids += words[i]
        made.append(Step(merge, tuple(places), tuple(ids)))
    return Steps(start, made)


def first(words: list[list[int]], limit: int) -> list[list[int]]:
    """As many of the first words as have at most `limit` ids together, and at least one."""
    total = 0
    for i, word in enumerate(words):
        total += len(word)
        if i and total > limit:
            return words[:i]
    return words


def how_often(merges: Merges, counts: np.ndarray) -> dict[int, int]:
    """How often the merge of each id was made in a text that holds each token (V,) so often.

    A token was made by its own merge, its two halves by theirs, and so on down to the bytes.
    """
    found = counts.tolist()
    for merge in sorted(merges.by_joined.values(), reverse=True):  # halves are learned before what they make
        found[merge.left] += found[merge.joined]
        found[merge.right] += found[merge.joined]
    return {id: found[id] for id in merges.by_joined}


def made_in_sample(vocabulary: Vocabulary, corpus: Corpus) -> dict[int, int]:
    """How often the merge that makes each id was made when the sample of the training texts was cut."""
    return how_often(merges(vocabulary), np.bincount(corpus.ids, minlength=len(vocabulary)))


def learn_merges(sample: str, size: int) -> Learned:
    """Train byte-pair encoding on `sample` until bytes and learned pieces number `size`, or no pair is left.

    The rules of the model's own tokenizer hold: the same borders of words, the same names that are never
    cut (they come on top of `size`). Raises ValueError if the sample or the size does not fit.
    """
    check(sample, size)
    vocabulary = Vocabulary(train_tokenizer([sample], size + len(NAMED)))
    found, ids = merges(vocabulary), vocabulary.encode(sample)
    times = how_often(found, np.bincount(ids, minlength=len(vocabulary)))
    return Learned(vocabulary, found, [times[merge.joined] for merge in found.order], len(ids))


def lengths(learned: Learned, text: str) -> list[tuple[int, int]]:
    """How many tokens `text` has with the first so many entries of `learned`: (entries, tokens) where that changes.

    Byte-pair encoding is greedy: a smaller vocabulary is the beginning of a larger one, not another choice.
    """
    table, saved = learned.merges.by_pair, [0] * (len(learned.merges.order) + 1)
    words = spelled(learned.vocabulary, text)
    for start, times in Counter(map(tuple, words)).items():
        word = list(start)
        while fitting := [table[pair] for pair in pairwise(word) if pair in table]:
            word, places = join(word, merge := min(fitting))
            saved[merge.rank] += times * len(places)
    left = accumulate(saved, sub, initial=sum(map(len, words)))
    return [(BYTES + rank, n) for rank, n in enumerate([*left][1:]) if not rank or saved[rank]]


def check(sample: str, size: int) -> None:
    """Raise ValueError, which says what fits, unless a tokenizer can be trained so."""
    if len(sample) > MOST_CHARACTERS:
        raise ValueError(f"The text to learn from has {len(sample):,} characters; at most {MOST_CHARACTERS:,} fit.")
    if not sample.strip():
        raise ValueError("The text to learn from is empty. Type or paste a few paragraphs.")
    if any("\ud800" <= letter <= "\udfff" for letter in sample):
        raise ValueError("The text to learn from holds half a surrogate pair, which is no Unicode text.")
    amount("The size of a vocabulary", size, MOST_ENTRIES, BYTES)
