"""Where something stands in a corpus: spans of a sample, and the end of a prompt with a face of its die.

N tokens; a corpus is one text of ids in which each row is closed by <eot>. Found in a suffix array (Manber & Myers
1990) that is kept in memory alone, since it is of a visitor's text.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from model.core.vocabulary import EOT, Vocabulary
from model.found.suffixes import Run, Suffixes, sort, spelled
from model.learn.jobs.texts import as_ids

LEAST = 4  # tokens of a span that counts as copied: shorter ones stand everywhere
MOST_NGRAM = 24  # tokens


class Found(NamedTuple):
    """Tokens of a sample that stand word for word in the corpus."""

    start: int  # the first of them, in the sample
    length: int
    times: int  # how often they stand there
    row: int  # the first row in which they do


class NGram(NamedTuple):
    """The last tokens of a prompt with the token after them, as they stand in a corpus."""

    length: int  # tokens, that one included
    times: int
    rows: list[int]  # all that hold it


class Corpus:
    """Rows in a vocabulary."""

    def __init__(self, rows: Sequence[str], vocabulary: Vocabulary):
        self.ids = as_ids(rows, vocabulary)
        self.ends = np.flatnonzero(self.ids == EOT)  # of each row
        text = spelled(self.ids)
        self.suffixes = Suffixes(text, memoryview(sort(text)))

    def rows_at(self, run: Run) -> list[int]:
        """The rows that hold a run of tokens."""
        places = self.suffixes.places(run, run.times)
        return sorted(set(np.searchsorted(self.ends, places).tolist()))

    def copied(self, ids: Sequence[int]) -> list[Found]:
        """The spans of `ids` that stand here and are part of no longer one, in the order of the sample."""
        runs = self.suffixes.runs(ids, LEAST) if len(ids) else []
        return [Found(run.start, run.length, run.times, self.rows_at(run)[0]) for run in runs]

    def share(self, ids: Sequence[int]) -> float:
        """Share of `ids` that stand in such a span."""
        held = {i for found in self.copied(ids) for i in range(found.start, found.start + found.length)}
        return len(held) / max(1, len(ids))

    def ngrams(self, ids: Sequence[int]) -> list[NGram]:
        """The ends of `ids` that stand here, from two tokens on to the longest; the last token is that of the face."""
        found = []
        for length in range(1, min(MOST_NGRAM, len(ids)) + 1):
            asked = spelled(ids[-length:])
            if self.suffixes.longest(asked) < length:
                break
            run = self.suffixes.placed(0, asked)
            found.append(NGram(length, run.times, self.rows_at(run)))
        return found[1:] or found
