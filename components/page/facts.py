"""Facts that Python owns and scripts need: told once, served as `facts.js`."""

from math import isqrt
from typing import TypedDict

from model import (
    CAPTION_TOKENS,
    COLOUR_IDS,
    COLOURS,
    EOT,
    FRAMES,
    MAX_CHARACTERS,
    MAX_SEED,
    NOTE_IDS,
    PALETTE,
    PITCHES,
    PIXELS,
    SIXTEENTHS,
)


class Length(TypedDict):
    """How long a note can be."""

    name: str  # "1/8"
    sixteenths: int


class Notes(TypedDict):
    """What tunes are made of; ids follow each other: pitches, the rest, lengths."""

    pitches: list[str]  # from "C3" up, by half steps
    lengths: list[Length]
    first: int  # the id of the first pitch
    end: int  # the id of what ends a tune


class Facts(TypedDict):
    """Names and sizes that are the same for every model that paints and plays."""

    colours: list[str]  # names, in the order of their ids
    palette: list[str]  # what each looks like, as #rrggbb
    first_colour: int  # the id of the first
    caption_tokens: int  # tokens before the first pixel: padding, caption, <image>
    pixels: int
    side: int  # of a picture, in pixels
    seeds: int  # they count from 0
    characters: int  # of a prompt that is read
    frames: int  # of a clip, which has as many pixels as a picture
    notes: Notes


FACTS: Facts = {
    "colours": list(COLOURS),
    "palette": list(PALETTE),
    "first_colour": COLOUR_IDS.start,
    "caption_tokens": CAPTION_TOKENS,
    "pixels": PIXELS,
    "side": isqrt(PIXELS),
    "seeds": MAX_SEED,
    "characters": MAX_CHARACTERS,
    "frames": FRAMES,
    "notes": {
        "pitches": list(PITCHES),
        "lengths": [{"name": name, "sixteenths": length} for name, length in SIXTEENTHS.items()],
        "first": NOTE_IDS.start,
        "end": EOT,
    },
}
