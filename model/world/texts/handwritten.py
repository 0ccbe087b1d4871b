"""Prose written by hand: the pieces in `prose/*.txt`, one file for each theme, parted by lines of `---`.

About one piece in eight is held out: no run is trained on it, so it measures prose that is truly new.
"""

import random
import zlib
from functools import cache
from pathlib import Path

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
    """A piece that is trained on."""
    return rng.choice(trained_on())
