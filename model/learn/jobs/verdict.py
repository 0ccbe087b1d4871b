"""How a training stands, in one word: computed from what it pays on text that it has not read."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 0.1  # bits above its lowest
STILL = 0.02  # bits in a quarter of the steps
PATIENCE_S = 20.0  # better than counting for so long
NEAR = 0.02  # of guessing: as near to the best possible
BEGINS = 4  # steps

Found = tuple[int, float, float]  # step, seconds, bits a token on what is unseen


class Bars(NamedTuple):
    """What to compare with, in bits a token."""

    guess: float  # knowing nothing
    counted: float | None  # a 5-gram model of the same text
    best: float | None  # nobody can do better


def verdict(found: Sequence[Found], bars: Bars, steps: int) -> dict[str, object]:
    """{verdict, since}: begins, learning, good, heart (by heart) or still; and the step since when it is so.

    `steps` are those of the whole run.
    """
    counted = bars.counted
    step, seconds, bits = found[-1]
    lowest = min(found, key=lambda each: each[2])
    if step <= BEGINS:
        return {"verdict": "begins", "since": 0}
    if bars.best is not None and bits < (near := bars.best + NEAR * bars.guess):
        return {"verdict": "good", "since": next(s for s, _, b in found if b < near)}
    if bits > lowest[2] + GAP:
        since = next(s for s, _, b in found if s > lowest[0] and b > lowest[2] + GAP)
        return {"verdict": "heart", "since": since, "lowest": lowest[0]}
    if counted is not None and bits < counted:
        better = [s for s in found if s[2] < counted]
        if seconds - better[0][1] >= PATIENCE_S or step == steps:
            return {"verdict": "good", "since": better[0][0]}
    before = [b for s, _, b in found if s <= step - steps // 4]
    if before and before[-1] - bits < STILL and step < steps:
        return {"verdict": "still", "since": step - steps // 4}
    return {"verdict": "learning", "since": 0}
