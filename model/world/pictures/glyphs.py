"""Pictures of the 26 capital letters, bold or thin like the digits."""

import random
from functools import cache

import numpy as np

from model.world.alphabet import COLOURS
from model.world.language.tables import Table
from model.world.language.words import with_article
from model.world.pictures.pictures import BOLD, Picture, choose_background, corner_of, fill, say_colour, stamp
from model.world.pictures.shapes import Thing
from model.world.pictures.sprite_captions import LINES, frame
from model.world.pictures.sprites import read_mask_drawings

DRAWINGS = Table(__file__, "letters")
AN = "AEFHILMNORSX"  # letters whose names begin with a vowel: "an F"


@cache
def glyphs() -> dict[str, tuple[np.ndarray, ...]]:
    """Letter -> masks: bold (11, 6 to 11), and thin (7, 5)."""
    return read_mask_drawings(DRAWINGS)


def name_letter(rng: random.Random, letter: str, colour: str | None) -> str:
    """What is said of a letter: "the letter K in red"."""
    own_article = "an" if letter in AN else "a"
    gaps = {"acolour": colour and with_article(colour), "aletter": f"{own_article} {letter}"}
    lines = LINES["letters" if colour else "letters of any colour"]
    return rng.choice(lines).format(letter=letter, colour=colour, **gaps)


def letter_picture(rng: random.Random) -> Picture:
    """A capital letter."""
    letter, colour = rng.choice(tuple(glyphs())), rng.choice(COLOURS)
    background, say_background = choose_background(rng, (colour,))
    pixels, mask = fill(background), rng.choices(glyphs()[letter], BOLD)[0]
    stamp(pixels, mask, colour, *corner_of(rng, mask.shape, None))
    phrase = name_letter(rng, letter, say_colour(rng, colour))
    noun = phrase.split(" ", 1)[1]  # without its article
    caption = frame(rng, noun, background if say_background else None, a=phrase)
    return Picture(caption, pixels, "letter", background, (Thing(letter, colour, None, None),), None)
