"""Pictures of 16 x 16 pixels with captions: one shape, two shapes, a digit or a hand.

What a caption leaves out is free, and varies: where a thing is, how large, which drawing of it, which way it looks,
and on what ground.
"""

import random
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.tables import listed
from model.world.pictures.captions import (
    OPPOSITE,
    PLACE_WORDS,
    SaidHand,
    digit_caption,
    hand_caption,
    one_caption,
    two_caption,
)
from model.world.pictures.digits import digit_mask
from model.world.pictures.hands import BENT, DIRECTIONS, POSES, SKINS, hand_mask, sleeve_mask
from model.world.pictures.shapes import SHAPES, SIZES, Thing, shape_mask

SIDE = 16
SHARES = {"one": 0.34, "two": 0.42, "digit": 0.10, "hand": 0.14}
RELATIONS = tuple(OPPOSITE)
PLACES = tuple(PLACE_WORDS)
SAY_BACKGROUND, SAY_RELATION, WHITE = 0.5, 0.85, 0.25
SAY_COLOUR = 0.8  # of a shape, a digit, a letter; of two shapes both or none
SLEEVES = 0.5  # of hands have one
BOLD = 0.6, 0.4  # shares of bold and of thin digits and letters
NEAR_EDGE = 6  # a thing whose centre is nearer to an edge is "at the top" or "on the left"
TOO_CLOSE = tuple(  # pairs that the eye confuses at this size
    frozenset(pair.split())
    for pair in listed(
        "black navy|black brown|navy brown|navy purple|navy green|green brown|purple brown|blue purple|gray tan|"
        "gray blue|tan lime|tan peach|peach white|peach yellow|peach pink|yellow white|red orange|lime yellow|lime cyan"
    )
)


@dataclass(frozen=True, eq=False)
class Picture:
    """A caption, what it describes as pixels, and the truth about them."""

    caption: str
    pixels: np.ndarray  # (16, 16) uint8, indices into COLOURS
    kind: str  # "one", "two", "digit" or "hand"
    background: str
    things: tuple[Thing, ...]
    relation: str | None  # of the first thing to the second, where the caption says it


def picture(rng: random.Random) -> Picture:
    """A picture of a kind drawn by its share."""
    (kind,) = rng.choices(tuple(SHARES), tuple(SHARES.values()))
    return picture_of(rng, kind)


def picture_of(rng: random.Random, kind: str) -> Picture:
    """A picture of one given kind."""
    makers = {"one": one_shape, "two": two_shapes, "digit": one_digit, "hand": one_hand}
    return makers[kind](rng)


@cache
def colours_beside(*taken: str) -> tuple[str, ...]:
    """Colours that the eye tells apart from all the `taken` ones."""
    return tuple(
        colour
        for colour in COLOURS
        if all(colour != other and frozenset((colour, other)) not in TOO_CLOSE for other in taken)
    )


def choose_background(rng: random.Random, thing_colours: tuple[str, ...]) -> tuple[str, bool]:
    """A background beside `thing_colours`, and whether the caption says it."""
    said = rng.random() < SAY_BACKGROUND
    free = colours_beside(*thing_colours)
    return "white" if "white" in free and rng.random() < WHITE else rng.choice(free), said


def say_colour(rng: random.Random, colour: str) -> str | None:
    """The colour, if the caption names it."""
    return colour if rng.random() < SAY_COLOUR else None


def fill(background: str) -> np.ndarray:
    """An empty picture (16, 16)."""
    return np.full((SIDE, SIDE), COLOURS.index(background), np.uint8)


def stamp(pixels: np.ndarray, mask: np.ndarray, colour: str, top: int, left: int) -> None:
    """Paint `mask` (height, width) in place, its corner at row `top`, column `left`."""
    height, width = mask.shape
    pixels[top : top + height, left : left + width][mask] = COLOURS.index(colour)


