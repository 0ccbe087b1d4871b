"""Clips of four frames, 8 x 8 each: things that move, fall, rise, grow, shrink, blink or turn.

A clip is drawn with one thing in one colour on a plain background; `motion` is the truth about it. What the caption
leaves out varies: where the thing is or passes, how far it gets, what lies behind it, and sometimes its colour and the
background.
"""

import random
from dataclasses import dataclass
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.clips.captions import UNCOUNTED, clip_caption
from model.world.language.tables import Table
from model.world.pictures.pictures import choose_background, colours_beside
from model.world.pictures.sprites import choose_colours, paint_sprite, read_layers, read_sheet
from model.world.truth.planted import HELD_OUT_COLOURED

MOVING, WEATHER, SPROUTING = (Table(__file__, name) for name in ("moving", "weather", "sprouting"))
SHEETS = {
    "blink": Table(__file__, "blinking"),
    "turn": Table(__file__, "turning"),
    "grow": Table(__file__, "growing"),
    "shrink": Table(__file__, "growing"),
}
SIDE, FRAMES, SAY_COLOUR = 8, 4, 0.6
BEHIND = (0.5, 0.3, 0.2)  # shares of none, one and two things behind
STEPS = {"right": (0, 1), "left": (0, -1), "down": (1, 0), "up": (-1, 0)}  # (rows, columns)
ROOTED = ("flower", "tree", "mushroom")
SIDEWAYS = ("car", "snake", "boat", "fish", "bird", "train", "mouse", "plane")  # these never move up or down
FREE = ("ball", "square", "heart", "star", "moon", "arrow")
DOERS = {
    "move": SIDEWAYS * 2 + FREE * 3,  # as often one as the other, for each direction
    "fall": ("drop", "ball", "leaf", "apple", "star", "snowflake", "cherry", "square", "rain", "snow"),
    "rise": ("balloon", "ball", "rocket", "sun", "moon", "bubble", "heart"),
}
SHARES = {"move": 0.34, "fall": 0.14, "rise": 0.1, "grow": 0.12, "shrink": 0.08, "blink": 0.14, "turn": 0.08}


@dataclass(frozen=True, eq=False)
class Clip:
    """A caption, four frames, and the truth about them."""

    caption: str
    frames: np.ndarray  # (4, 8, 8) uint8, indices into COLOURS
    motion: str  # "move", "fall", "rise", "grow", "shrink", "blink" or "turn"
    direction: str | None  # "right", "left", "up" or "down" of what moves, falls or rises
    thing: str
    colour: str
    background: str


def clip(rng: random.Random) -> Clip:
    """A clip of some motion, by its share."""
    (motion,) = rng.choices(tuple(SHARES), tuple(SHARES.values()))
    return clip_of(rng, motion)


def clip_of(rng: random.Random, motion: str) -> Clip:
    """A clip of one given motion."""
    thing, direction = choose_thing(rng, motion)
    colour = rng.choice([colour for colour in COLOURS if (colour, thing) not in HELD_OUT_COLOURED])
    background, say_background = choose_background(rng, (colour,))
    stills, corners = film(rng, motion, thing, direction)
    frames = np.tile(scenery(rng, background, colour), (FRAMES, 1, 1))
    for frame, sprite, corner in zip(frames, stills, corners, strict=True):
        paint_sprite(frame, sprite, choose_colours(sprite, colour, background), *corner)
    noun = f"{colour} {thing}" if rng.random() < SAY_COLOUR else thing
    caption = clip_caption(rng, motion, noun, direction, background if say_background else None)
    return Clip(caption, frames, motion, direction, thing, colour, background)


def scenery(rng: random.Random, background: str, colour: str) -> np.ndarray:
    """The background (8, 8) with little dots and dashes in a colour that the thing has not, or with none."""
    pixels = np.full((SIDE, SIDE), COLOURS.index(background), np.uint8)
    (count,) = rng.choices(range(len(BEHIND)), BEHIND)
    for _ in range(count):
        width = rng.choice((1, 2))
        row, column = rng.randrange(SIDE), rng.randint(0, SIDE - width)
        pixels[row, column : column + width] = COLOURS.index(rng.choice(colours_beside(background, colour)))
    return pixels


@cache
def sheet_of(motion: str) -> dict[str, np.ndarray]:
    """Name -> sprite of all drawings for a motion."""
    sheet = read_sheet(SHEETS.get(motion, MOVING))
    more = {"grow": read_sheet(SPROUTING), "fall": read_layers(WEATHER)}
    return sheet | more.get(motion, {})


def choose_thing(rng: random.Random, motion: str) -> tuple[str, str | None]:
    """A thing that can do the motion, and its direction, if it has one."""
    if motion not in DOERS:
        return rng.choice(sorted({name[:-1] for name in sheet_of(motion)})), None
    thing = rng.choice(DOERS[motion])
    ways = ("right", "left") if thing in SIDEWAYS else tuple(STEPS)
    return thing, {"fall": "down", "rise": "up"}.get(motion) or rng.choice(ways)


def film(
    rng: random.Random, motion: str, thing: str, direction: str | None
) -> tuple[list[np.ndarray], list[tuple[int, int]]]:
    """The sprite of each frame and its top left corner."""
    sheet = sheet_of(motion)
    if thing in UNCOUNTED:
        first = np.roll(sheet[thing], (rng.randrange(SIDE), rng.randrange(SIDE)), axis=(0, 1))
        return [np.roll(first, 2 * step, axis=0) for step in range(FRAMES)], [(0, 0)] * FRAMES
    if direction:
        sprite = turn_towards(sheet[thing], thing, direction)
        return [sprite] * FRAMES, path(rng, sprite.shape, direction)
    stills = [sheet[f"{thing}{number}"] for number in range(1, FRAMES + 1) if f"{thing}{number}" in sheet]
    stills = (stills * FRAMES)[:FRAMES]  # what blinks has two stills, which take turns
    corners = around(rng, stills, rooted=thing in ROOTED)
    return (stills[::-1], corners[::-1]) if motion == "shrink" else (stills, corners)


def around(rng: random.Random, stills: list[np.ndarray], rooted: bool) -> list[tuple[int, int]]:
    """Corners of stills about one middle, which is anywhere; what is rooted stands on the lower edge."""
    height, width = np.max([still.shape for still in stills], 0)
    top, left = SIDE - height if rooted else rng.randint(0, SIDE - height), rng.randint(0, SIDE - width)
    return [
        (top + (height - high if rooted else (height - high) // 2), left + (width - wide) // 2)
        for high, wide in (still.shape for still in stills)
    ]


def turn_towards(sprite: np.ndarray, thing: str, direction: str) -> np.ndarray:
    """`sprite` with its front in the direction of its way, if it has a front."""
    if (thing != "arrow" and thing not in SIDEWAYS) or direction == "right":
        return sprite
    return sprite[:, ::-1] if direction == "left" else np.rot90(sprite, 1 if direction == "up" else 3)


def path(rng: random.Random, shape: tuple[int, int], direction: str) -> list[tuple[int, int]]:
    """Corners of a thing on a straight way, of three pixels at least if the frame has room for them."""
    down, right = STEPS[direction]
    length, width = shape if down else shape[::-1]
    room = SIDE - length
    way = rng.randint(min(3, room), room)
    start, across = rng.randint(0, room - way), rng.randint(0, SIDE - width)
    along = [start + round(step * way / (FRAMES - 1)) for step in range(FRAMES)]
    if down + right < 0:
        along = along[::-1]
    return [(place, across) if down else (across, place) for place in along]
