"""English captions of the world's pictures, in many wordings.

A caption is a wording with its gaps filled. Gaps: `{a}` "a big red circle", `{noun}` "big red
circle", `{bg}` "white", `{abg}` "a white", `{where}` "at the top".
"""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from model.world.language.numbers import spell
from model.world.language.tables import Table
from model.world.language.words import with_article
from model.world.pictures.shapes import Thing

BRIEF = 26  # letters: so many fit where each capital is a token
OPPOSITE = {"left of": "right of", "right of": "left of", "above": "below", "below": "above"}
SIZE_WORDS = {
    "small": ("small", "small", "little"),
    "medium": ("medium",),
    "big": ("big", "big", "large"),
}
PLACE_WORDS = {
    "middle": ("in the middle", "in the center"),
    "top": ("at the top",),
    "bottom": ("at the bottom",),
    "left": ("on the left", "on the left side"),
    "right": ("on the right", "on the right side"),
    "top left": ("in the top left corner", "at the top left"),
    "top right": ("in the top right corner", "at the top right"),
    "bottom left": ("in the bottom left corner", "at the bottom left"),
    "bottom right": ("in the bottom right corner", "at the bottom right"),
}
LINES = Table(__file__, "captions")
FRAMES, PLACED_FRAMES = LINES["frames"], LINES["placed frames"]
BARE_FRAMES, BARE_PLACED_FRAMES = LINES["bare frames"], LINES["bare placed frames"]
ONE_FRAMES = (*FRAMES, *LINES["more frames of one"])
SIDES_OF = {
    "left of": ("left", "right"),
    "right of": ("right", "left"),
    "above": ("top", "bottom"),
    "below": ("bottom", "top"),
}
LOOSE = {"above": "over", "below": "under"}
IN_PARTS = 0.4  # share of captions whose wording is put together
SHORT = 8  # words of what is shown, so that all of it fits


def name_background(background: str | None) -> dict[str, str]:
    """Fillings of the gaps that name the background."""
    return {"bg": background, "abg": with_article(background)} if background else {}


def in_parts(rng: random.Random, a: str, background: str | None, where: str | None = None) -> str:
    """A wish in a wording of parts, each with each: thousands of ways to say the same."""
    lead, ground, end = (rng.choice(LINES[part]) for part in ("leads", "grounds", "ends"))
    parts = [lead, a, where or "", ground if background else "", end]
    said = " ".join(part for part in parts if part not in ("", "-")).format(**name_background(background))
    return re.sub(r" (?=[,.!?])", "", said)


def worded(rng: random.Random, frames: Sequence[str], background: str | None, **gaps: str) -> str:
    """One of the `frames` around what is shown, or a wording in parts."""
    if rng.random() < IN_PARTS and len(gaps["a"].split()) <= SHORT:
        return in_parts(rng, gaps["a"], background, gaps.get("where"))
    return rng.choice(frames).format(**gaps, **name_background(background))


def name_noun(rng: random.Random, thing: Thing) -> str:
    """What `thing` says of itself, without an article: "big red circle"."""
    size = rng.choice(SIZE_WORDS[thing.size]) if thing.size else None
    return " ".join(word for word in (size, thing.colour, thing.name) if word)


def one_caption(rng: random.Random, said: Thing, background: str | None) -> str:
    """Caption of one shape; a None, in `said` or as background, is left out."""
    noun = name_noun(rng, said)
    sized = f"{said.size} {said.name}" if said.size else said.name
    frames = {
        (True, True): PLACED_FRAMES,
        (True, False): ONE_FRAMES if said.colour else FRAMES,
        (False, True): BARE_PLACED_FRAMES,
        (False, False): BARE_FRAMES,
    }[background is not None, said.place is not None]
    return worded(
        rng,
        frames,
        background,
        a=with_article(noun),
        noun=noun,
        sized=with_article(sized),
        thing=sized,
        colour=said.colour,
        where=rng.choice(PLACE_WORDS[said.place]) if said.place else "",
    )


def two_caption(rng: random.Random, said: tuple[Thing, Thing], relation: str | None, background: str | None) -> str:
    """Caption of two shapes; `relation` is that of the first to the second, or None to leave it out."""
    first, second = said
    side, other = SIDES_OF.get(relation, ("", ""))
    ways = "anyhow" if relation is None else "upright" if relation in LOOSE else "sideways"
    both = rng.choice(LINES[ways]).format(
        a=with_article(name_noun(rng, first)),
        b=with_article(name_noun(rng, second)),
        rel=relation,
        back=OPPOSITE.get(relation),
        side=side,
        other=other,
        loose=LOOSE.get(relation),
    )
    frames = LINES["frames of two" if background else "bare frames of two"]
    return worded(rng, frames, background, a=both, both=both)


def digit_caption(rng: random.Random, digit: int, colour: str | None, background: str | None) -> str:
    """Caption of a digit, written as a figure or as a word."""
    gaps = {"digit": str(digit) if rng.random() < 0.6 else spell(digit), "colour": colour}
    kind = "digits" if colour else "digits of any colour"
    noun = rng.choice(LINES[f"nouns of {kind}"]).format(**gaps)
    acolour, adigit = (word and with_article(word) for word in (colour, gaps["digit"]))
    a = rng.choice(LINES[f"phrases of {kind}"]).format(acolour=acolour, adigit=adigit, **gaps)
    return worded(rng, FRAMES if background else BARE_FRAMES, background, a=a, noun=noun)


def typed(rng: random.Random, caption: str) -> str:
    """The caption as people type it: with a capital letter, with a full stop, or shouted."""
    if len(caption) <= BRIEF and rng.random() < 0.05:
        return caption.upper()
    caption = caption[0].upper() + caption[1:] if rng.random() < 0.12 else caption
    return f"{caption}." if rng.random() < 0.08 else caption


class SaidHand(NamedTuple):
    """What a caption says of a hand; None is left out."""

    side: str | None
    skin: str | None
    pose: str | None
    direction: str | None


def hand_caption(rng: random.Random, said: SaidHand, background: str | None) -> str:
    """Caption of a hand; it never says more than `said`, besides that the hand has five fingers."""
    kind = {"small": "small ", "open": rng.choice(("open ", ""))}.get(said.pose, "")
    noun = kind + (f"{said.side} hand" if said.side else "hand")
    tails = [f"pointing {said.direction}"] if said.direction else []
    fingers = "spread fingers" if said.pose == "spread" else "five fingers"
    with_fingers = said.pose == "spread" or rng.random() < 0.2
    if said.skin and with_fingers:
        tails.append(f"with {said.skin} skin and {fingers}")
    elif said.skin:
        tails.append(f"with {said.skin} skin")
    elif with_fingers:
        tails.append(f"with {fingers}")
    noun = " ".join([noun, *tails])
    return worded(rng, FRAMES if background else BARE_FRAMES, background, a=with_article(noun), noun=noun)
