"""Wordings for pictures of things, animals, faces and letters, on top of those in captions.py.

The gaps are the same: `{a}` "a small red house", `{noun}` the same without its article, `{bg}`
"white", `{abg}` "a white", `{where}` "at the top"; `{ground}` is "green grass".
"""

import random

from model.world.language.tables import Table
from model.world.language.words import with_article
from model.world.pictures.captions import (
    BARE_FRAMES,
    BARE_PLACED_FRAMES,
    FRAMES,
    PLACED_FRAMES,
    name_background,
    worded,
)

LINES = Table(__file__, "sprite_captions")
LEAVE_GROUND = 0.5
FRAMES_OF = {  # whether the background is said, and whether the place is
    (True, True): (*PLACED_FRAMES, *LINES["placed frames"]),
    (True, False): (*FRAMES, *LINES["frames"]),
    (False, True): BARE_PLACED_FRAMES,
    (False, False): (*BARE_FRAMES, *LINES["bare frames"]),
}


def frame(rng: random.Random, noun: str, background: str | None, where: str | None = None, a: str | None = None) -> str:
    """A whole caption around `noun`, "small red house"; `a` is its form with an article, if special."""
    frames = FRAMES_OF[background is not None, where is not None]
    return worded(rng, frames, background, a=a or with_article(noun), noun=noun, where=where or "")


def ground_caption(rng: random.Random, noun: str, ground: str, background: str) -> str:
    """A whole caption of something that stands on the ground under a sky; it may say nothing of both."""
    if rng.random() < LEAVE_GROUND:
        return frame(rng, noun, None)
    gaps = {"a": with_article(noun), "noun": noun, "ground": ground}
    return rng.choice(LINES["ground frames"]).format(**gaps, **name_background(background))


def is_or_are(caption: str, count: int) -> str:
    """`caption` with "there are" before several things."""
    return caption.replace("there is", "there are") if count > 1 else caption
