"""English captions of clips, in many wordings."""

import random

from model.world.pictures.captions import name_background, with_article

# `{a}` "a red ball", `{to}` "to the right", `{dir}` "right".
MOTIONS = {
    "move": (
        *("{a} moves {to}",) * 4,
        *("{a} moving {to}",) * 2,
        *("{a} goes {to}",) * 2,
        "{a} that goes {to}",
        "{a} on its way {to}",
        "{a} slides {to}",
        "{a} crosses the picture {to}",
        "{a} travels {to}",
    ),
    "fall": (
        *("{a} falls",) * 3,
        *("{a} falls down",) * 3,
        "{a} falling",
        "{a} drops to the ground",
        "{a} comes down from the top",
        "{a} that falls",
    ),
    "rise": (
        *("{a} rises",) * 3,
        *("{a} goes up",) * 2,
        "{a} rising",
        "{a} climbs to the top",
        "{a} floats up",
        "{a} that rises",
    ),
    "grow": (
        *("{a} grows",) * 4,
        *("{a} gets bigger",) * 2,
        "{a} growing",
        "{a} grows bigger and bigger",
        "{a} that grows",
        "{a}, first small, then big",
    ),
    "shrink": (
        *("{a} shrinks",) * 4,
        *("{a} gets smaller",) * 2,
        "{a} shrinking",
        "{a} gets smaller and smaller",
        "{a}, first big, then small",
    ),
    "blink": (*("{a} blinks",) * 4, "{a} blinking", "{a} that blinks", "{a} blinks twice"),
    "turn": (
        *("{a} turns",) * 3,
        *("{a} turning",) * 2,
        "{a} turns around",
        "{a} goes round and round",
        "{a} spins",
        "{a} that turns",
    ),
}
DIRECTION_WORDS = {
    "right": ("to the right", "to the right", "from left to right"),
    "left": ("to the left", "to the left", "from right to left"),
    "up": ("up", "upward", "from the bottom to the top"),
    "down": ("down", "downward", "from the top to the bottom"),
}
UNCOUNTED = ("rain", "snow")
# `{clip}` is one of the sentences above.
FRAMES = (
    *("{clip} on {bg}",) * 6,
    *("{clip} on {abg} background",) * 3,
    *("on {bg}, {clip}",) * 3,
    "{clip}, {bg} background",
    "{clip} in front of {bg}",
    "a clip: {clip} on {bg}",
    "show how {clip} on {bg}",
    "a short film: {clip} on {bg}",
    "watch: {clip} on {bg}",
    "{clip}, and all behind it is {bg}",
)
BARE_FRAMES = ("{clip}", "{clip}", "{clip}", "a clip: {clip}", "watch: {clip}", "a short film: {clip}")


def clip_caption(
    rng: random.Random, motion: str, noun: tuple[str, str], direction: str | None, background: str | None
) -> str:
    """Caption of a clip; `noun` is colour and thing, and a background of None is left out."""
    words = " ".join(noun)
    a = words if noun[1] in UNCOUNTED else with_article(words)
    to = rng.choice(DIRECTION_WORDS[direction]) if direction else ""
    frame = rng.choice(FRAMES if background else BARE_FRAMES)
    choices = MOTIONS[motion]
    if frame.startswith("show how"):  # it wants a sentence: "a red ball moves to the right"
        choices = [way for way in choices if not any(mark in way for mark in (" that ", "ing", ",", " on its way"))]
    clip = rng.choice(choices).format(a=a, to=to)
    return frame.format(clip=clip, **name_background(background))
