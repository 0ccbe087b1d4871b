"""Which model is right more often about a hole, and where in a sentence: `python -m model.masked.measured`.

Of unseen texts of all kinds but noise; one hole a text. And unseen pictures, repaired by both.
"""

import json
import random
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from model.core.checkpoint import checksum
from model.core.sampling import Shaping
from model.core.written import write_text
from model.masked.beside import FOLDER, Masked, beside
from model.masked.fill import HOLES, Broken, hole_of, repaint, repair
from model.masked.holes import causal_dice, masked_dice
from model.world.draw import draw_picture, draw_text
from model.world.pictures.pictures import Picture
from model.world.rich import RICH

FILE = FOLDER / "measured.json"
N, PICTURES = 1000, 48
MOST = 96  # tokens of a text that are read
PARTS = 5  # of a sentence
LIKELIEST = Shaping(temperature=0)
NOISE = ("chant", "echo", "murmur")  # whose holes nobody can fill
ENDS = ".!?\n"


def drawn(lm: Any, n: int, seed: str) -> Iterator[tuple[list[int], int]]:
    """Unseen texts, and the place of a hole in each: any token but the first."""
    rng = random.Random(seed)
    world = RICH.with_shares(dict.fromkeys(NOISE, 0.0))
    while n:
        ids = lm.vocabulary.read(draw_text(rng, validation=True, world=world)[:2000])[:MOST]
        if len(ids) > 3:
            n -= 1
            yield ids, rng.randrange(1, len(ids))


@lru_cache(maxsize=2)
def unseen_pictures(n: int, seed: str) -> tuple[Picture, ...]:
    """Pictures of the world that no training sees."""
    rng = random.Random(seed)
    return tuple(draw_picture(rng, validation=True, world=RICH) for _ in range(n))


def part_of(pieces: list[str], place: int) -> int:
    """Which fifth of its sentence a token is in, from 0; sentences end with a full stop or the like, or a line."""
    ends = [i for i, piece in enumerate(pieces) if piece.strip(" ")[-1:] in tuple(ENDS)]
    start = max((i + 1 for i in ends if i < place), default=0)
    stop = min((i + 1 for i in ends if i >= place), default=len(pieces))
    return min(PARTS - 1, PARTS * (place - start) // max(1, stop - start))


def measure(lm: Any, masked: Masked, n: int = N, pictures: int = PICTURES, tell: Callable = lambda line: None) -> dict:
    """Counts by place in the sentence, {part: [n, right by one, by the other]}, mean bits of both; and of pictures."""
    parts = np.zeros((PARTS, 3), int)
    bits = np.zeros(2)
    for i, (ids, place) in enumerate(drawn(lm, n, "holes")):
        dice = causal_dice(lm, ids)[place], masked_dice(masked, ids, [place])[0]
        part = part_of(lm.vocabulary.pieces(ids), place)
        parts[part] += (1, *(int(die.argmax()) == ids[place] for die in dice))
        bits -= [die[ids[place]] / np.log(2) for die in dice]
        if i % 100 == 99:
            tell(f"{i + 1} holes: right {parts[:, 1].sum()} and {parts[:, 2].sum()}")
    told = {"n": n, "parts": parts.tolist(), "bits": (bits / n).round(4).tolist()}
    told |= {"causal": checksum(lm.transformer), "masked": checksum(masked.transformer)}
    return told | {"n_pictures": pictures, "pictures": pictures_measured(lm, masked, pictures)}


def pictures_measured(lm: Any, masked: Masked, n: int) -> dict[str, list[int]]:
    """Of each kind of hole in n unseen pictures: pixels, right by the causal model, right by the masked one."""
    told = {}
    for kind in HOLES:
        hidden, counts = hole_of(kind), np.zeros(3, int)
        for seed, picture in enumerate(unseen_pictures(n, "repaired")):
            colours = picture.pixels.ravel()
            broken = Broken(picture.caption, colours, hidden)
            both = repaint(lm, broken, LIKELIEST, seed), repair(lm, masked, broken, LIKELIEST, seed)
            counts += (hidden.sum(), *(sum(colours[f.place] == f.id for f in each) for each in both))
        told[kind] = counts.tolist()
    return told


def recorded(lm: Any, masked: Masked) -> dict | None:
    """What was measured of these two models; None if that was of others."""
    try:
        told = json.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    same = told.get("causal") == checksum(lm.transformer) and told.get("masked") == checksum(masked.transformer)
    return told if same else None


def main() -> None:
    """Measure the shipped models."""
    from model.language_model import load

    lm = load(Path("assets/model"))
    write_text(FILE, json.dumps(measure(lm, beside(lm), tell=print)) + "\n")


if __name__ == "__main__":
    main()
