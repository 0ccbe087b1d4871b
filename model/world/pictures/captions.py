"""English captions of the world's pictures, in many wordings.

A caption is a wording with its gaps filled. Gaps: `{a}` "a big red circle", `{noun}` "big red
circle", `{bg}` "white", `{abg}` "a white", `{where}` "at the top".
"""

import random
from typing import NamedTuple

from model.world.pictures.digits import NUMBER_WORDS
from model.world.pictures.shapes import Thing

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

# Each list repeats what should be common.
FRAMES = (  # around any `{a}`, also hands and digits
    *("{a} on {bg}",) * 6,
    *("{a} on {abg} background",) * 4,
    *("on {bg}, {a}",) * 3,
    *("{abg} picture with {a}",) * 2,
    *("{noun}, {bg} background",) * 2,
    "{noun} on {bg}",
    "{abg} background with {a}",
    "{abg} background and {a}",
    "{bg} background, {noun}",
    "paint {a} on {bg}",
    "paint {a} on {abg} background",
    "draw {a} on {bg}",
    "show {a} on {bg}",
    "please paint {a} on {bg}",
    "a picture of {a} on {bg}",
    "a picture with {a} on {bg}",
    "a painting of {a} on {abg} background",
)
PLACED_FRAMES = (
    *("{a} {where} on {bg}",) * 3,
    *("{a} {where} of {abg} picture",) * 3,
    *("on {bg}, {a} {where}",) * 3,
    *("{abg} picture with {a} {where}",) * 3,
    *("{a} on {bg}, {where}",) * 2,
    *("{noun} {where}, {bg} background",) * 2,
    "{a} {where}, {bg} background",
    "{a} {where} on {abg} background",
    "{abg} background with {a} {where}",
    "{where}, {a} on {bg}",
    "paint {a} {where} on {bg}",
    "draw {a} {where} of {abg} picture",
    "a picture of {a} {where} on {bg}",
)
ONE_FRAMES = (
    *FRAMES,
    "{sized} in {colour} on {bg}",
    "on {bg}, {sized} in {colour}",
    "the {thing} is {colour}, the background is {bg}",
    "the background is {bg}, the {thing} is {colour}",
)
BARE_FRAMES = (
    "{a}",
    "{a}",
    "{a}",
    "{noun}",
    "paint {a}",
    "draw {a}",
    "a picture of {a}",
    "show {a}",
)
BARE_PLACED_FRAMES = (
    "{a} {where}",
    "{a} {where}",
    "paint {a} {where}",
    "{where}, {a}",
    "{noun} {where}",
)
TWO_FRAMES = (
    *("{both} on {bg}",) * 5,
    *("{both}, on {bg}",) * 3,
    *("{both} on {abg} background",) * 3,
    *("on {bg}, {both}",) * 4,
    *("{both}, {bg} background",) * 2,
    *("{abg} picture with {both}",) * 2,
    "{abg} background with {both}",
    "{abg} background, {both}",
    "paint {both} on {bg}",
    "draw {both}, on {bg}",
    "a picture of {both}, on {bg}",
    "please paint {both}, on {bg}",
)
BARE_TWO_FRAMES = (
    "{both}",
    "{both}",
    "{both}",
    "paint {both}",
    "draw {both}",
    "a picture of {both}",
)

