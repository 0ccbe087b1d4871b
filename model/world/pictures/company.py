"""Little things that come with a picture: a bird, a flower, a heart that its caption mostly says nothing of.

They leave a pixel free around them and have a colour that nothing else of the picture has, so that what the caption
asks for stays as clear as it was.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.tables import Table
from model.world.language.words import with_article
from model.world.pictures.captions import typed
from model.world.pictures.pictures import SIDE, Picture
from model.world.pictures.sprites import choose_colours, differs, paint_sprite, read_sheet

LINES = Table(__file__, "company")
SHEET = " ".join(name for name in LINES if "sun" in name.split())
MOST_PIXELS = 6  # of one of them; what the main things have is more
HOW_MANY = {  # shares of none, one, two ...
    "one": (0.46, 0.34, 0.2),
    "two": (0.6, 0.28, 0.12),
    "digit": (0.5, 0.32, 0.18),
    "letter": (0.5, 0.32, 0.18),
    "hand": (0.6, 0.28, 0.12),
    "thing": (0.34, 0.34, 0.22, 0.1),
    "animal": (0.32, 0.34, 0.24, 0.1),
    "count": (0.34, 0.34, 0.22, 0.1),
    "two things": (0.34, 0.4, 0.26),
    "face": (0.5, 0.3, 0.2),
}
FIGURES = ("one", "two", "digit", "letter", "hand")  # beside these are other things than beside a house
SAY, SAY_ALONE, LONGEST = 0.25, 0.1, 11  # longest caption, in words, that may say more


@cache
def drawings() -> dict[str, np.ndarray]:
    """Name -> marks (height, width)."""
    return read_sheet({SHEET: LINES[SHEET]})


@cache
def spots(name: str) -> np.ndarray:
    """Where it may be: top left corners (N, 2)."""
    height, width = drawings()[name].shape
    rows, columns = np.arange(SIDE - height + 1), np.arange(SIDE - width + 1)
    for place, names in LINES["places"].facts.items():
        if name in names.split():
            half = SIDE // 2 - 1
            rows = {"corner": rows[:1], "above": rows[rows + height <= half], "below": rows[rows > half]}[place]
            columns = columns[[0, -1]] if place == "corner" else columns
    return np.array([(row, column) for row in rows for column in columns])


def free_spots(pixels: np.ndarray, background: int, name: str) -> list[tuple[int, int]]:
    """Those of its `spots` where it touches nothing."""
    height, width = drawings()[name].shape
    taken = np.zeros((SIDE + 3, SIDE + 3), int)  # a line of 0 before the sums, and a free pixel at each edge
    taken[2:-1, 2:-1] = pixels != background
    sums = taken.cumsum(0).cumsum(1)
    row, column = spots(name).T
    low, right = row + height + 2, column + width + 2
    inside = sums[low, right] - sums[row, right] - sums[low, column] + sums[row, column]
    return list(map(tuple, spots(name)[inside == 0].tolist()))


def choose_colour(rng: random.Random, name: str, around: tuple[str, ...]) -> str | None:
    """One of its colours that differs from those `around`, or None where none does."""
    usual = LINES["colours"].facts.get(name, "").split() or COLOURS
    fits = [colour for colour in usual if differs(colour, around)]
    return rng.choice(fits) if fits else None


def add(rng: random.Random, pixels: np.ndarray, background: int, around: tuple[str, ...], names: list[str]) -> str:
    """Paint one of `names` in place; what it is called, or nothing where there is no room or no colour for it."""
    name = rng.choice(names)
    colour, free = choose_colour(rng, name, around), free_spots(pixels, background, name)
    if not colour or not free:
        return ""
    sprite = drawings()[name]
    colours = choose_colours(sprite, colour, COLOURS[background], around)
    if "" in colours.values():  # the picture has nearly all of them
        return ""
    paint_sprite(pixels, sprite, colours, *rng.choice(free))
    names.remove(name)
    return name_it(rng, name, colour)


def name_it(rng: random.Random, name: str, colour: str) -> str:
    """What is said of it, with an article: "a red heart", "some grass"."""
    noun = f"{colour} {name}" if rng.random() < 0.6 else name
    return f"some {noun}" if name == "grass" else with_article(noun)


def accompany(rng: random.Random, made: Picture) -> Picture:
    """The picture with little things beside what it shows, or with none."""
    shares = HOW_MANY[made.kind]
    (count,) = rng.choices(range(len(shares)), shares)
    pixels, background = made.pixels.copy(), COLOURS.index(made.background)
    around = tuple(COLOURS[i] for i in np.unique(pixels))
    known = {word for thing in made.things for word in thing.name.split()}
    fitting = LINES["figures" if made.kind in FIGURES else "views"][0].split()
    names = [name for name in fitting if name not in known]
    added = [said for _ in range(count) if (said := add(rng, pixels, background, around, names))]
    return replace(made, pixels=pixels, caption=say(rng, made.caption, added))


def say(rng: random.Random, caption: str, added: list[str]) -> str:
    """The caption, which may also name the first of what was `added`, or say that there is nothing."""
    if len(caption.split()) <= LONGEST and rng.random() < (SAY if added else SAY_ALONE):
        return rng.choice(LINES["said" if added else "alone"]).format(caption=caption, a=added[0] if added else "")
    return caption


def with_company(painter: Callable[[random.Random], Picture]) -> Callable[[random.Random], Picture]:
    """The painter, whose pictures now have company, and captions as people type them."""

    def paint(rng: random.Random) -> Picture:
        made = accompany(rng, painter(rng))
        return replace(made, caption=typed(rng, made.caption))

    return paint
