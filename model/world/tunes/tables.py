"""What the moods of tunes differ in: scale, metre, tempo, rhythm and how the melody moves."""

from typing import NamedTuple

from model.world.language.tables import Block, Table


class Mood(NamedTuple):
    """How a tune of this mood is made."""

    scale: str
    metres: tuple[str, ...]
    tempos: tuple[str, ...]
    rhythm: str
    chords: tuple[str, ...]  # of the inner bars
    leaps: float  # share of notes that skip one degree of the scale
    repeats: float  # share of notes that stay


SCALES = {"major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10)}  # half steps above the tonic
KEYS = {"major": ("C", "D", "E", "F", "G", "A"), "minor": ("A", "B", "C", "D", "E", "G")}
FORMS = ("AABA", "AABA", "ABAB", "ABAC", "AABB", "ABCA")
TEMPOS = {  # beats a minute
    "very slow": (48, 56),
    "slow": (60, 76),
    "walking": (84, 100),
    "lively": (108, 128),
    "fast": (132, 152),
    "very fast": (160, 180),
}
MAJOR, MINOR = ("IV", "V", "vi", "I", "ii"), ("IV", "V", "vi", "I")
MOODS = {
    "happy": Mood("major", ("4/4", "3/4"), ("lively", "fast"), "light", MAJOR, 0.22, 0.1),
    "sad": Mood("minor", ("4/4", "3/4"), ("slow", "very slow"), "long", MINOR, 0.08, 0.12),
    "calm": Mood("major", ("4/4", "3/4"), ("slow", "walking"), "even", MAJOR, 0.1, 0.08),
    "brave": Mood("major", ("4/4",), ("walking", "lively"), "march", MAJOR, 0.3, 0.25),
    "playful": Mood("major", ("4/4", "3/4"), ("fast", "very fast"), "quick", MAJOR, 0.3, 0.15),
    "sleepy": Mood("major", ("3/4",), ("slow", "very slow"), "long", MAJOR, 0.1, 0.15),
    "spooky": Mood("minor", ("4/4", "3/4"), ("walking", "slow"), "even", MINOR, 0.25, 0.05),
    "stormy": Mood("minor", ("4/4",), ("fast", "very fast"), "quick", MINOR, 0.15, 0.2),
    "dreamy": Mood("major", ("3/4", "4/4"), ("walking", "slow"), "light", MAJOR, 0.18, 0.05),
    "lonely": Mood("minor", ("3/4", "4/4"), ("slow", "walking"), "even", MINOR, 0.12, 0.1),
}


def read_bars(block: Block) -> list[list[int]]:
    """The lengths of the notes of each bar in sixteenths; a rest is negative."""
    return [[int(length) for length in bar.split()] for bar in block]


RHYTHMS = {tuple(name.split()): read_bars(block) for name, block in Table(__file__, "rhythms").items()}
