"""All that was written by hand for the world, document by document, for `model.learn.prepare`."""

from collections.abc import Iterator

import numpy as np

from model.core.vocabulary import EOT, Vocabulary
from model.found.reading import Handwritten
from model.world.knowledge.facts import COUNTRIES, FACTS, ITSELF
from model.world.knowledge.store import things
from model.world.texts.handwritten import files, held_out


def knowledge() -> Iterator[tuple[str, str]]:
    """Each cell of the tables of knowledge, with the name of its table."""
    for thing in things():
        for cells in thing.told.values():
            yield from ((thing.type, cell) for cell in cells)
    for name, table in (("facts", FACTS), ("countries", COUNTRIES)):
        for block in table.blocks.values():
            yield from ((name, cell) for row in block.rows for cell in row)
    for block in ITSELF.blocks.values():
        yield from (("itself", said) for part in ("say", "more") for said in block.parts.get(part, ()))


def spelled(vocabulary: Vocabulary, texts: Iterator[str] | list[str]) -> np.ndarray:
    """The ids of all texts, each closed by <eot>."""
    return np.array([id for text in texts for id in (*vocabulary.encode(text), EOT)], np.int64)


def handwritten(vocabulary: Vocabulary) -> Handwritten:
    """The prose that is trained on, the knowledge, and the prose that is held out."""
    read = [(f"prose/{name}", piece) for i, (name, piece) in enumerate(files()) if not held_out(i)]
    # A cell of a table stands in the middle of a sentence, unless it is one.
    read += [(f"knowledge/{name}", cell if cell[:1].isupper() else f" {cell}") for name, cell in knowledge()]
    out = [piece for i, (_, piece) in enumerate(files()) if held_out(i)]
    sources = tuple(source for source, _ in read)
    return Handwritten(spelled(vocabulary, [text for _, text in read]), sources, spelled(vocabulary, out))
