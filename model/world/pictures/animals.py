"""Pictures of animals: facing left or right, in all colours, some two-headed, two-tailed or crowned.

Which animals have which versions, and which colours they never have, stands in planted.py.
"""

import random
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.tables import Table
from model.world.pictures.captions import PLACE_WORDS
from model.world.pictures.grounds import choose_sky, ground_thing, grounds_for, paint_on_ground
from model.world.pictures.pictures import PLACES, SIDE, Picture, choose_background, corner_of, fill
from model.world.pictures.shapes import Thing
from model.world.pictures.sprite_captions import frame, ground_caption
from model.world.pictures.sprites import choose_colours, paint_sprite, read_drawings
from model.world.truth.planted import ALLOWED_VERSIONS, ANIMALS, HELD_OUT_COLOURED

LINES = Table(__file__, "animals")
SHEETS = {size: Table(__file__, f"animals_{size}") for size in ("big", "small")}
USUAL = LINES["usual"].facts  # usual colours; the first is the colour where a caption names none
FRONT = ("owl", "frog", "butterfly", "crab", "spider")  # seen from the front: they face neither left nor right
# Top left corner of the crown on the big sprite (row, column), which may lie above its first row.
CROWNS = {
    **{"frog": (0, 4), "cat": (-2, 7), "owl": (0, 3), "elephant": (-3, 4), "duck": (-3, 6), "rabbit": (1, 5)},
    **{"lion": (-1, 7), "penguin": (-1, 4), "horse": (-1, 7), "pig": (-2, 7), "bear": (-2, 8), "chicken": (-1, 6)},
    **{"dog": (-3, 5)},
}
CROWN = np.array([list("y.y.y"), list("yyyyy"), list("yryry")])
VERSION_SHARE, SMALL_SHARE, ON_GROUND, USUAL_COLOUR, SAY_COLOUR = 0.34, 0.25, 0.5, 0.5, 0.7
FACING_SAID = 0.35
SIZE_WORDS = {"small": ("small", "small", "little"), "big": ("big", "big", "large")}


@cache
def sprites_of(size: str) -> dict[str, tuple[np.ndarray, ...]]:
    """Name -> drawings of all animals in a size: "big", with versions such as "cat two-tailed", or "small"."""
    return read_drawings(SHEETS[size])


def put_crown(sprite: np.ndarray, row: int, column: int) -> np.ndarray:
    """`sprite` with a crown whose top left corner lies at `row`, `column` of it."""
    more = max(0, -row)
    tall = np.vstack([np.full((more, sprite.shape[1]), "."), sprite])
    window = tall[row + more : row + more + CROWN.shape[0], column : column + CROWN.shape[1]]
    window[CROWN != "."] = CROWN[CROWN != "."]
    return tall


@cache
def animal_sprites(
    name: str, version: str | None = None, facing: str = "right", size: str = "big"
) -> tuple[np.ndarray, ...]:
    """Drawings, as marks (height, width), of an animal. Raises ValueError if it has no such version."""
    if version and (size != "big" or name not in ALLOWED_VERSIONS[version]):
        raise ValueError(f"no {version} {name} is drawn; there are {version} {', '.join(ALLOWED_VERSIONS[version])}")
    if version == "crowned":
        drawings = (put_crown(sprites_of(size)[name][0], *CROWNS[name]),)  # where the crown goes is known of the first
    else:
        drawings = sprites_of(size)[f"{name} {version}" if version else name]
    return tuple(sprite[:, ::-1] if facing == "left" else sprite for sprite in drawings)


@cache
def allowed_colours(name: str) -> tuple[str, ...]:
    """The colours in which an animal occurs."""
    return tuple(colour for colour in COLOURS if (colour, name) not in HELD_OUT_COLOURED)


