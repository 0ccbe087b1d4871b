"""What a painted picture shows: the judge of the model's paintings.

A picture is (16, 16) palette indices; every answer is a word of `COLOURS` or a relation.
"""

import numpy as np

from model.world.alphabet import COLOURS

LEAST_PIXELS = 3  # a colour with fewer pixels is a slip of the brush, not a thing


def count_colours(pixels: np.ndarray) -> np.ndarray:
    """Number of pixels of each colour, (16,)."""
    return np.bincount(pixels.ravel(), minlength=len(COLOURS))


def background_of(pixels: np.ndarray) -> str:
    """Most frequent colour along the border; ties are broken by the count over all pixels."""
    border = np.concatenate([pixels[0], pixels[-1], pixels[1:-1, 0], pixels[1:-1, -1]])
    votes = count_colours(border) * (pixels.size + 1) + count_colours(pixels)
    return COLOURS[int(votes.argmax())]


def colours_of(pixels: np.ndarray, background: str) -> list[str]:
    """Colours besides `background` with at least three pixels, most frequent first."""
    counts = count_colours(pixels)
    counts[COLOURS.index(background)] = 0
    order = np.argsort(-counts, kind="stable")
    return [COLOURS[i] for i in order if counts[i] >= LEAST_PIXELS]


def centre_of(pixels: np.ndarray, colour: str) -> np.ndarray | None:
    """Centre of mass (row, column) of a colour's pixels, or None where it has none."""
    places = np.argwhere(pixels == COLOURS.index(colour))
    return places.mean(0) if len(places) else None


def relation_of(pixels: np.ndarray, first_colour: str, second_colour: str) -> str | None:
    """Relation of the first colour to the second; the axis with the larger distance decides.

    None where a colour is missing or neither axis wins.
    """
    first, second = centre_of(pixels, first_colour), centre_of(pixels, second_colour)
    if first is None or second is None:
        return None
    down, right = first - second
    if abs(down) == abs(right):
        return None
    if abs(right) > abs(down):
        return "right of" if right > 0 else "left of"
    return "below" if down > 0 else "above"
