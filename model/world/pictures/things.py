"""Pictures of things: one that fills the picture, a small one somewhere, several alike, or two with a relation.

What a caption leaves out varies: the drawing and which way it looks, the place, the size, the ground, and among
the usual colours the colour.
"""

import random
from dataclasses import replace
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.numbers import spell
from model.world.language.phrases import plural
from model.world.language.tables import Table
from model.world.pictures import animals
from model.world.pictures.captions import LOOSE, PLACE_WORDS, two_caption
from model.world.pictures.grounds import choose_sky, ground_thing, grounds_for, paint_on_ground
from model.world.pictures.pictures import (
    PLACES,
    RELATIONS,
    SAY_RELATION,
    Picture,
    across,
    choose_background,
    colours_beside,
    corner_of,
    fill,
    say_colour,
    spread_out,
)
from model.world.pictures.shapes import SHAPES, Thing, shape_mask
from model.world.pictures.sprite_captions import frame, ground_caption, is_or_are
from model.world.pictures.sprites import choose_colours, paint_sprite, read_drawings
from model.world.truth.planted import HELD_OUT_COLOURED

LINES = Table(__file__, "things")
SHEETS = {size: Table(__file__, f"things_{size}") for size in ("big", "small", "tiny")}
SAY_COLOUR, USUAL_COLOUR, ON_GROUND, SMALL_SHARE = 0.8, 0.45, 0.5, 0.4
SHAPES_COUNTED = 0.35  # of several small things alike
COUNTED = tuple(name for name in SHAPES if name != "frame")  # in a frame stands what goes with a picture
SAY_SIZE = 0.5  # of what is small; of what is big a tenth
SIZE_WORDS = {
    "big": ("big", "big", "large", "huge"),
    "small": ("small", "small", "little"),
    "tiny": ("tiny", "very small"),
}
CELL = {"small": 7, "tiny": 4}
# How many, in which size, in which words, and the corners (row, column) of cells 7 high.
LAYOUTS = {
    "row of two": (2, "small", ("{noun}", "{noun} in a row", "{noun} side by side", "{small}"), ((4, 0), (4, 9))),
    "pile of two": (2, "small", ("{noun}, one above the other", "{small}, one on top of the other"), ((0, 4), (9, 4))),
    "row of three": (3, "tiny", ("{noun} in a row", "{tiny} in a row", "{tiny}"), ((4, 1), (4, 6), (4, 11))),
    "three": (3, "small", ("{noun}", "{noun}, one above and two below", "{small}"), ((0, 4), (9, 0), (9, 9))),
    "four": (4, "small", ("{noun}", "{small}", "{noun} in the corners"), ((0, 0), (0, 9), (9, 0), (9, 9))),
}


@cache
def usual_colours() -> dict[str, tuple[str, ...]]:
    """Thing -> its usual colours, the most usual one first."""
    return {name: tuple(colours.split()) for name, colours in LINES["usual"].facts.items()}


def usual_of(name: str) -> tuple[str, ...]:
    """The usual colours of a thing or an animal."""
    return usual_colours().get(name) or tuple(animals.USUAL[name].split())


@cache
def sprites_of(size: str) -> dict[str, tuple[np.ndarray, ...]]:
    """Name -> drawings of all things in a size: "big", "small" or "tiny"."""
    return read_drawings(SHEETS[size])


@cache
def pair_sprites() -> dict[str, tuple[np.ndarray, ...]]:
    """Name -> drawings of all that `two_things` draws: small things, and small animals too."""
    return sprites_of("small") | animals.sprites_of("small")


def draw_one(rng: random.Random, drawings: tuple[np.ndarray, ...]) -> np.ndarray:
    """One of the drawings of a thing, as it stands on its sheet or mirrored."""
    sprite = rng.choice(drawings)
    return sprite[:, ::-1] if rng.random() < 0.5 else sprite


def choose_colour(rng: random.Random, name: str, choices: tuple[str, ...] = tuple(COLOURS)) -> str:
    """A colour among `choices`, often a usual one of the thing, never one that is held out."""
    usual = [colour for colour in usual_of(name) if colour in choices]
    if usual and rng.random() < USUAL_COLOUR:
        return rng.choice(usual)
    return rng.choice([colour for colour in choices if (colour, name) not in HELD_OUT_COLOURED])


def name_thing(rng: random.Random, name: str, colour: str | None, size: str | None) -> str:
    """What is said of a thing, without an article: "small house in red"."""
    size_word = rng.choice(SIZE_WORDS[size]) + " " if size else ""
    if colour is None:
        return size_word + name
    return rng.choice(LINES["colour"]).format(size=size_word, colour=colour, name=name)


def says_colour(rng: random.Random, name: str, colour: str) -> bool:
    """Whether the caption names the colour: it must, unless it is a usual one."""
    return colour not in usual_of(name) or rng.random() < SAY_COLOUR


def thing_picture(rng: random.Random) -> Picture:
    """One thing: big, or small and somewhere, or on the ground under a sky."""
    if rng.random() < SMALL_SHARE:
        return small_thing(rng)
    name = rng.choice(tuple(sprites_of("big")))
    colour = choose_colour(rng, name)
    grounds = grounds_for(name, colour)
    if grounds and rng.random() < ON_GROUND:
        return thing_on_ground(rng, name, colour, rng.choice(grounds))
    return big_thing(rng, name, colour)