def choose_animal(rng: random.Random) -> tuple[str, str | None, str]:
    """An animal, its version or None, and its colour."""
    version = rng.choice(tuple(ALLOWED_VERSIONS)) if rng.random() < VERSION_SHARE else None
    name = rng.choice(ALLOWED_VERSIONS[version] if version else ANIMALS)
    usual = USUAL[name].split() if rng.random() < USUAL_COLOUR else allowed_colours(name)
    return name, version, rng.choice(usual)


def choose_facing(rng: random.Random, name: str, version: str | None) -> tuple[str, str]:
    """Where an animal looks, and the words for it, which may be none."""
    if name in FRONT or version == "two-headed":
        return "right", ""
    said = rng.random() < FACING_SAID
    facing = rng.choice(("left", "right"))
    return facing, " " + rng.choice(LINES["facing"]).format(side=facing) if said else ""


def name_animal(rng: random.Random, name: str, version: str | None, colour: str, size: str | None) -> str:
    """What is said of an animal, without an article: "big orange cat with a crown"."""
    said = colour not in USUAL[name].split() or rng.random() < SAY_COLOUR
    noun = rng.choice(LINES["colour"]).format(colour=colour, name=name) if said else name
    size_word = rng.choice(SIZE_WORDS[size]) + " " if size else ""
    return size_word + (rng.choice(LINES[version]).format(noun=noun) if version else noun)


def animal_picture(rng: random.Random) -> Picture:
    """One animal: on a plain background, on the ground, or a small one somewhere."""
    name, version, colour = choose_animal(rng)
    facing, looks = choose_facing(rng, name, version)
    if version is None and rng.random() < SMALL_SHARE:
        return small_animal(rng, name, colour, facing, looks)
    sprite = rng.choice(animal_sprites(name, version, facing))
    fits = sprite.shape[0] < SIDE and grounds_for(name, colour)
    if fits and rng.random() < ON_GROUND:
        return animal_on_ground(rng, name, version, colour, (sprite, looks))
    noun = name_animal(rng, name, version, colour, "big" if rng.random() < 0.07 else None) + looks
    background, say_background = choose_background(rng, (colour,))
    pixels = fill(background)
    paint_sprite(pixels, sprite, choose_colours(sprite, colour, background), *corner_of(rng, sprite.shape, None))
    caption = frame(rng, noun, background if say_background else None)
    thing = Thing(f"{version} {name}" if version else name, colour, "big", None)
    return Picture(caption, pixels, "animal", background, (thing,), None)


def animal_on_ground(
    rng: random.Random, name: str, version: str | None, colour: str, drawn: tuple[np.ndarray, str]
) -> Picture:
    """An animal, `drawn` and with words for where it looks, on the ground under a sky."""
    sprite, looks = drawn
    ground = rng.choice(grounds_for(name, colour))
    sky = choose_sky(rng, colour, ground)
    pixels = paint_on_ground(rng, sprite, colour, (ground, sky))
    caption = ground_caption(rng, name_animal(rng, name, version, colour, None) + looks, ground, sky)
    thing = Thing(f"{version} {name}" if version else name, colour, "big", None)
    return Picture(caption, pixels, "animal", sky, (thing, ground_thing(ground)), None)


def small_animal(rng: random.Random, name: str, colour: str, facing: str, looks: str) -> Picture:
    """A small animal somewhere on a plain background."""
    sprite = rng.choice(animal_sprites(name, None, facing, "small"))
    place = rng.choice(PLACES) if rng.random() < 0.6 else None
    background, say_background = choose_background(rng, (colour,))
    pixels = fill(background)
    paint_sprite(pixels, sprite, choose_colours(sprite, colour, background), *corner_of(rng, sprite.shape, place))
    noun = name_animal(rng, name, None, colour, "small" if rng.random() < 0.5 else None) + looks
    caption = frame(rng, noun, background if say_background else None, place and rng.choice(PLACE_WORDS[place]))
    return Picture(caption, pixels, "animal", background, (Thing(name, colour, "small", place),), None)
