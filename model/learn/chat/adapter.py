"""The adapter that ships beside the model: which weights it belongs to, and the model with it mixed in."""

import json
import random
from functools import lru_cache
from pathlib import Path

from safetensors import SafetensorError, safe_open

from model.core import checkpoint
from model.core.transformer import Transformer
from model.language_model import LanguageModel
from model.learn.chat.turns import Head, turn
from model.learn.tune import lora

FOLDER = Path("assets/chat")
MEASURED = "measured.json"
NAME = "chat"  # of the model with it, in the address of its own page


def belongs_to(folder: Path) -> str:
    """The checksum of the weights that an adapter was made beside; "" if there is none, or it does not say so."""
    try:
        with safe_open(folder / lora.WEIGHTS, framework="pt") as tensors:
            return (tensors.metadata() or {}).get("base", "")
    except (OSError, SafetensorError):
        return ""


def fits(lm: LanguageModel, folder: Path = FOLDER) -> bool:
    """Whether the adapter of a folder was made beside the very weights of a model."""
    return lm.gpt2 and lm.vocabulary.has_pictures and checkpoint.checksum(lm.transformer) == belongs_to(folder)


@lru_cache(2)
def with_adapter(lm: LanguageModel, folder: Path = FOLDER) -> LanguageModel:
    """A model with the adapter mixed in, made once. Raises ValueError if there is none that fits."""
    if not fits(lm, folder):
        raise ValueError("No adapter was made beside these weights.")
    tuned = Transformer(lm.config)
    tuned.load_state_dict(lora.read(folder, lm.transformer.state_dict()))
    made = LanguageModel(tuned.eval().requires_grad_(False), lm.vocabulary, lm.facts, kept_bytes=20_000_000)
    made.name = NAME
    return made


def log(folder: Path = FOLDER) -> dict:
    """What was measured when the adapter of a folder was made."""
    return json.loads((folder / MEASURED).read_text(encoding="utf-8"))


def size(folder: Path = FOLDER) -> int:
    """Bytes of the adapter."""
    return (folder / lora.WEIGHTS).stat().st_size


def taught(n: int) -> list[tuple[str, str]]:
    """`n` turns like those that it was taught, always the same."""
    rng = random.Random("chat shown")
    return [(made.asked, made.said) for made in (turn(rng, Head()) for _ in range(n))]
