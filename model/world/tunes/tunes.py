"""Tunes of at most 64 notes: a mood sets key, metre and rhythm; phrases return; the end is the tonic.

A tune is four phrases of two or four bars, such as A A B A. Its tokens are pairs: `<G4>` `<1/8>`. Tempo and
metre have no tokens, so they stand in the caption, and the bars follow from the durations.
"""

import random
from dataclasses import dataclass

from model.world.alphabet import NAMED, PITCHES
from model.world.tunes.captions import tune_caption
from model.world.tunes.tables import FORMS, KEYS, MOODS, RHYTHMS, SCALES, TEMPOS, Mood

SIXTEENTHS = {"1/16": 1, "1/8": 2, "3/16": 3, "1/4": 4, "3/8": 6, "1/2": 8, "3/4": 12, "1/1": 16}
NAME_OF = {length: name for name, length in SIXTEENTHS.items()}
FEWEST_NOTES, MOST_NOTES = 16, 64
LOWEST, HIGHEST = -3, 9  # scale degrees a melody may reach; 0 is the tonic
CHORDS = {"I": (0, 2, 4), "IV": (3, 5, 0), "V": (4, 6, 1), "vi": (5, 0, 2), "ii": (1, 3, 5)}
Note = tuple[str, str]  # pitch or "rest", and duration: ("C4", "1/4")


@dataclass(frozen=True)
class Tune:
    """A caption, the notes, and the truth about them."""

    caption: str
    notes: tuple[Note, ...]
    mood: str
    tonic: str  # "D"
    scale: str  # "major" or "minor"
    metre: str  # "3/4" or "4/4"
    tempo: str  # "slow"
    beats_per_minute: int
    form: str  # "AABA"
    phrases: tuple[tuple[Note, ...], ...]  # `notes`, cut where the phrases begin

    @property
    def ids(self) -> list[int]:
        """Token ids of the notes, pitch and duration by turns."""
        return [NAMED.index(f"<{name}>") for note in self.notes for name in note]


def tune(rng: random.Random) -> Tune:
    """A tune of some mood."""
    mood = rng.choice(tuple(MOODS))
    return tune_of(rng, mood)


def tune_of(rng: random.Random, mood: str) -> Tune:
    """A tune of one given mood."""
    kind = MOODS[mood]
    metre, tempo, form = rng.choice(kind.metres), rng.choice(kind.tempos), rng.choice(FORMS)
    tonic = rng.choice(KEYS[kind.scale])
    phrases = compose(rng, kind, metre, form)
    spelled = tuple(tuple(name_note(note, tonic, kind.scale) for note in phrase) for phrase in phrases)
    low, high = TEMPOS[tempo]
    beats = rng.randrange(low, high + 1, 4)
    caption = tune_caption(
        rng, {"mood": mood, "key": f"{tonic} {kind.scale}", "metre": metre, "tempo": tempo, "form": form}
    )
    notes = tuple(note for phrase in spelled for note in phrase)
    return Tune(caption, notes, mood, tonic, kind.scale, metre, tempo, beats, form, spelled)


def compose(rng: random.Random, kind: Mood, metre: str, form: str) -> list[list[tuple[int | None, int]]]:
    """The four phrases of a form: (degree or None for a rest, length) of each note.

    A phrase that comes last ends on the tonic, wherever it occurs; the others end on an open note.
    """
    bars = 4 if rng.random() < 0.3 else 2
    made = {}
    for letter in sorted(set(form)):
        closed = letter == form[-1]
        rhythm = choose_rhythm(rng, kind, metre, bars, closed)
        start = rng.choice((0, 2, 4) if letter == "A" else (4, 5, 2, 7))
        made[letter] = melody(rng, kind, rhythm, start, closed)
    phrases = [made[letter] for letter in form]
    fits = FEWEST_NOTES <= sum(map(len, phrases)) <= MOST_NOTES
    differ = len(set(map(tuple, made.values()))) == len(made)
    return phrases if fits and differ else compose(rng, kind, metre, form)


