"""Which texts and pictures fire each neuron most: `python -m model.neurons` finds them ahead of time.

It writes `neurons.safetensors` into the model's folder: a pool of training texts and pictures, and
for each feed-forward neuron the places in the pool where it fired most.
"""

import argparse
import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from safetensors.numpy import save_file
from tqdm import tqdm

from model.transformer import Record, Transformer
from model.vocabulary import Vocabulary
from model.world.rows import FIRST, WORLDS, World, draw_text, picture_row

FILE = "neurons.safetensors"
TEXTS, PICTURES, LONGEST = 1200, 160, 160  # of the pool; tokens kept of a text
BEST_TEXTS, BEST_PICTURES = 3, 1  # kept for each neuron, from different ones


@dataclass(frozen=True, eq=False)
class Examples:
    """Where each neuron fires most. R rows in the pool, L layers, N neurons a layer."""

    ids: np.ndarray  # (tokens,) all rows of the pool, one after another
    starts: np.ndarray  # (R + 1,) where each begins, and the end
    row: np.ndarray  # (L, N, 4) rows, the strongest text first, the picture last
    at: np.ndarray  # (L, N, 4) the token of the row at which it fired
    value: np.ndarray  # (L, N, 4) how strongly; 0: it never did

    def tokens(self, row: int) -> list[int]:
        """Ids of one row."""
        return self.ids[self.starts[row] : self.starts[row + 1]].tolist()


def fingerprint(transformer: Transformer) -> str:
    """A checksum of the weights: examples of another model must not be shown as this one's."""
    return str(zlib.crc32(transformer.wte.weight.detach().half().numpy().tobytes()))


def pool(vocabulary: Vocabulary, seed: int, world: World = FIRST) -> tuple[list[list[int]], int]:
    """Rows of training data, texts first, and how many of them are texts."""
    rng = random.Random(f"neurons {seed}")
    texts = [vocabulary.encode(draw_text(rng, world=world))[:LONGEST] for _ in range(TEXTS)]
    pictures = (
        [picture_row(vocabulary, rng, world=world)[:-1] for _ in range(PICTURES)] if vocabulary.has_pictures else []
    )
    return texts + pictures, len(texts)


@torch.inference_mode()
def strongest(transformer: Transformer, rows: Sequence[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """For each row the largest activation of each neuron and the token where it was, (R, L, N) each."""
    values, places = [], []
    for row in tqdm(rows, unit="row", disable=None):
        record = Record()
        transformer(torch.tensor([row]), record=record)
        value, at = torch.cat(record["neurons"]).max(1)  # (L, T, N) -> (L, N)
        values.append(value.numpy())
        places.append(at.numpy().astype(np.int16))
    return np.stack(values), np.stack(places)


def best(values: np.ndarray, places: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The `n` rows with the largest values: row, token and value, (L, N, n) each."""
    rows = np.argsort(-values, axis=0, kind="stable")[:n]
    chosen = (rows, np.take_along_axis(places, rows, 0), np.take_along_axis(values, rows, 0))
    return tuple(np.moveaxis(each, 0, -1) for each in chosen)


def find(transformer: Transformer, vocabulary: Vocabulary, seed: int = 0, world: World = FIRST) -> Examples:
    """Search the pool."""
    rows, n_texts = pool(vocabulary, seed, world)
    values, places = strongest(transformer, rows)
    texts, pictures = (
        best(values[part], places[part], n)
        for part, n in ((slice(n_texts), BEST_TEXTS), (slice(n_texts, None), BEST_PICTURES))
    )
    row, at, value = (np.concatenate(pair, -1) for pair in zip(texts, pictures, strict=True))
    row[..., texts[0].shape[-1] :] += n_texts
    starts = np.cumsum([0, *map(len, rows)])
    return Examples(np.concatenate(rows).astype(np.uint16), starts.astype(np.int32), row, at, value)


def save(folder: Path, transformer: Transformer, examples: Examples) -> None:
    """Write the examples beside the weights, in 0.9 MB."""
    small = {"row": examples.row.astype(np.int16), "at": examples.at.astype(np.int16)}
    arrays = {"ids": examples.ids, "starts": examples.starts, "value": examples.value.astype(np.float16), **small}
    rows_first = {name: np.ascontiguousarray(array) for name, array in arrays.items()}  # else bytes land in wrong order
    save_file(rows_first, folder / FILE, {"weights": fingerprint(transformer)})


def load(folder: Path, transformer: Transformer) -> Examples | None:
    """The examples of this very model, or None."""
    if not (folder / FILE).is_file():
        return None
    with safe_open(folder / FILE, framework="numpy") as file:
        if file.metadata().get("weights") != fingerprint(transformer):
            return None
        return Examples(*(file.get_tensor(name) for name in ("ids", "starts", "row", "at", "value")))


def main() -> None:
    """Find the examples of the model in a folder."""
    from model.language_model import load as open_model

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("assets/model"))
    folder = parser.parse_args().folder
    lm = open_model(folder)
    save(folder, lm.transformer, find(lm.transformer, lm.vocabulary, world=WORLDS[lm.world]))


if __name__ == "__main__":
    main()
