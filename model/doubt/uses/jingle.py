"""A jingle: a short tune by mood, key and metre; is it what was asked for, and was it there before?

Agostinelli et al. (2023) looked for training music in what a model plays; whom such music belongs to is asked by Sturm
et al. (2019).
"""

import random
from collections.abc import Sequence
from functools import cache

import numpy as np

from model.core.sampling import Shaping
from model.doubt.card import Card, Measured, Part, Row, exact, share
from model.doubt.made import sing
from model.language_model import LanguageModel
from model.world.alphabet import PITCHES
from model.world.tunes.requests import read_request, sixteenths
from model.world.tunes.tables import KEYS, MOODS, SCALES
from model.world.tunes.tunes import SIXTEENTHS, Tune, tune_of

EACH, KNOWN, RUN, SHAPING = 24, 600, 5, Shaping(temperature=0.7)
NEARLY_ALL, HALF = 0.8, 0.4
Notes = Sequence[tuple[int | None, int]]  # place among the pitches, None for a rest; sixteenths


@cache
def captions() -> tuple[str, ...]:
    """Requests that name mood, key and metre as its texts do."""
    rng, found = random.Random("uses jingle"), []
    for mood in rng.sample(sorted(MOODS), EACH % len(MOODS)) + sorted(MOODS) * (EACH // len(MOODS)):
        kind = MOODS[mood]
        found.append(f"a {mood} tune in {rng.choice(KEYS[kind.scale])} {kind.scale}, in {rng.choice(kind.metres)}")
    return tuple(found)


def notes_of(tune: Tune) -> Notes:
    """The notes of a tune of its texts, as those that it plays."""
    return [(None if name == "rest" else PITCHES.index(name), SIXTEENTHS[length]) for name, length in tune.notes]


@cache
def known() -> frozenset[tuple]:
    """All runs of RUN notes in many tunes of the kind that it heard."""
    rng = random.Random("uses known tunes")
    tunes = [notes_of(tune_of(rng, rng.choice(tuple(MOODS)))) for _ in range(KNOWN)]
    return frozenset(run for notes in tunes for run in runs(notes))


def runs(notes: Notes) -> list[tuple]:
    """Each RUN notes in a row, wherever they begin, as steps and lengths: the key is no matter."""
    found = []
    for i in range(len(notes) - RUN + 1):
        some = notes[i : i + RUN]
        first = next((pitch for pitch, _ in some if pitch is not None), 0)
        found.append(tuple((None if pitch is None else pitch - first, length) for pitch, length in some))
    return found


def checks(notes: Notes, caption: str) -> dict[str, bool]:
    """Whether all notes lie in the key, each bar is full, and the last one is the key's first."""
    request = read_request(caption)
    tonic, scale = request.key.split()
    home, steps = PITCHES.index(f"{tonic}3") % 12, SCALES[scale]
    pitches = [pitch for pitch, _ in notes if pitch is not None]
    ends, bar = np.cumsum([length for _, length in notes]).tolist(), sixteenths(request.drawn)
    full = bool(ends) and ends[-1] % bar == 0 and {*range(bar, ends[-1] + 1, bar)} <= {*ends}
    return {
        "key": bool(pitches) and all((pitch - home) % 12 in steps for pitch in pitches),
        "bars": full,
        "home": bool(pitches) and (pitches[-1] - home) % 12 == 0,
    }


def heard(notes: Notes) -> bool:
    """Whether some RUN notes in a row stand so in one of the known tunes."""
    return any(run in known() for run in runs(notes))


def real() -> list[Notes]:
    """As many tunes by the page's own generator, which nobody has heard."""
    rng = random.Random("uses real tunes")
    return [notes_of(tune_of(rng, read_request(caption).mood)) for caption in captions()]


def measure(lm: LanguageModel) -> Measured:
    """Tunes for all requests: what of them is as asked, and how many have a run of notes that was there before."""
    made = sing(lm, captions(), SHAPING)
    found = [checks(tune.notes, tune.asked) for tune in made]
    rows = tuple(Row(name, share([each[name] for each in found]), 1.0) for name in found[0])
    whole = share([all(each.values()) for each in found])
    before, fresh = share([heard(tune.notes) for tune in made]), share([heard(notes) for notes in real()])
    best = sorted(made, key=lambda tune: -sum(checks(tune.notes, tune.asked).values()))
    parts = (
        Part("asked", (*rows, Row("all", whole, 1.0)), made=tuple(best[:2] + best[-1:])),
        Part("heard", (Row("made", before), Row("real", fresh))),
    )
    facts = {row.name: row.said.value for row in rows}
    facts |= {"all": whole.value, "low": whole.low, "high": whole.high, "tunes_n": EACH}
    facts |= {"heard": before.value, "heard_low": before.low, "heard_high": before.high, "fresh": fresh.value}
    facts |= {"run_n": RUN, "known_n": KNOWN, "moods_n": len(MOODS)}
    return Measured(parts, facts)


def finding(found: Measured) -> bool:
    """It keeps to the key, beyond doubt more often than it fills its bars."""
    key, bars, *_ = found.rows("asked")
    return key.said.low > bars.said.high


def answer(found: Measured) -> int:
    """In key, with full bars and home at the end are nearly all tunes (0), some (1), or hardly any (2)."""
    whole = found.facts["all"]
    return 0 if whole >= NEARLY_ALL else 1 if whole >= HALF / 2 else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A request of one's own: what of it can be heard in the tune."""
    if not read_request(case).mood:
        raise ValueError(f"Name a mood ({', '.join(MOODS)}), such as: a happy tune in C major, in 3/4")
    (tune,) = sing(lm, [case], SHAPING)
    asked = case if read_request(case).key else f"{case} in C {MOODS[read_request(case).mood].scale}"
    found = checks(tune.notes, asked)
    if not read_request(case).key:
        found = {"bars": found["bars"]}
    rows = [Row(name, exact(hit)) for name, hit in found.items()]
    return Part("own", (*rows, Row("heard", exact(heard(tune.notes)))), made=(tune,))


CARD = Card(4, measure, finding, answer, own, "a happy tune in C major, in 3/4")