def choose_rhythm(rng: random.Random, kind: Mood, metre: str, bars: int, closed: bool) -> list[list[int]]:
    """Lengths of the notes in each bar; inner bars repeat a pattern, the last one comes to rest."""
    patterns = rng.sample(RHYTHMS[kind.rhythm, metre], 2)
    inner = [patterns[0] if bar % 2 == 0 or rng.random() < 0.4 else patterns[1] for bar in range(bars - 1)]
    ends = {"4/4": ([8, 8], [4, 4, 8], [12, -4], [16]), "3/4": ([4, 8], [8, -4], [12])}[metre]
    return [*inner, rng.choice(ends if closed else ends[:2] + ends[-1:])]


def melody(
    rng: random.Random, kind: Mood, rhythm: list[list[int]], start: int, closed: bool
) -> list[tuple[int | None, int]]:
    """A line over the chords of its bars: steps, few leaps, and a last note that closes or stays open."""
    degree, drift, notes = start, rng.choice((-1, 1)), []
    for bar, lengths in enumerate(rhythm):
        last = bar == len(rhythm) - 1
        chord = CHORDS["V" if last and not closed else "I" if bar == 0 or last else rng.choice(kind.chords)]
        for place, length in enumerate(lengths):
            if length < 0:
                notes.append((None, -length))
                continue
            if notes:
                degree, drift = next_degree(rng, kind, degree, drift, chord if place == 0 or length >= 8 else None)
            notes.append((degree, length))
    return finish(notes, 0 if closed else rng.choice((1, 4)))


def next_degree(rng: random.Random, kind: Mood, degree: int, drift: int, chord: tuple | None) -> tuple[int, int]:
    """The next degree and the direction from then on; with a chord, a near note of it."""
    if rng.random() < 0.22 or degree + drift > HIGHEST or degree + drift < LOWEST:
        drift = -drift
    if chord:
        near = [d for d in range(degree - 3, degree + 4) if d % 7 in chord and d != degree and LOWEST <= d <= HIGHEST]
        near.sort(key=lambda d: (abs(d - degree) + (0 if (d - degree) * drift > 0 else 1.5), d))
        return (near or [max(LOWEST, min(HIGHEST, degree))])[0], drift
    if rng.random() < kind.repeats:
        return degree, drift
    if rng.random() < kind.leaps:  # after a leap, turn back
        return max(LOWEST, min(HIGHEST, degree + 2 * drift)), -drift
    return degree + drift, drift


def finish(notes: list[tuple[int | None, int]], target: int) -> list[tuple[int | None, int]]:
    """The same notes ending on `target`, reached from a note that is near."""
    sounding = [i for i, (degree, _) in enumerate(notes) if degree is not None]
    last, before = sounding[-1], sounding[-2]
    reachable = [d for d in (target - 7, target, target + 7) if LOWEST <= d <= HIGHEST]
    near = min(reachable, key=lambda d: abs(d - notes[before][0]))
    if notes[before][0] == near:
        notes[before] = (near + 1, notes[before][1])
    notes[last] = (near, notes[last][1])
    return notes


def name_note(note: tuple[int | None, int], tonic: str, scale: str) -> Note:
    """Pitch and duration by name: degree 0 in D major, 4 sixteenths long, is ("D4", "1/4")."""
    degree, length = note
    if degree is None:
        return "rest", NAME_OF[length]
    octave, step = divmod(degree, 7)
    return PITCHES[PITCHES.index(f"{tonic}4") + 12 * octave + SCALES[scale][step]], NAME_OF[length]


def to_midi_bytes(made: Tune) -> bytes:
    """The tune as a standard MIDI file with one track, four ticks a quarter."""
    microseconds = 60_000_000 // made.beats_per_minute
    track, wait = b"\x00\xff\x51\x03" + microseconds.to_bytes(3, "big"), 0
    for pitch, duration in made.notes:
        length = SIXTEENTHS[duration]
        if pitch == "rest":
            wait += length
            continue
        key = 48 + PITCHES.index(pitch)  # PITCHES starts at C3
        track += bytes([wait, 0x90, key, 96, length, 0x80, key, 0])
        wait = 0
    track += b"\x00\xff\x2f\x00"
    head = b"MThd" + (6).to_bytes(4, "big") + bytes([0, 0, 0, 1, 0, 4])
    return head + b"MTrk" + len(track).to_bytes(4, "big") + track
