"""What the training texts really contain, by a sample of them that `model.learn.prepare` puts beside the weights.

Counts are exact for that sample: the places where the end of a prompt occurs are looked up, not estimated.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.core import beside
from model.core.vocabulary import Vocabulary
from model.found.ngram import NGram

FILE = "corpus.safetensors"
ORDER = 5
LEAST = 5  # an ending that occurs less often says too little: a shorter one is counted


class Counts(NamedTuple):
    """What followed one ending of a prompt in the sample."""

    length: int  # tokens of that ending
    times: int  # how often it occurred
    next: np.ndarray  # (V,) how often each token followed


class Corpus:
    """A sample of training text as one row of ids (N,), each document closed by <eot>."""

    def __init__(self, ids: np.ndarray, vocab_size: int):
        self.ids, self.vocab_size = ids, vocab_size

    @cached_property
    def _follows(self) -> tuple[np.ndarray, np.ndarray]:
        """The places after each token, token by token, and where (V + 1,) those of each begin."""
        before = self.ids[:-1]
        return np.argsort(before, kind="stable") + 1, np.searchsorted(np.sort(before), np.arange(self.vocab_size + 1))

    def count(self, context: Sequence[int]) -> Counts:
        """Counts after the longest ending of `context` that occurs at least 5 times; of length 0 if none does."""
        (places, starts), length = self._follows, 0
        for id in reversed(context):
            if length:
                fits = places[places > length]
                fits = fits[self.ids[fits - length - 1] == id]
            else:
                fits = places[starts[id] : starts[id + 1]]
            if len(fits) < LEAST:
                break
            places, length = fits, length + 1
        return Counts(length, len(places), np.bincount(self.ids[places], minlength=self.vocab_size))

    def ngram(self) -> NGram:
        """The 5-gram model of the same sample; counting takes a second or two."""
        return NGram.train(self.ids, ORDER, self.vocab_size)


def save(folder: Path, vocabulary: Vocabulary, ids: np.ndarray) -> None:
    """Write a sample beside the vocabulary in which it is spelled."""
    beside.save(folder / FILE, spelling(vocabulary), ids=ids)


def load(folder: Path, vocabulary: Vocabulary) -> Corpus | None:
    """The sample in this very vocabulary, or None."""
    found = beside.load(folder / FILE, spelling(vocabulary))
    return None if found is None else Corpus(found["ids"].astype(np.int64), len(vocabulary))


def spelling(vocabulary: Vocabulary) -> bytes:
    """What all ids stand for: in another vocabulary they would mean other texts."""
    return b"\0".join(map(vocabulary.bytes_of, range(len(vocabulary))))
