"""What the page shows of the training data, found ahead of time: `python -m model.learn.prepare [folder]`.

Run it after a training. Beside the weights it writes a sample of the training texts and all that was written by hand,
where in the training data each neuron fires most, and on what in pictures, a map of the vocabulary, what the page
invites visitors to try, and how surprising its own world is to it.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from model.core.transformer import Record, Transformer
from model.core.vocabulary import EOT, Vocabulary
from model.found import corpus, demonstrations, neurons, reading
from model.found import familiar as found_familiar
from model.found import stimuli as found_stimuli
from model.found.neurons import Examples
from model.found.painted import FILE as PAINTED
from model.inside import projection
from model.language_model import load
from model.learn.demos.choose import choose
from model.learn.familiarity import familiar
from model.learn.handwriting import handwritten
from model.learn.rows import Rows
from model.learn.stimuli import stimuli
from model.world.draw import draw_text
from model.world.rich import TYPED

SAMPLE = 1_500_000  # tokens of training text
TEXTS, PICTURES, LONGEST = 1200, 160, 160  # searched for what fires neurons; tokens read of a text
BEST_TEXTS, BEST_PICTURES = 3, 1  # kept for each neuron, from different ones


def sample(vocabulary: Vocabulary, n_tokens: int) -> np.ndarray:
    """`n_tokens` ids of training documents, each closed by <eot>; the last one is cut."""
    rng, ids = random.Random("corpus 0"), [EOT]
    while len(ids) < n_tokens:
        ids += [*vocabulary.encode(draw_text(rng, world=TYPED)), EOT]
    return np.array(ids[:n_tokens], dtype=np.uint16)


def pool(vocabulary: Vocabulary, painted: str = "") -> tuple[list[list[int]], int]:
    """Rows of training data, texts first, and how many of them are texts; pictures of the file `painted`, if any."""
    rng = random.Random("neurons 0")
    texts = [vocabulary.encode(draw_text(rng, world=TYPED))[:LONGEST] for _ in range(TEXTS)]
    pictures = (
        [Rows(vocabulary, painted=painted).picture(rng)[:-1] for _ in range(PICTURES)]
        if vocabulary.has_pictures
        else []
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


def examples(transformer: Transformer, vocabulary: Vocabulary, painted: str = "") -> Examples:
    """Search the pool for what fires each neuron most."""
    rows, n_texts = pool(vocabulary, painted)
    values, places = strongest(transformer, rows)
    texts = best(values[:n_texts], places[:n_texts], BEST_TEXTS)
    pictures = best(values[n_texts:], places[n_texts:], BEST_PICTURES)
    pictures = (pictures[0] + n_texts, *pictures[1:])
    row, at, value = (np.concatenate(pair, -1) for pair in zip(texts, pictures, strict=True))
    ids, starts = np.concatenate(rows), np.cumsum([0, *map(len, rows)])
    return Examples(ids.astype(np.uint16), starts.astype(np.int32), row, at, value)


def main() -> None:
    """Write the seven files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("assets/model"))
    folder = parser.parse_args().folder
    lm = load(folder)
    projection.save(folder, lm.wte, projection.tsne(lm.wte))
    painted = folder / PAINTED
    found = examples(lm.transformer, lm.vocabulary, str(painted) if painted.is_file() else "")
    neurons.save(folder, lm.wte, found)
    if lm.vocabulary.has_pictures:
        found_stimuli.save(folder, lm.wte, stimuli(lm.transformer, lm.vocabulary))
    corpus.save(folder, lm.vocabulary, sample(lm.vocabulary, SAMPLE))
    reading.save(folder, lm.vocabulary, handwritten(lm.vocabulary))
    lm.corpus = corpus.load(folder, lm.vocabulary)
    lm.reading = reading.load(folder, lm.vocabulary, lm.corpus)
    demonstrations.save(folder, lm.wte, choose(lm))
    found_familiar.save(folder, lm.wte, familiar(lm))


if __name__ == "__main__":
    main()
