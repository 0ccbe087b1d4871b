"""Pictures that are painted together: what is wanted, and their pixels as they fall."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypedDict

from components.page.pace import paced
from components.page.words import say
from components.parts.pixels import read
from model import COLOURS, MAX_SEED, PIXELS, LanguageModel, Shaping, amount, within

AT_ONCE = 16  # pictures in one pass: each holds 4 MB of keys and values
MOST = 64  # pictures of one request
ALBUMS = 4  # visitors who fill an album at once; others wait in line


class Wanted(NamedTuple):
    """One picture, before it is painted."""

    caption: str
    seed: int
    shaping: Shaping


class Together(TypedDict):
    """The same pixel of several pictures."""

    first: int  # the number of the first of them
    pixel: int
    colours: list[int]  # places in the palette
    bits: list[float]  # the surprise of each


class AlbumValue(TypedDict):
    """Some more pixels of an album's pictures."""

    run: int  # of the request that they answer
    together: list[Together]
    over: bool
    message: str  # why there is nothing; empty: nothing went wrong


def strokes(lm: LanguageModel, wanted: Sequence[Wanted], kept: Sequence[int] = ()) -> Iterator[Together]:
    """Pixel after pixel of the pictures that are `wanted`, so many at once; those that are `kept` do not come again."""
    for first in range(0, len(wanted), AT_ONCE):
        some = groupby(wanted[first : first + AT_ONCE], lambda each: each.shaping)
        alike = [(shaping, [*each]) for shaping, each in some]
        runs = [
            lm.paintings([w.caption for w in each], shaping, [w.seed for w in each], kept) for shaping, each in alike
        ]
        for pixel, steps in enumerate(zip(*runs, strict=True), len(kept)):
            colours = [colour for step in steps for colour in step.rank.tolist()]
            bits = [-each / math.log(2) for step in steps for each in step.logprobs.tolist()]
            yield {"first": first, "pixel": pixel, "colours": colours, "bits": [round(each, 4) for each in bits]}


def wanted(lm: LanguageModel, asked: dict) -> tuple[list[Wanted], list[int]]:
    """The pictures that a browser asks for, and their first pixels that stay. Raises ValueError for what is none."""
    if len(asked["wanted"]) > MOST:
        raise ValueError(say("album.too_many", n=len(asked["wanted"]), most=MOST))
    kept = [within("colour", colour, len(COLOURS)) for colour in asked.get("kept", ())]
    amount("The number of pixels that stay", len(kept), PIXELS - 1)
    pictures = [
        Wanted(
            read(lm, str(each["caption"]))[0],
            amount("A seed", each["seed"], MAX_SEED - 1),
            Shaping(each["temperature"]),
        )
        for each in asked["wanted"]
    ]
    return pictures, kept


def painting(lm: LanguageModel, asked: dict) -> Iterator[dict]:
    """What a widget gets while the pictures that it asks for are painted: `asked` is {run, wanted, kept}."""
    told = {"run": asked["run"], "together": [], "over": False, "message": ""}
    try:
        for some in paced(lm, strokes(lm, *wanted(lm, asked))):
            yield told | {"together": some}
        yield told | {"over": True}
    except ValueError as error:
        yield told | {"over": True, "message": str(error)}