# How the first thing, `{a}`, lies to the second, `{b}`: `{rel}` is the relation, `{back}` its
# opposite, `{side}` and `{other}` are the sides of the picture that the two lie on.
SIDEWAYS = (
    *("{a} {rel} {b}",) * 5,
    *("{a} to the {side} of {b}",) * 3,
    *("{b} with {a} to its {side}",) * 3,
    *("{a} on the {side} and {b} on the {other}",) * 2,
    "{b} with {a} on its {side}",
    "{a} and, to the {other} of it, {b}",
    "{b} and, to the {side} of it, {a}",
    "{b} and {a} to its {side}",
    "{b} on the {other} and {a} on the {side}",
)
UPRIGHT = (
    *("{a} {rel} {b}",) * 6,
    *("{b} with {a} {rel} it",) * 3,
    *("{a} at the {side} and {b} at the {other}",) * 2,
    "{a} {loose} {b}",
    "{b} with {a} {loose} it",
    "{a} and, {back} it, {b}",
    "{b} and, {rel} it, {a}",
    "{b} and {a} {rel} it",
    "{b} at the {other} and {a} at the {side}",
)
SIDES_OF = {
    "left of": ("left", "right"),
    "right of": ("right", "left"),
    "above": ("top", "bottom"),
    "below": ("bottom", "top"),
}
LOOSE = {"above": "over", "below": "under"}
DIGIT_NOUNS = (
    *("{colour} {digit}",) * 4,
    "{colour} digit {digit}",
    "{colour} number {digit}",
    "number {digit} in {colour}",
    "digit {digit} in {colour}",
)
DIGIT_PHRASES = (
    *("the digit {digit} in {colour}",) * 3,
    *("the number {digit} in {colour}",) * 2,
    *("{acolour} {digit}",) * 4,
    "{adigit} in {colour}",
)


def with_article(words: str) -> str:
    """`words` after "a" or "an": "an orange ring"."""
    vowel = words[0] in "aeiou8" and words != "one"
    return ("an " if vowel else "a ") + words


def name_background(background: str | None) -> dict[str, str]:
    """Fillings of the gaps that name the background."""
    return {"bg": background, "abg": with_article(background)} if background else {}


def name_noun(rng: random.Random, thing: Thing) -> str:
    """What `thing` says of itself, without an article: "big red circle"."""
    size = rng.choice(SIZE_WORDS[thing.size]) + " " if thing.size else ""
    return f"{size}{thing.colour} {thing.name}"


def one_caption(rng: random.Random, said: Thing, background: str | None) -> str:
    """Caption of one shape; a None, in `said` or as background, is left out."""
    noun = name_noun(rng, said)
    sized = f"{said.size} {said.name}" if said.size else said.name
    frames = {
        (True, True): PLACED_FRAMES,
        (True, False): ONE_FRAMES,
        (False, True): BARE_PLACED_FRAMES,
        (False, False): BARE_FRAMES,
    }[background is not None, said.place is not None]
    return rng.choice(frames).format(
        a=with_article(noun),
        noun=noun,
        sized=with_article(sized),
        thing=sized,
        colour=said.colour,
        where=rng.choice(PLACE_WORDS[said.place]) if said.place else "",
        **name_background(background),
    )


def two_caption(rng: random.Random, said: tuple[Thing, Thing], relation: str, background: str | None) -> str:
    """Caption of two shapes; `relation` is that of the first to the second."""
    first, second = said
    side, other = SIDES_OF[relation]
    both = rng.choice(UPRIGHT if relation in LOOSE else SIDEWAYS).format(
        a=with_article(name_noun(rng, first)),
        b=with_article(name_noun(rng, second)),
        rel=relation,
        back=OPPOSITE[relation],
        side=side,
        other=other,
        loose=LOOSE.get(relation),
    )
    frames = TWO_FRAMES if background else BARE_TWO_FRAMES
    return rng.choice(frames).format(both=both, **name_background(background))


def digit_caption(rng: random.Random, digit: int, colour: str, background: str | None) -> str:
    """Caption of a digit, written as a figure or as a word."""
    gaps = {"digit": str(digit) if rng.random() < 0.6 else NUMBER_WORDS[digit], "colour": colour}
    noun = rng.choice(DIGIT_NOUNS).format(**gaps)
    phrase = rng.choice(DIGIT_PHRASES).format(acolour=with_article(colour), adigit=with_article(gaps["digit"]), **gaps)
    frames = FRAMES if background else BARE_FRAMES
    return rng.choice(frames).format(a=phrase, noun=noun, **name_background(background))


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
    frames = FRAMES if background else BARE_FRAMES
    a = with_article(noun)
    return rng.choice(frames).format(a=a, noun=noun, **name_background(background))
