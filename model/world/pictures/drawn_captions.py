"""Wordings for pictures of things, animals, faces and letters, on top of those in captions.py.

The gaps are the same: `{a}` "a small red house", `{noun}` the same without its article, `{bg}`
"white", `{abg}` "a white", `{where}` "at the top"; `{ground}` is "green grass".
"""

import random

from model.world.pictures.captions import (
    BARE_FRAMES,
    BARE_PLACED_FRAMES,
    FRAMES,
    PLACED_FRAMES,
    name_background,
    with_article,
)

MORE_FRAMES = (
    *FRAMES,
    *("{a}, {bg} background",) * 2,
    "{a} against {bg}",
    "{a} in front of {bg}",
    "{a} with {bg} behind it",
    "{bg} all around {a}",
    "pixel art of {a} on {bg}",
    "pixel art, {a}, {bg} background",
    "there is {a} on {bg}",
    "i see {a} on {bg}",
    "i want {a} on {bg}",
    "make {a} on {bg}",
    "can you draw {a} on {bg}",
    "draw {a}, please, on {bg}",
    "a quick drawing of {a} on {bg}",
    "a drawing of {a} on {bg}",
    "a drawing of {a}, the background is {bg}",
    "{abg} card with {a} on it",
    "the background is {bg} and there is {a}",
)
MORE_PLACED_FRAMES = (
    *PLACED_FRAMES,
    "{where} there is {a}, the rest is {bg}",
    "make {a} {where} on {bg}",
    "pixel art of {a} {where} on {bg}",
    "{a} sits {where} on {bg}",
    "{bg} everywhere, but {where} there is {a}",
    "put {a} {where} on {bg}",
)
MORE_BARE_FRAMES = (
    *BARE_FRAMES,
    "make {a}",
    "there is {a}",
    "pixel art of {a}",
    "a drawing of {a}",
    "please draw {a}",
)
GROUND_FRAMES = (
    *("{a} on {ground} under {abg} sky",) * 3,
    *("{a} on {ground}, {bg} sky",) * 3,
    *("{abg} sky over {ground} and {a}",) * 2,
    "on {ground}, {a} under {abg} sky",
    "{ground} below, {bg} above, and {a} between them",
    "under {abg} sky, {a} on {ground}",
    "paint {a} on {ground}, and {abg} sky",
    "draw {a} on {ground} with {abg} sky",
    "a picture of {a} on {ground}, {bg} background",
    "{a} on {ground}, the sky is {bg}",
    "the sky is {bg}, and on {ground} there is {a}",
    "{noun} on {ground}, {bg} sky",
)
NUMBERS = {2: "two", 3: "three", 4: "four"}
PLURALS = {"mouse": "mice", "fish": "fish", "leaf": "leaves", "cherry": "cherries", "snowman": "snowmen"}


def frame(rng: random.Random, noun: str, background: str | None, where: str | None = None, a: str | None = None) -> str:
    """A whole caption around `noun`, "small red house"; `a` is its form with an article, if special."""
    frames = {
        (True, True): MORE_PLACED_FRAMES,
        (True, False): MORE_FRAMES,
        (False, True): BARE_PLACED_FRAMES,
        (False, False): MORE_BARE_FRAMES,
    }[background is not None, where is not None]
    gaps = {"a": a or with_article(noun), "noun": noun, "where": where}
    return rng.choice(frames).format(**gaps, **name_background(background))


def ground_caption(rng: random.Random, noun: str, ground: str, background: str) -> str:
    """A whole caption of something that stands on the ground under a sky."""
    gaps = {"a": with_article(noun), "noun": noun, "ground": ground}
    return rng.choice(GROUND_FRAMES).format(**gaps, **name_background(background))


def plural(name: str) -> str:
    """The plural of a thing's name: "boxes" of "box", "fir trees" of "fir tree"."""
    ending = "es" if name.endswith(("x", "s", "ch", "sh")) else "s"
    return PLURALS.get(name, name + ending)


def is_or_are(caption: str, count: int) -> str:
    """`caption` with "there are" before several things."""
    return caption.replace("there is", "there are") if count > 1 else caption
