"""The alphabets beside text: names of control tokens, colours and notes, in the order of their ids.

Ids never move: 16 control tokens, 16 colours, 64 notes; text comes after them, so that it can grow.
"""

COLOURS = ("black gray white red orange yellow lime green cyan blue navy purple pink peach tan brown").split()
PALETTE = (  # what each colour looks like, as #rrggbb
    "#17161a #84858d #fafaf5 #db1022 #ec6b05 #ffe92c #95cf5f #067d46 "
    "#5cd3f2 #1368ff #072267 #8236a6 #ff86ba #ffc9ae #ac9060 #5c2e15"
).split()
NOISE = ["chant", "echo", "murmur"]  # what texts of random words begin with, so that they never sound like sense
CONTROL = ["eot", "image", "clip", "tune", "pad", "mask", "user", "assistant", *NOISE]
PITCHES = [f"{name}{octave}" for octave in range(3, 7) for name in "C C# D D# E F F# G G# A A# B".split()]
DURATIONS = "1/16 1/8 3/16 1/4 3/8 1/2 3/4 1/1".split()


def _named() -> list[str]:
    """The 96 tokens that are not text, in the order of their ids."""
    control = CONTROL + [f"control{i}" for i in range(len(CONTROL), 16)]
    notes = [*PITCHES, "rest", *DURATIONS]
    notes += [f"note{i}" for i in range(len(notes), 64)]
    return [f"<{name}>" for name in (*control, *COLOURS, *notes)]


NAMED = _named()
