"""The masked model that fits to a causal one: the same vocabulary, so that both load dice with the same faces."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch

from model.core import checkpoint, trace
from model.core.trace import Trace
from model.core.transformer import Transformer
from model.core.vocabulary import EOT, MASK

FOLDER = Path("assets/masked")


class Masked:
    """A masked transformer. T tokens of a text, V vocabulary; <eot> stands before the text, where nobody sees it."""

    def __init__(self, transformer: Transformer):
        self.transformer, self.config = transformer, transformer.config

    def check(self, count: int) -> None:
        """Raise ValueError unless `count` tokens fit behind <eot>."""
        most = self.config.n_positions - 1
        if count > most:
            raise ValueError(f"The text has {count:,} tokens; a masked model reads at most {most} and where it begins.")

    def read(self, ids: list[int], hidden: set[int]) -> list[int]:
        """What the model reads of `ids`: a start, and a <mask> in place of each that is `hidden`."""
        self.check(len(ids))
        return [EOT, *(MASK if i in hidden else id for i, id in enumerate(ids))]

    @torch.inference_mode()
    def logits(self, rows: list[list[int]]) -> torch.Tensor:
        """Scores (B, T, V) of what stands at each place of B texts of one length, as `read` gives them."""
        return self.transformer(torch.tensor(rows))[:, :-1]

    def trace(self, read: list[int], pieces: list[str]) -> Trace:
        """Everything one pass computes: T + 1 places, of which each tells what stands at the next."""
        return trace.trace(self.transformer, read, pieces)


@lru_cache(maxsize=1)
def opened(folder: Path) -> Masked:
    """The masked model of a folder, opened once. Raises ValueError if it is none."""
    transformer = checkpoint.load(folder)[0]
    if not transformer.config.masked:
        raise ValueError(f"{folder} holds a causal model, not a masked one.")
    return Masked(transformer)


@lru_cache(maxsize=4)
def same_tokens(tokenizer: Any, folder: Path) -> bool:
    """Whether a tokenizer gives every text the ids that it has in a folder."""
    try:
        return json.loads(tokenizer.to_str()) == json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False


def beside(lm: Any) -> Masked | None:
    """The masked model that was trained with the vocabulary of a causal one; None if there is none."""
    return opened(FOLDER) if fits(lm) else None


def fits(lm: Any) -> bool:
    """Whether there is one; it is not opened for that."""
    return same_tokens(lm.vocabulary.tokenizer, FOLDER)
