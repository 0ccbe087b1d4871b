"""Tokens of a tune, read back as notes."""

from collections.abc import Sequence

from model.world.alphabet import NAMED, PITCHES
from model.world.tunes.tunes import SIXTEENTHS

FIRSTS = {NAMED.index(f"<{name}>"): place for place, name in enumerate(PITCHES)} | {NAMED.index("<rest>"): None}
SECONDS = {NAMED.index(f"<{name}>"): length for name, length in SIXTEENTHS.items()}


def read_notes(ids: Sequence[int]) -> list[tuple[int | None, int]]:
    """Place in PITCHES (None: a rest) and sixteenths of each note, as far as pitch and length go by turns.

    What follows a token that cannot stand there is left out.
    """
    notes = []
    for first, second in zip(ids[::2], ids[1::2], strict=False):
        if first not in FIRSTS or second not in SECONDS:
            break
        notes.append((FIRSTS[first], SECONDS[second]))
    return notes
