"""Where a text stands in what the model has read: all that was written by hand, and a sample of the generated texts.

`model.learn.prepare` puts the handwritten part beside the weights. Some of the prose is held out: no model has read it,
so it says how much of a text that is truly new stands in the rest all the same.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.core import beside
from model.core.vocabulary import EOT, Vocabulary
from model.found import suffixes
from model.found.corpus import Corpus, spelling
from model.found.suffixes import Run, Suffixes

FILE = "handwritten.safetensors"
LEAST = 5  # tokens of a run: shorter ones stand everywhere
AROUND = 24  # tokens that are shown before and after it
SEARCHED = 8000  # tokens of unseen prose that are looked up


class Handwritten(NamedTuple):
    """Documents, each closed by <eot>."""

    ids: np.ndarray  # (N,)
    sources: tuple[str, ...]  # of each document: the file that it stands in
    held_out: np.ndarray  # (M,) such as no run is trained on


class Line(NamedTuple):
    """One place where a run stands."""

    before: str
    run: str
    after: str
    source: str  # the file; "" for a generated text


class Reading:
    """All handwritten documents and a sample of the generated ones, as one text (N,)."""

    def __init__(self, handwritten: Handwritten, corpus: Corpus, vocabulary: Vocabulary):
        self.handwritten, self.corpus, self.vocabulary = handwritten, corpus, vocabulary
        self.ids = np.concatenate([handwritten.ids, corpus.ids])
        self.ends = np.flatnonzero(self.ids == EOT)  # of the documents

    @cached_property
    def suffixes(self) -> Suffixes:
        """Sorted when somebody first asks: some seconds, and six bytes a token."""
        return suffixes.of(self.ids)

    @cached_property
    def unseen(self) -> tuple[int, int]:
        """How many tokens of held-out prose stand in runs of what was read, and of how many."""
        within, n = 0, 0
        for document in np.split(self.handwritten.held_out, np.flatnonzero(self.handwritten.held_out == EOT) + 1):
            text = document[document != EOT].tolist()
            within, n = within + int(covered(self.runs(text), len(text)).sum()), n + len(text)
            if n >= SEARCHED:
                break
        return within, n

    def runs(self, ids: Sequence[int]) -> list[Run]:
        """The longest runs of at least five tokens of `ids` that stand word for word in what was read."""
        return self.suffixes.runs(ids, LEAST)

    def lines(self, run: Run, most: int) -> list[Line]:
        """Up to `most` places where it stands, no two alike."""
        found = (self.line(place, run.length) for place in self.suffixes.places(run, 8 * most))
        return list(dict.fromkeys(found))[:most]

    def line(self, place: int, length: int) -> Line:
        """What stands around `length` tokens at a place, within their document."""
        document = int(np.searchsorted(self.ends, place))
        start, end = self.ends[document - 1] + 1 if document else 0, int(self.ends[document])
        parts = (max(start, place - AROUND), place, place + length, min(end, place + length + AROUND))
        texts = [self.vocabulary.decode(self.ids[a:b].tolist()) for a, b in pairwise(parts)]
        sources = self.handwritten.sources
        return Line(*texts, sources[document] if document < len(sources) else "")


def covered(runs: Sequence[Run], n: int) -> np.ndarray:
    """Of each of `n` tokens (n,), whether it stands in one of the `runs`."""
    within = np.zeros(n, bool)
    for run in runs:
        within[run.start : run.start + run.length] = True
    return within


def longest_apart(runs: Sequence[Run], most: int) -> list[Run]:
    """The longest of them that do not overlap, at most so many, in the order of the text."""
    chosen: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run.start)):
        apart = all(run.start >= c.start + c.length or c.start >= run.start + run.length for c in chosen)
        if apart and len(chosen) < most:
            chosen.append(run)
    return sorted(chosen)


def save(folder: Path, vocabulary: Vocabulary, found: Handwritten) -> None:
    """Write it beside the vocabulary in which it is spelled."""
    names = sorted(set(found.sources))
    places = np.array([names.index(name) for name in found.sources], np.uint16)
    told = np.frombuffer("\n".join(names).encode(), np.uint8)
    arrays = {"ids": found.ids.astype(np.uint16), "held_out": found.held_out.astype(np.uint16)}
    beside.save(folder / FILE, spelling(vocabulary), names=told, sources=places, **arrays)


def load(folder: Path, vocabulary: Vocabulary, corpus: Corpus | None) -> Reading | None:
    """What was read, in this very vocabulary; None if some of it is missing."""
    found = beside.load(folder / FILE, spelling(vocabulary))
    if found is None or corpus is None:
        return None
    names = found["names"].tobytes().decode().split("\n")
    sources = tuple(names[i] for i in found["sources"].tolist())
    handwritten = Handwritten(found["ids"].astype(np.int64), sources, found["held_out"].astype(np.int64))
    return Reading(handwritten, corpus, vocabulary)