def place_along(rng: random.Random, length: int, place: str | None, ends: tuple[str, str]) -> int:
    """Start of a thing `length` pixels long along one axis: anywhere, unless its `place` is said.

    Near the one of the `ends` that the place names, and about the middle where it names neither.
    """
    last = SIDE - length
    if place is None:
        return rng.randint(0, last)
    near = max(0, min(last // 2, NEAR_EDGE - 1 - length // 2))  # the last start whose centre is near the edge
    if ends[0] in place:
        return rng.randint(0, near)
    if ends[1] in place:
        return last - rng.randint(0, near)
    return rng.randint(max(0, last // 2 - 1), min(last, (last + 1) // 2 + 1))


def corner_of(rng: random.Random, shape: tuple[int, int], place: str | None) -> tuple[int, int]:
    """Top left corner of something of this shape (height, width): `place_along` both axes."""
    height, width = shape
    return (
        place_along(rng, height, place, ("top", "bottom")),
        place_along(rng, width, place, ("left", "right")),
    )


def one_shape(rng: random.Random) -> Picture:
    """One shape somewhere on a plain background."""
    say_size, say_place = rng.random() < 0.6, rng.random() < 0.4
    place = rng.choice(PLACES) if say_place else None
    (size,) = rng.choices(SIZES, (4, 1, 4) if say_size else (2, 5, 3))
    if place not in (None, "middle") and size == "big":  # no room to show where it is
        size = "small" if say_size else "medium"
    colour = rng.choice(COLOURS)
    background, say_background = choose_background(rng, (colour,))
    thing = Thing(rng.choice(SHAPES), colour, size, place)
    mask = shape_mask(thing.name, size)
    pixels = fill(background)
    stamp(pixels, mask, colour, *corner_of(rng, mask.shape, place))
    said = Thing(thing.name, say_colour(rng, colour), size if say_size else None, place if say_place else None)
    caption = one_caption(rng, said, background if say_background else None)
    return Picture(caption, pixels, "one", background, (thing,), None)


def choose_pair(rng: random.Random) -> tuple[tuple[Thing, Thing], tuple[Thing, Thing]]:
    """Two things of different colours, and the same two as the caption says them."""
    first_colour = rng.choice(COLOURS)
    colours = first_colour, rng.choice(colours_beside(first_colour))
    things, said, named = [], [], rng.random() < SAY_COLOUR
    for colour in colours:
        say_size = rng.random() < 0.2
        small = rng.random() < (0.8 if say_size else 0.3)
        thing = Thing(rng.choice(SHAPES), colour, "small" if small else "medium", None)
        things.append(thing)
        said.append(replace(thing, size=thing.size if say_size else None, colour=colour if named else None))
    return tuple(things), tuple(said)


def spread_out(rng: random.Random, first: int, second: int) -> tuple[int, int]:
    """Starts of two things of these lengths along one axis: each somewhere in its half, a line free between them."""
    half = SIDE // 2
    return rng.randint(0, max(0, half - 1 - first)), rng.randint(half, SIDE - second)


def across(rng: random.Random, length: int) -> int:
    """Start of one of two things along the other axis: about the middle, so that the relation stays clear."""
    return rng.randint(max(0, (SIDE - length) // 2 - 1), min(SIDE - length, (SIDE - length) // 2 + 1))


def two_shapes(rng: random.Random) -> Picture:
    """Two shapes, side by side or one above the other."""
    things, said = choose_pair(rng)
    relation = rng.choice(RELATIONS)
    background, say_background = choose_background(rng, tuple(t.colour for t in things))
    pixels = fill(background)
    masks = [shape_mask(thing.name, thing.size) for thing in things]
    axis = 0 if relation in ("above", "below") else 1
    backwards = relation in ("below", "right of")  # the first thing lies behind the second
    order = (1, 0) if backwards else (0, 1)
    starts = spread_out(rng, *(masks[i].shape[axis] for i in order))
    for i, start in zip(order, starts, strict=True):
        beside = across(rng, masks[i].shape[1 - axis])
        top, left = (start, beside) if axis == 0 else (beside, start)
        stamp(pixels, masks[i], things[i].colour, top, left)
    told = relation if rng.random() < SAY_RELATION else None
    caption = two_caption(rng, said, told, background if say_background else None)
    return Picture(caption, pixels, "two", background, things, told)


def one_digit(rng: random.Random) -> Picture:
    """A digit, bold or thin."""
    digit, colour = rng.randrange(10), rng.choice(COLOURS)
    background, say_background = choose_background(rng, (colour,))
    mask = digit_mask(digit, rng.choices((0, 1), BOLD)[0])
    pixels = fill(background)
    stamp(pixels, mask, colour, *corner_of(rng, mask.shape, None))
    caption = digit_caption(rng, digit, say_colour(rng, colour), background if say_background else None)
    thing = Thing(str(digit), colour, None, None)
    return Picture(caption, pixels, "digit", background, (thing,), None)


def choose_hand(rng: random.Random) -> tuple[SaidHand, SaidHand]:
    """A hand as drawn, and as the caption says it; unsaid, it is any hand, mostly upright."""
    say_side, say_skin, say_pose, say_direction = (rng.random() < share for share in (0.4, 0.5, 0.5, 0.25))
    drawn = SaidHand(
        side=rng.choice(("left", "right")),
        skin=rng.choice(SKINS),
        pose=rng.choice(POSES),
        direction=rng.choice(DIRECTIONS) if say_direction or rng.random() < 0.3 else "up",
    )
    says = (say_side, say_skin, say_pose, say_direction)
    return drawn, SaidHand(*(value if say else None for value, say in zip(drawn, says, strict=True)))


def one_hand(rng: random.Random) -> Picture:
    """A hand with five fingers; its thing is called "left hand" or "right hand"."""
    drawn, said = choose_hand(rng)
    background, say_background = choose_background(rng, (drawn.skin,))
    little, middle, index = rng.choices(BENT, k=3)  # the two in the middle bend together, or one would be rude
    mask = hand_mask(drawn.pose, drawn.side, drawn.direction, (little, middle, middle, index))
    pixels = fill(background)
    corner = corner_of(rng, mask.shape, None)
    stamp(pixels, mask, drawn.skin, *corner)
    if rng.random() < SLEEVES:
        sleeve = rng.choice(colours_beside(drawn.skin, background))
        stamp(pixels, sleeve_mask(drawn.pose, drawn.side, drawn.direction), sleeve, *corner)
    caption = hand_caption(rng, said, background if say_background else None)
    thing = Thing(f"{drawn.side} hand", drawn.skin, None, f"pointing {drawn.direction}")
    return Picture(caption, pixels, "hand", background, (thing,), None)


def hands_drawn(n: int) -> list[np.ndarray]:
    """`n` hands (16, 16) as training draws them, always the same."""
    rng = random.Random("hands drawn")
    return [one_hand(rng).pixels for _ in range(n)]
