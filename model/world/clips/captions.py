"""English captions of clips, in many wordings."""

import random

from model.world.language.tables import Table
from model.world.language.words import with_article
from model.world.pictures.captions import name_background

LINES = Table(__file__, "captions")
DIRECTION_WORDS = {
    "right": ("to the right", "to the right", "from left to right"),
    "left": ("to the left", "to the left", "from right to left"),
    "up": ("up", "upward", "from the bottom to the top"),
    "down": ("down", "downward", "from the top to the bottom"),
}
UNCOUNTED = ("rain", "snow")


def clip_caption(rng: random.Random, motion: str, noun: str, direction: str | None, background: str | None) -> str:
    """Caption of a clip; `noun` is a thing, with or without its colour, and a background of None is left out."""
    a = noun if noun.split()[-1] in UNCOUNTED else with_article(noun)
    to = rng.choice(DIRECTION_WORDS[direction]) if direction else ""
    frame = rng.choice(LINES["frames" if background else "bare frames"])
    choices = LINES[motion]
    if frame.startswith("show how"):  # it wants a sentence: "a red ball moves to the right"
        choices = [way for way in choices if not any(mark in way for mark in (" that ", "ing", ",", " on its way"))]
    clip = rng.choice(choices).format(a=a, to=to)
    return frame.format(clip=clip, **name_background(background))
