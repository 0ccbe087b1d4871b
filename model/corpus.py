"""What the training texts really contain: `python -m model.corpus` writes a sample beside the weights.

Counts are exact for that sample: the places where the end of a prompt occurs are looked up, not estimated.
"""

import argparse
import random
import zlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

from model.ngram import NGram
from model.vocabulary import EOT, Vocabulary
from model.world.rows import FIRST, WORLDS, World, draw_text

FILE = "corpus.safetensors"
TOKENS, ORDER = 1_500_000, 5
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

    def count(self, context: Sequence[int]) -> Counts:
        """Counts after the longest ending of `context` that occurs at least 5 times; of length 0 if none does."""
        places = np.arange(1, len(self.ids))  # of the token that follows
        length = 0
        for id in reversed(context):
            fits = places[places > length]
            fits = fits[self.ids[fits - length - 1] == id]
            if len(fits) < LEAST:
                break
            places, length = fits, length + 1
        return Counts(length, len(places), np.bincount(self.ids[places], minlength=self.vocab_size))

    @cached_property
    def ngram(self) -> NGram:
        """The 5-gram model of the same sample."""
        return NGram.train(self.ids, ORDER, self.vocab_size)


def draw(vocabulary: Vocabulary, n_tokens: int, seed: int = 0, world: World = FIRST) -> np.ndarray:
    """At least `n_tokens` ids of training documents, cut to that many."""
    rng, ids = random.Random(f"corpus {seed}"), [EOT]
    while len(ids) < n_tokens:
        ids += [*vocabulary.encode(draw_text(rng, world=world)), EOT]
    return np.array(ids[:n_tokens], dtype=np.uint16)


def fingerprint(vocabulary: Vocabulary) -> str:
    """A checksum of the vocabulary: ids mean nothing in another one."""
    return str(zlib.crc32(vocabulary.tokenizer.to_str().encode()))


def load(folder: Path, vocabulary: Vocabulary) -> Corpus | None:
    """The sample beside a model, or None."""
    if not (folder / FILE).is_file():
        return None
    with safe_open(folder / FILE, framework="numpy") as file:
        if file.metadata().get("vocabulary") != fingerprint(vocabulary):
            return None
        return Corpus(file.get_tensor("ids").astype(np.int64), len(vocabulary))


def main() -> None:
    """Write the sample for the model in a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("assets/model"))
    parser.add_argument("--tokens", type=int, default=TOKENS)
    flags = parser.parse_args()
    from model.language_model import load as open_model

    lm = open_model(flags.folder)
    vocabulary, world = lm.vocabulary, WORLDS[lm.world]
    save_file(
        {"ids": draw(vocabulary, flags.tokens, world=world)},
        flags.folder / FILE,
        {"vocabulary": fingerprint(vocabulary)},
    )


if __name__ == "__main__":
    main()
