"""Sprites: a small picture for a game in the colour that is asked for; who drew it, and whose is it?

The drawings of its texts were made by hand, one by one. Carlini et al. (2023) found training pictures in what large
models paint; Somepalli et al. (2023) counted such copies.
"""

import random
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from model.doubt.card import Card, Made, Measured, Part, Row, exact, share
from model.doubt.made import paint
from model.language_model import LanguageModel
from model.score.judges import main_colour
from model.world.alphabet import COLOURS
from model.world.language.words import with_article
from model.world.pictures import animals, things
from model.world.pictures.animals import allowed_colours
from model.world.pictures.pictures import SIDE, colours_beside
from model.world.pictures.reading import background_of
from model.world.pictures.sprites import choose_colours, paint_sprite
from model.world.truth.planted import ANIMALS, HELD_OUT_COLOURED

EACH = 12
ASKED = re.compile(rf"\b({'|'.join(COLOURS)})\b")
OFTEN = 0.5


class Sprite(NamedTuple):
    """What is asked for: an animal or a thing in a colour."""

    colour: str
    name: str

    @property
    def background(self) -> str:
        """White, or the first colour that fits."""
        free = colours_beside(self.colour)
        return "white" if "white" in free else free[0]

    @property
    def caption(self) -> str:
        """One wording for all, so that only the combination differs."""
        return f"{with_article(f'{self.colour} {self.name}')} on {self.background}"


def told() -> tuple[Sprite, ...]:
    """Animals in colours that its pictures have."""
    rng = random.Random("uses sprites")
    return tuple(Sprite(rng.choice(allowed_colours(name)), name) for name in rng.sample(ANIMALS, EACH))


def never() -> tuple[Sprite, ...]:
    """Animals in colours that no picture has, each twice."""
    return tuple(Sprite(*pair) for pair in HELD_OUT_COLOURED * (EACH // len(HELD_OUT_COLOURED)))


@cache
def drawn() -> dict[str, tuple[np.ndarray, ...]]:
    """Name -> all drawings by hand, as marks (height, width), as they are and mirrored."""
    found: dict[str, tuple[np.ndarray, ...]] = {}
    for sheet in (animals, things):
        for size in ("big", "small"):
            for name, sprites in sheet.sprites_of(size).items():
                both = [side for sprite in sprites for side in (sprite, sprite[:, ::-1])]
                found[name] = (*found.get(name, ()), *both)
    return found


def by_hand(cells: Sequence[int], names: Sequence[str] = ()) -> list[str]:
    """Which drawings, of all or of `names`, stand in a picture (256,) pixel for pixel; the largest first.

    In its own main colour; what else is there does not count.
    """
    pixels = np.reshape(cells, (SIDE, SIDE))
    main, ground = main_colour(pixels), background_of(pixels)
    found = {}
    for name in (names or drawn()) if main else ():
        for marks in drawn()[name]:
            windows = sliding_window_view(pixels, marks.shape)  # (rows, columns, height, width)
            if ((windows == in_colours(marks, main, ground)) | (marks == ".")).all((2, 3)).any():
                found[name] = max(found.get(name, 0), int((marks != ".").sum()))
    return sorted(found, key=lambda name: -found[name])


def in_colours(marks: np.ndarray, main: str, ground: str) -> np.ndarray:
    """A drawing (height, width) as its texts would paint it in a colour, in places of the palette."""
    pixels = np.full(marks.shape, COLOURS.index(ground))
    paint_sprite(pixels, marks, choose_colours(marks, main, ground), 0, 0)
    return pixels


def coloured(cells: Sequence[int], colour: str) -> bool:
    """Whether most of what is painted has the colour."""
    return main_colour(np.reshape(cells, (SIDE, SIDE))) == colour


def counts(asked: Sequence[Sprite], made: Sequence[Made]) -> dict[str, np.ndarray]:
    """Of each picture whether (n,) it has the colour, and whether it is a drawing by hand of what was asked for."""
    pairs = [*zip(asked, made, strict=True)]
    return {
        "colour": np.array([coloured(picture.cells, each.colour) for each, picture in pairs]),
        "drawing": np.array([bool(by_hand(picture.cells, (each.name,))) for each, picture in pairs]),
    }


def measure(lm: LanguageModel) -> Measured:
    """Pictures in colours that were told, and in colours that never were: the colour, and the drawing."""
    asked = {"told": told(), "never": never()}
    made = {kind: paint(lm, [each.caption for each in some]) for kind, some in asked.items()}
    hits = {kind: counts(asked[kind], made[kind]) for kind in asked}
    shown = {"colour": made["never"][: EACH // 2], "drawing": made["told"][:2]}
    parts = tuple(
        Part(what, tuple(Row(kind, share(hits[kind][what])) for kind in asked), made=tuple(some))
        for what, some in shown.items()
    )
    colour, drawing = (share(hits["never"][what]) for what in ("colour", "drawing"))
    facts = {"colour": colour.value, "colour_low": colour.low, "colour_high": colour.high, "each_n": EACH}
    facts |= {"drawing": drawing.value, "low": drawing.low, "high": drawing.high}
    facts |= {"told": float(hits["told"]["drawing"].mean()), "drawings_n": sum(map(len, drawn().values())) // 2}
    facts |= {"picture_bits": float(np.mean([picture.bits for picture in made["never"]])) * SIDE * SIDE}
    return Measured(parts, facts)


def finding(found: Measured) -> bool:
    """Many pictures in a colour that never was are a drawing by hand, in the colour that was asked for."""
    return found.facts["low"] > 0.1 and found.facts["colour_low"] > OFTEN


def answer(found: Measured) -> int:
    """Pixel for pixel a drawing by hand are most of them (0), some (1), or none (2)."""
    drawing = found.facts["drawing"]
    return 0 if drawing >= OFTEN else 1 if drawing > 0 else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A caption of one's own: the colours that it paints with, and which drawing by hand it is, if any."""
    (made,) = paint(lm, [case])
    said = ASKED.findall(case.lower())
    rows = [
        Row(colour, exact(np.mean(np.array(made.cells) == COLOURS.index(colour)))) for colour in dict.fromkeys(said)
    ]
    rows += [Row(f"= {name}", exact(1.0)) for name in by_hand(made.cells)[:1]]
    return Part("own", tuple(rows), made=(made,))


CARD = Card(3, measure, finding, answer, own, "a green owl on white")
