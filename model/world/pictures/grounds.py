"""A sprite that stands on the ground under a sky: the lowest three rows are grass, sand, snow or water."""

import random

import numpy as np

from model.world.alphabet import COLOURS
from model.world.pictures.pictures import SIDE, colours_beside, fill
from model.world.pictures.shapes import Thing
from model.world.pictures.sprites import choose_colours, differs, paint_sprite

# How the ground is called -> its colour. What floats is drawn on water only, and what stands is not.
GROUNDS = {"grass": "green", "green grass": "green", "sand": "tan", "snow": "white", "blue water": "blue"}
AFLOAT = ("boat", "duck", "ball", "whale")
STANDING = tuple(
    """house tree castle car tent train truck cactus lighthouse snowman mushroom flower tulip robot bucket chair
    table lamp gift bus bicycle helicopter ladder volcano suitcase cat dog rabbit elephant turtle mouse flamingo
    bird frog snake horse cow pig sheep lion bear fox penguin giraffe chicken crab snail spider dinosaur""".split()
)
DEEP = 3  # rows


def grounds_for(name: str, colour: str) -> list[str]:
    """Grounds on which a thing of this colour can be seen."""
    if name not in AFLOAT + STANDING:
        return []
    fits = {"blue water"} if name in AFLOAT else set(GROUNDS) - {"blue water"}
    return [ground for ground, below in GROUNDS.items() if ground in fits and differs(colour, (below,))]


def choose_sky(rng: random.Random, colour: str, ground: str) -> str:
    """A sky beside the thing and the ground; often a blue or a white one."""
    free = colours_beside(colour, GROUNDS[ground])
    usual = [sky for sky in ("cyan", "blue", "white", "navy") if sky in free]
    return rng.choice(usual if usual and rng.random() < 0.5 else free)


def paint_on_ground(rng: random.Random, sprite: np.ndarray, colour: str, below: tuple[str, str]) -> np.ndarray:
    """The picture (16, 16) with ground and sky `below`: the foot of the sprite stands on the ground, somewhere."""
    ground, sky = below
    pixels = fill(sky)
    pixels[SIDE - DEEP :] = COLOURS.index(GROUNDS[ground])
    top, left = SIDE - DEEP + 1 - sprite.shape[0], rng.randint(0, SIDE - sprite.shape[1])
    paint_sprite(pixels, sprite, choose_colours(sprite, colour, sky), max(top, 0), left)
    return pixels


def ground_thing(ground: str) -> Thing:
    """The ground as a thing of the picture's record."""
    return Thing(ground.split()[-1], GROUNDS[ground], None, "bottom")
