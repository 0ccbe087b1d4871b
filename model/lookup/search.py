"""Which passages fit a question: by its words (BM25), and by what the model makes of both.

BM25 (Robertson & Walker 1994), as Lucene has it, by `bm25s` (Lù 2024): the sum over the question's words of
idf(w) · f / (f + k1 · (1 − b + b · length / mean length)), where f counts the word in the passage.
"""

from collections.abc import Sequence
from copy import copy
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import torch

from model.core.alike import alike
from model.lookup.library import words

K1, B = 1.5, 0.75
ROWS = 16  # passages that are read at once


class Hit(NamedTuple):
    """A passage that was found: its place, its score, and the part that each word of the question has in it."""

    place: int
    score: float
    parts: tuple[tuple[str, float], ...]


class Words:
    """Texts, to be searched by words."""

    def __init__(self, texts: Sequence[str]):
        self.texts = [words(text) for text in texts]

    @cached_property
    def index(self) -> Any:
        """That of `bm25s`, which takes a while to import."""
        import bm25s

        index = bm25s.BM25(method="lucene", k1=K1, b=B)
        index.index(self.texts, show_progress=False)
        return index

    def parts(self, question: str) -> dict[str, np.ndarray]:
        """The scores (texts,) by each word of the question; one that is said twice counts twice."""
        found: dict[str, np.ndarray] = {}
        for word in words(question):
            if word in self.index.vocab_dict:
                found[word] = found.get(word, 0) + self.index.get_scores([word])
        return found

    def find(self, question: str, n: int) -> list[Hit]:
        """The `n` best passages, the best one first; none that has no word of the question."""
        parts = self.parts(question)
        if not parts:
            return []
        scores = np.sum([*parts.values()], axis=0)
        best = np.argsort(-scores, kind="stable")[:n].tolist()
        return [Hit(i, float(scores[i]), shares(parts, i)) for i in best if scores[i] > 0]


def shares(parts: dict[str, np.ndarray], place: int) -> tuple[tuple[str, float], ...]:
    """The part of each word in the score of one text, the largest first."""
    found = [(word, float(scores[place])) for word, scores in parts.items() if scores[place] > 0]
    return tuple(sorted(found, key=lambda each: -each[1]))


class Meanings:
    """Texts, to be searched by what a model makes of them: the mean of its stream after the last layer.

    What all texts have in common is taken away first: else all of them are alike.
    """

    def __init__(self, by: Any, ids: Sequence[Sequence[int]]):
        self.by = by
        read = np.stack(self.read(ids))
        self.mean = read.mean(0)
        self.unit = unit(read - self.mean)  # (texts, C)
        self.nbytes = self.unit.nbytes

    def also(self, ids: Sequence[Sequence[int]]) -> "Meanings":
        """The same with more texts behind them; what is common to all stays that of the first."""
        more = copy(self)
        more.unit = np.concatenate([self.unit, unit(np.stack(self.read(ids)) - self.mean)])
        more.nbytes = more.unit.nbytes
        return more

    @torch.inference_mode()
    def read(self, ids: Sequence[Sequence[int]]) -> list[np.ndarray]:
        """The mean of the stream (C,) over the tokens of each text."""
        found: dict[int, np.ndarray] = {}
        for places, rows in alike(ids, ROWS):
            for i, stream in zip(places, self.by.stream(rows), strict=True):
                found[i] = stream[: len(ids[i])].mean(0).numpy()
        return [found[i] for i in range(len(ids))]

    def find(self, ids: Sequence[int], n: int) -> list[Hit]:
        """The `n` texts whose direction is nearest: their cosines."""
        asked = unit(self.read([ids])[0] - self.mean)
        scores = self.unit @ asked
        best = np.argsort(-scores, kind="stable")[:n].tolist()
        return [Hit(i, float(scores[i]), ()) for i in best]


def unit(vectors: np.ndarray) -> np.ndarray:
    """Of length 1."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)
