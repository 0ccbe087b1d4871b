"""Judges of painted pictures: what the pixels show, read by rules and by likeness to the generator's own pictures.

Pixels are (16, 16) palette indices. How often each judge errs is measured on real pictures; see `model.score.pictures`.
"""

import random
from collections.abc import Callable, Sequence

import numpy as np

from model.world import rich
from model.world.alphabet import COLOURS
from model.world.pictures.company import MOST_PIXELS
from model.world.pictures.grounds import DEEP
from model.world.pictures.pictures import SIDE, Picture
from model.world.pictures.reading import background_of, colours_of, relation_of
from model.world.truth.planted import ALLOWED_VERSIONS

LEARNED = {"one": 700, "thing": 3600, "animal": 3200, "digit": 300, "letter": 700, "hand": 200, "face": 400}
PAIRS = {"two": 500, "two things": 3000}
FACES = 3200
FACE = 9, 10  # rows and columns of eyes and mouth, above the chin


def without_ground(pixels: np.ndarray) -> np.ndarray:
    """The picture with sky in place of the ground, which fills both lower corners."""
    background = COLOURS.index(background_of(pixels))
    left, right = pixels[-1, 0], pixels[-1, -1]
    if left != right or left == background:
        return pixels
    clean = pixels.copy()
    lowest = clean[SIDE - DEEP :]
    lowest[lowest == left] = background
    return clean


def islands(found: np.ndarray) -> np.ndarray:
    """Number (16, 16) of the island that a pixel of `found` lies on, from 1; corners touch. Elsewhere 0."""
    numbers = np.where(found, np.arange(1, found.size + 1).reshape(found.shape), 0)
    while True:
        wide = np.pad(numbers, 1)
        around = [wide[r : r + SIDE, c : c + SIDE] for r in range(3) for c in range(3)]
        grown = np.where(found, np.max(around, 0), 0)
        if (grown == numbers).all():
            return numbers
        numbers = grown


def alone(pixels: np.ndarray) -> np.ndarray:
    """The picture without the ground and without company: islands of few pixels."""
    clean = without_ground(pixels).copy()
    background = COLOURS.index(background_of(clean))
    numbers = islands(clean != background)
    clean[np.bincount(numbers.ravel())[numbers] <= MOST_PIXELS] = background
    return clean


def main_colour(pixels: np.ndarray) -> str | None:
    """The most frequent colour besides background and ground."""
    clean = alone(pixels)
    return next(iter(colours_of(clean, background_of(clean))), None)


def box_of(pixels: np.ndarray) -> tuple[int, int, int, int] | None:
    """Top, bottom, left and right of all that is neither background nor ground."""
    clean = alone(pixels)
    rows, columns = np.nonzero(clean != COLOURS.index(background_of(clean)))
    return (rows.min(), rows.max(), columns.min(), columns.max()) if len(rows) else None


def size_of(pixels: np.ndarray) -> str | None:
    """Small, medium or big, by the longer side."""
    if (box := box_of(pixels)) is None:
        return None
    longest = 1 + max(box[1] - box[0], box[3] - box[2])
    return "small" if longest <= 5 else "medium" if longest <= 7 else "big"


def place_of(pixels: np.ndarray) -> str | None:
    """ "top left", "middle" and so on, by the centre of the box."""
    if (box := box_of(pixels)) is None:
        return None
    down, right = (box[0] + box[1]) / 2, (box[2] + box[3]) / 2
    words = [
        "top" if down < 6 else "bottom" if down > 9 else "",
        "left" if right < 6 else "right" if right > 9 else "",
    ]
    return " ".join(filter(None, words)) or "middle"


def count_things(pixels: np.ndarray) -> int:
    """Number of islands in the background; parts with one empty row between them are one island."""
    left = alone(pixels) != COLOURS.index(background_of(pixels))
    left[1:] |= left[:-1]
    return len(np.unique(islands(left)[left]))


def relation_in(asked: Picture, pixels: np.ndarray) -> str:
    """How the first thing lies to the second: as `asked` for, or, where that is not said, as in `pixels`.

    By their colours; where these are others, by where a free line parts them, the first one left or above.
    """
    found = asked.relation or relation_of(pixels, *(thing.colour for thing in asked.things))
    empty = alone(pixels) == COLOURS.index(background_of(pixels))
    across, down = (min(abs(np.flatnonzero(empty.all(axis)) - (SIDE - 1) / 2), default=SIDE) for axis in (0, 1))
    return found or ("left of" if across <= down else "above")


