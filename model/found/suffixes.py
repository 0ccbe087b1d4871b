"""Exact search in a long text of tokens: a suffix array (Manber & Myers 1990), sorted by libdivsufsort.

N tokens. Tokens are compared as big-endian pairs of bytes, so the order of the bytes is that of the ids. A sorted order
is kept in the visitor's own folder for caches; where that cannot be written it is sorted anew.
"""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import numpy as np

from model.core import beside

WIDE = 2  # bytes of a token


class Run(NamedTuple):
    """Tokens that stand word for word in the text."""

    start: int  # the first of them, in what was searched for
    length: int
    first: int  # where they are among the sorted suffixes
    times: int  # how often they stand in the text


class Suffixes(NamedTuple):
    """A text, and the places (N,) of its suffixes in sorted order."""

    text: bytes
    order: memoryview  # of int32: its items are plain numbers

    @property
    def nbytes(self) -> int:
        return len(self.text) + self.order.nbytes

    def runs(self, ids: Sequence[int], least: int) -> list[Run]:
        """The runs of `ids` of at least `least` tokens that stand in the text and are part of no longer one."""
        asked, found, end = spelled(ids), [], 0
        for start in range(len(ids)):
            length = self.longest(asked[start * WIDE :])
            if length >= least and start + length > end:
                end = start + length
                found.append(self.placed(start, asked[start * WIDE : end * WIDE]))
        return found

    def longest(self, asked: bytes) -> int:
        """How many of the tokens of `asked`, from its beginning, stand in the text together."""
        at = bisect_left(self.order, asked, key=lambda place: self._cut(place, len(asked)))
        near = [self._cut(self.order[i], len(asked)) for i in (at - 1, at) if 0 <= i < len(self.order)]
        return max((alike(each, asked) // WIDE for each in near), default=0)

    def placed(self, start: int, asked: bytes) -> Run:
        """A run, all of which stands in the text."""
        first, end = (
            bisect(self.order, asked, key=lambda place: self._cut(place, len(asked)))
            for bisect in (bisect_left, bisect_right)
        )
        return Run(start, len(asked) // WIDE, first, end - first)

    def places(self, run: Run, most: int) -> list[int]:
        """Where it stands in the text, the first `most` in the order of the text."""
        return sorted(self.order[run.first : run.first + run.times])[:most]

    def _cut(self, place: int, length: int) -> bytes:
        return self.text[place * WIDE : place * WIDE + length]


def alike(a: bytes, b: bytes) -> int:
    """How many bytes both begin with."""
    shorter = min(len(a), len(b))
    return next((i for i in range(shorter) if a[i] != b[i]), shorter)


def spelled(ids: Sequence[int] | np.ndarray) -> bytes:
    """Two bytes a token, the higher one first. Raises ValueError for an id that takes more."""
    ids = np.asarray(ids, np.int64)
    if ids.size and not 0 <= ids.min() <= ids.max() < 1 << 8 * WIDE:
        raise ValueError(f"A vocabulary of at most {1 << 8 * WIDE:,} tokens can be searched.")
    return ids.astype(">u2").tobytes()


def sort(text: bytes) -> np.ndarray:
    """Places (N,) of the suffixes of `text`, in sorted order."""
    from pydivsufsort import divsufsort  # only who asks needs it

    order = divsufsort(text)  # of bytes: those that begin a token are kept
    return (order[order % WIDE == 0] // WIDE).astype(np.int32)


def of(ids: np.ndarray, folder: Path | None = None) -> Suffixes:
    """Of a text `ids` (N,): sorted, or read from `folder`, by default the visitor's own, where it was sorted before."""
    text = spelled(ids)
    file = (folder or cache_folder()) / "suffixes.safetensors"
    order = kept(file, text)
    if order is None:
        order = sort(text)
        keep(file, text, order)
    return Suffixes(text, memoryview(order))


def kept(file: Path, text: bytes) -> np.ndarray | None:
    """The order that was kept of this very text; None if there is none, or none that is whole."""
    try:
        found = beside.load(file, text)
    except Exception:  # damaged: safetensors has errors of its own
        return None
    return None if found is None else found["order"]


def keep(file: Path, text: bytes, order: np.ndarray) -> None:
    """Write an order, if that can be: whole or not at all, since others may read or write at this moment."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as unfinished:
            pass
        beside.save(Path(unfinished.name), text, order=order)
        os.replace(unfinished.name, file)


def cache_folder() -> Path:
    """Where programs keep for a user what they can make again."""
    own = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    return Path(own) / "weighted-dice"
