"""Prose written by hand: the pieces in `prose/*.txt`, one file for each theme, parted by lines of `---`.

About one piece in eight is held out: no run is trained on it, so it measures prose that is truly new.
"""

import random
import re
import zlib
from functools import cache
from pathlib import Path

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")  # between two
FOLDER = Path(__file__).parents[1] / "prose"


@cache
def files() -> tuple[tuple[str, str], ...]:
    """All pieces, file by file in the order of their names, each after the name of its file."""
    texts = ((file.stem, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.txt")))
    return tuple((name, piece.strip()) for name, text in texts for piece in text.split("\n---\n"))


@cache
def pieces() -> tuple[str, ...]:
    """The pieces alone."""
    return tuple(piece for _, piece in files())


def held_out(i: int) -> bool:
    """Whether piece `i` is never trained on. It hangs on its words, so new pieces leave the others alone."""
    return zlib.crc32(pieces()[i].encode()) % 8 == 0


@cache
def trained_on() -> tuple[str, ...]:
    """The pieces that are trained on."""
    return tuple(piece for i, piece in enumerate(pieces()) if not held_out(i))


def handwritten(rng: random.Random) -> str:
    """A piece that is trained on, three times in ten from one of its later sentences on: so less is known by heart."""
    piece = rng.choice(trained_on())
    starts = [hit.end() for hit in SENTENCE.finditer(piece) if hit.end() < 0.7 * len(piece)]
    return piece[rng.choice(starts) :] if starts and rng.random() < 0.3 else piece