def halves(pixels: np.ndarray, relation: str) -> tuple[np.ndarray, np.ndarray]:
    """The picture with the first of two things only, and with the second only."""
    pixels = alone(pixels)
    background = COLOURS.index(background_of(pixels))
    axis = 0 if relation in ("above", "below") else 1
    empty = np.flatnonzero((pixels == background).all(1 - axis))
    cut = min(empty, key=lambda line: abs(line - (SIDE - 1) / 2), default=SIDE // 2)
    lines = np.arange(SIDE) if axis else np.arange(SIDE)[:, None]
    before, after = np.where(lines <= cut, pixels, background), np.where(lines > cut, pixels, background)
    return (after, before) if relation in ("below", "right of") else (before, after)


def outline(pixels: np.ndarray) -> np.ndarray:
    """Features (512,) of a thing: its pixels, and those of its main colour, moved to the middle."""
    found = np.zeros((2, SIDE, SIDE), bool)
    if (box := box_of(pixels)) is None:
        return found.ravel()
    clean, (top, bottom, left, right) = alone(pixels), box
    window = clean[top : bottom + 1, left : right + 1]
    down, across = (SIDE - window.shape[0]) // 2, (SIDE - window.shape[1]) // 2
    place = slice(down, down + window.shape[0]), slice(across, across + window.shape[1])
    found[0][place] = window != COLOURS.index(background_of(clean))
    if colour := main_colour(pixels):
        found[1][place] = window == COLOURS.index(colour)
    return found.ravel()


def expression(pixels: np.ndarray) -> np.ndarray:
    """Features (180,) of a face: where eyes and mouth differ from the skin, and where they are darkest or lightest."""
    skin = np.bincount(pixels[4:13, 4:12].ravel(), minlength=len(COLOURS)).argmax()
    rows, columns = np.nonzero(pixels == skin)
    (height, width), chin, middle = FACE, rows.max(), (columns.min() + columns.max() + 1) // 2
    window = np.pad(pixels, SIDE, mode="edge")[chin - height + SIDE : chin + SIDE]
    window = window[:, middle - width // 2 + SIDE : middle + width // 2 + SIDE]
    extreme = np.isin(window, [COLOURS.index("black"), COLOURS.index("white")])
    return np.concatenate([(window != skin).ravel(), (extreme & (window != skin)).ravel()])


class Likeness:
    """The nearest of the examples that it was shown decides (Cover & Hart 1967)."""

    def __init__(self, features: Callable[[np.ndarray], np.ndarray], examples: list[tuple[str, np.ndarray]]):
        self.features, self.names = features, [name for name, _ in examples]
        self.known = np.array([features(pixels) for _, pixels in examples], np.float32)

    def name(self, pictures: Sequence[np.ndarray]) -> list[str]:
        """What each of the pictures is called."""
        asked = np.array([self.features(pixels) for pixels in pictures], np.float32)
        differ = asked.sum(1)[:, None] + self.known.sum(1) - 2 * asked @ self.known.T
        return [self.names[i] for i in differ.argmin(1)]


def label_of(made: Picture, thing: int = 0) -> str:
    """What the classifier shall call a thing: any face is a face, and any hand a hand."""
    name = made.things[thing].name
    return made.kind if made.kind in ("face", "hand") else name


def split_label(label: str) -> tuple[str, str]:
    """Version and animal: ("two-headed", "snake"); other things have no version."""
    version, _, name = label.partition(" ")
    return (version, name) if version in ALLOWED_VERSIONS else ("", label)


def learn_things(seed: str = "judge") -> Likeness:
    """A classifier of all that the world paints, each thing alone or as one of two."""
    rng, examples = random.Random(seed), []
    for kind, n in LEARNED.items():
        some = [rich.PAINTERS[kind](rng) for _ in range(n)]
        examples += [(label_of(made), made.pixels) for made in some]
    for kind, n in PAIRS.items():
        for made in (rich.PAINTERS[kind](rng) for _ in range(n)):
            examples += [
                (made.things[i].name, half)
                for i, half in enumerate(halves(made.pixels, relation_in(made, made.pixels)))
            ]
    return Likeness(outline, examples)


def learn_moods(seed: str = "judge") -> Likeness:
    """A classifier of the moods of faces."""
    rng = random.Random(seed)
    faces = [rich.PAINTERS["face"](rng) for _ in range(FACES)]
    return Likeness(expression, [(face.things[0].name, face.pixels) for face in faces])