def thing_on_ground(rng: random.Random, name: str, colour: str, ground: str) -> Picture:
    """A thing on the ground under a sky."""
    sky = choose_sky(rng, colour, ground)
    pixels = paint_on_ground(rng, draw_one(rng, sprites_of("big")[name]), colour, (ground, sky))
    said = colour if says_colour(rng, name, colour) else None
    caption = ground_caption(rng, name_thing(rng, name, said, None), ground, sky)
    things = Thing(name, colour, "big", None), ground_thing(ground)
    return Picture(caption, pixels, "thing", sky, things, None)


def big_thing(rng: random.Random, name: str, colour: str) -> Picture:
    """A thing that fills the picture."""
    sprite = draw_one(rng, sprites_of("big")[name])
    background, say_background = choose_background(rng, (colour,))
    pixels = fill(background)
    paint_sprite(pixels, sprite, choose_colours(sprite, colour, background), *corner_of(rng, sprite.shape, None))
    said = colour if says_colour(rng, name, colour) else None
    noun = name_thing(rng, name, said, "big" if rng.random() < 0.1 else None)
    caption = frame(rng, noun, background if say_background else None)
    return Picture(caption, pixels, "thing", background, (Thing(name, colour, "big", None),), None)


def small_thing(rng: random.Random) -> Picture:
    """A small thing somewhere; the caption may say that it is small, and where it is."""
    name = rng.choice(tuple(sprites_of("small")))
    colour, place = choose_colour(rng, name), choose_place(rng)
    sprite = draw_one(rng, sprites_of("small")[name])
    background, say_background = choose_background(rng, (colour,))
    pixels = fill(background)
    paint_sprite(pixels, sprite, choose_colours(sprite, colour, background), *corner_of(rng, sprite.shape, place))
    said = colour if says_colour(rng, name, colour) else None
    noun = name_thing(rng, name, said, "small" if rng.random() < SAY_SIZE else None)
    where = place and rng.choice(PLACE_WORDS[place])
    caption = frame(rng, noun, background if say_background else None, where)
    return Picture(caption, pixels, "thing", background, (Thing(name, colour, "small", place),), None)


def choose_place(rng: random.Random) -> str | None:
    """A place that the caption names, or None: anywhere."""
    return rng.choice(PLACES) if rng.random() < 0.6 else None


def count_picture(rng: random.Random) -> Picture:
    """Two, three or four things, or shapes, of one kind and colour."""
    layout = rng.choice(tuple(LAYOUTS))
    count, size, wordings, corners = LAYOUTS[layout]
    if size == "small" and rng.random() < SHAPES_COUNTED:
        name, colour = rng.choice(COUNTED), rng.choice(COLOURS)
        said, sprite = say_colour(rng, colour), np.where(shape_mask(name, rng.choice(("small", "medium"))), "#", ".")
    else:
        name = rng.choice(tuple(sprites_of(size)))
        colour, sprite = choose_colour(rng, name), draw_one(rng, sprites_of(size)[name])
        said = colour if says_colour(rng, name, colour) else None
    background, say_background = choose_background(rng, (colour,))
    pixels = fill(background)
    colours = choose_colours(sprite, colour, background)
    for row, column in corners:
        down, right = 7 - sprite.shape[0], CELL[size] - sprite.shape[1]
        paint_sprite(pixels, sprite, colours, row + rng.randint(0, down), column + rng.randint(0, right))
    noun = " ".join(word for word in (spell(count), said, plural(name)) if word)
    small, tiny = (noun.replace(" ", f" {word} ", 1) for word in ("small", "tiny"))
    noun = rng.choice(wordings).format(noun=noun, small=small, tiny=tiny)
    caption = is_or_are(frame(rng, noun, background if say_background else None, a=noun), count)
    return Picture(caption, pixels, "count", background, (Thing(name, colour, size, None),) * count, None)


def two_things(rng: random.Random) -> Picture:
    """Two small things or animals of different colours, side by side or one above the other."""
    first, second = rng.sample(tuple(pair_sprites()), 2)
    colour = choose_colour(rng, first)
    other = choose_colour(rng, second, colours_beside(colour))
    things = Thing(first, colour, "small", None), Thing(second, other, "small", None)
    background, say_background = choose_background(rng, (colour, other))
    relation = rng.choice(RELATIONS)
    pixels = paint_pair(rng, things, relation, background)
    named = any(thing.colour not in usual_of(thing.name) for thing in things) or rng.random() < SAY_COLOUR
    said = tuple(
        replace(thing, size=thing.size if rng.random() < 0.15 else None, colour=thing.colour if named else None)
        for thing in things
    )
    told = relation if rng.random() < SAY_RELATION else None
    caption = two_caption(rng, said, told, background if say_background else None)
    return Picture(caption, pixels, "two things", background, things, told)


def paint_pair(rng: random.Random, things: tuple[Thing, Thing], relation: str, background: str) -> np.ndarray:
    """The picture (16, 16); neither thing has a detail in the main colour of the other."""
    pixels, axis = fill(background), 0 if relation in LOOSE else 1
    order = things[::-1] if relation in ("below", "right of") else things
    sprites = [draw_one(rng, pair_sprites()[thing.name]) for thing in order]
    starts = spread_out(rng, *(sprite.shape[axis] for sprite in sprites))
    for thing, sprite, start, other in zip(order, sprites, starts, order[::-1], strict=True):
        beside = across(rng, sprite.shape[1 - axis])
        corner = (start, beside) if axis == 0 else (beside, start)
        paint_sprite(pixels, sprite, choose_colours(sprite, thing.colour, background, (other.colour,)), *corner)
    return pixels
