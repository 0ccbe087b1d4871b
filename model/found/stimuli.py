"""What fires neurons in pictures, on average; `model.learn.stimuli` finds it ahead of time.

L layers, n neurons of each that are shown, E examples of each. A patch is what stands around a pixel: `BACK` rows
above it and its own, `BACK` columns to either side.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.core import beside

FILE = "stimuli.safetensors"
BACK = 4  # pixels that a patch reaches up and to either side
GROUPS = ("colour", "edge", "place", "kind")  # what activations are sorted by, see `Stimuli.explained`


@dataclass(frozen=True, eq=False)
class Stimuli:
    """Average stimuli, and what the pictures can explain of all that the neurons do."""

    neuron: np.ndarray  # (L, n) which ones: of those that fire on few pixels the ones that fire most strongly
    mean: np.ndarray  # (L, n) activation, the mean of the pixels on which it fires
    share: np.ndarray  # (L, n) of pixels on which it fires
    patch: np.ndarray  # (L, n, BACK + 1, 2 BACK + 1, 3) 0 to 255, red, green and blue; 0 where nothing is painted yet
    same: np.ndarray  # (L, n, BACK + 1, 2 BACK + 1) how often a place has the pixel's own colour, 0 to 1
    average: np.ndarray  # (BACK + 1, 2 BACK + 1, 3) the patch of all pixels alike
    average_same: np.ndarray  # (BACK + 1, 2 BACK + 1)
    row: np.ndarray  # (L, n, E) in which of the pictures it fires most
    at: np.ndarray  # (L, n, E) at which of their pixels
    value: np.ndarray  # (L, n, E) how strongly; 0: it never does
    pictures: np.ndarray  # (R, 256) those pictures, places in the palette
    explained: np.ndarray  # (4, L) share of the variance of all activations of a layer between GROUPS
    searched: np.ndarray  # (1,) how many pictures were


def save(folder: Path, wte: np.ndarray, found: Stimuli) -> None:
    """Write them beside the weights, whose token table is `wte`."""
    beside.save(folder / FILE, wte.tobytes(), **vars(found))


def load(folder: Path, wte: np.ndarray) -> Stimuli | None:
    """Those of this very model, or None."""
    found = beside.load(folder / FILE, wte.tobytes())
    return None if found is None or found.keys() != Stimuli.__annotations__.keys() else Stimuli(**found)
