"""What a visitor trains: a text or a task, the sizes of the model, how long, and the seed."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, ClassVar

from model.core.config import ModelConfig, amount, shown
from model.core.generate import MAX_SEED

EVENTS, SNAPSHOTS, LESSON, STOP, MODEL = ("events.jsonl", "snapshots.f16", "lesson.json", "stop", "model")
TEXTS = {"text": "text.txt", "unseen": "unseen.txt", "words": "words.txt"}  # of a lesson, and where each lies
READS = ("own", "stories", "shapes", "sums", "copies")
LAW = "law"  # a size more for the scaling law; offered elsewhere
KINDS = ("story", "dialogue", "poem", "recipe", "letter", "news", "sums", "code")  # of texts of the world
CUTS = ("bpe", "characters")
WIDTHS = (32, 64, 128, 192, 256)
CONTEXTS = (32, 64, 128, 256)
SECONDS = (15, 60, 180)
LAYERS = 6  # at most
HEAD = 64  # numbers of a head, as of the shipped model
MAX_BYTES = 1_000_000  # of a text
MAX_STEPS = 20_000
MAX_BEGINNING = 60  # characters
MOST_ROWS = 20_000  # of a corpus
VOCABULARY = 512  # tokens, one of them the end of a text
MODULUS, SYMBOLS, COPIED = 31, 32, 20
NAMED = {"sums": MODULUS + 3, "copies": SYMBOLS + 1, "shapes": 459}  # tokens of a task
FIXED = {"shapes": 288, "sums": 8, "copies": 2 * COPIED, LAW: 64}  # context that a task needs


@dataclass(frozen=True)
class Lesson:
    """Raises ValueError, which says what fits, for what no training can be made of."""

    reads: str = "stories"
    text: str = ""  # one's own
    kind: str = "story"
    cut: str = "bpe"
    layers: int = 3
    width: int = 128
    context: int = 64
    seconds: int = 60
    steps: int = 0  # 0: as many as the seconds have room for
    seed: int = 1
    beginning: str = ""  # of what it says at each step; empty: one that fits
    unseen: str = ""  # where one's own text is rows, a document each: those that are kept from it
    words: str = ""  # rows from which the vocabulary is learned, if not from the text

    apart: ClassVar[bool] = False  # others may watch it

    def __post_init__(self) -> None:
        for name, known in (("reads", (*READS, LAW)), ("kind", KINDS), ("cut", CUTS)):
            choice(name, getattr(self, name), known)
        for name, known in (("width", WIDTHS), ("context", CONTEXTS), ("seconds", SECONDS)):
            choice(name, getattr(self, name), known)
        amount("The number of layers", self.layers, LAYERS, 1)
        amount("The number of steps", self.steps, MAX_STEPS)
        amount("A seed", self.seed, MAX_SEED - 1)
        if len(self.beginning) > MAX_BEGINNING:
            raise ValueError(f"The beginning has {len(self.beginning)} characters; at most {MAX_BEGINNING} are read.")
        for name, most in (("text", MAX_BYTES), ("unseen", MAX_BYTES), ("words", 2 * MAX_BYTES)):
            size = len(getattr(self, name).encode(errors="replace"))
            if size > most:
                raise ValueError(
                    f"The {name} {'have' if name == 'words' else 'has'} {size:,} bytes; at most {most:,} are read."
                )

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> "Lesson":
        """From JSON: unknown names are refused, text is made whole Unicode."""
        if not isinstance(asked, Mapping):
            raise ValueError(f"A training is asked for by names and values, not {shown(asked)}.")
        if unknown := asked.keys() - {field.name for field in fields(cls)}:
            raise ValueError(f"A training has no {shown(min(unknown))}.")
        for name in (*TEXTS, "beginning"):
            if not isinstance(asked.get(name, ""), str):
                raise ValueError(f"The {name} is a text, not {shown(asked[name])}.")
        made = cls(**asked)
        own = {name: unbroken(getattr(made, name)) if made.reads == "own" else "" for name in TEXTS}
        return replace(made, **own, beginning=made.beginning.replace("\0", ""))

    def facts(self) -> dict[str, Any]:
        """All but the texts."""
        return {name: value for name, value in asdict(self).items() if name not in TEXTS}

    def bare(self) -> "Lesson":
        """The same without its texts: once they are saved, nobody needs them in memory."""
        return replace(self, **dict.fromkeys(TEXTS, ""))

    def save(self, folder: Path) -> None:
        """Write it for the process that trains; a text that it has not leaves the one that is there."""
        for name, file in TEXTS.items():
            if told := getattr(self, name):
                (folder / file).write_text(told, encoding="utf-8")
        (folder / LESSON).write_text(json.dumps(self.facts()))

    @classmethod
    def load(cls, folder: Path) -> "Lesson":
        """Read what `save` wrote. Raises ValueError if this training is none of these."""
        if not (folder / LESSON).is_file():
            raise ValueError("This training tunes a model that was there before: it has no lesson of its own.")
        files = {name: folder / file for name, file in TEXTS.items()}
        texts = {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.is_file()}
        return cls(**json.loads((folder / LESSON).read_text()), **texts)

    def config(self, vocabulary: int = 0) -> ModelConfig:
        """Sizes of the model; of a text the vocabulary is foreseen where it is not given."""
        vocabulary = vocabulary or NAMED.get(self.reads, VOCABULARY)
        context = FIXED.get(self.reads, self.context)
        heads = max(1, self.width // HEAD)
        return ModelConfig(vocabulary, context, self.width, self.layers, heads)


def unbroken(text: str) -> str:
    """A text as whole Unicode, without NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")


def choice(name: str, value: Any, known: tuple) -> None:
    """Raise ValueError unless `value` is one of `known`."""
    if value not in known or isinstance(value, bool):
        raise ValueError(f"{shown(value)} does not fit as {name}: there are {', '.join(map(str, known))}.")


def pieces(text: str, most: int = 800) -> list[str]:
    """A text cut into parts of at most about `most` characters: at empty lines, else at ends of lines or words."""
    found: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        part = part.strip()
        while len(part) > most:
            cut = max(part.rfind(end, most // 2, most) for end in ("\n", ". ", " ")) + 1 or most
            found.append(part[:cut].strip())
            part = part[cut:].strip()
        found.append(part)
    return [part for part in found if part]


FIELDS = {  # what the page offers
    "reads": READS,
    "kind": KINDS,
    "cut": CUTS,
    "layers": LAYERS,
    "width": WIDTHS,
    "context": CONTEXTS,
    "seconds": SECONDS,
    "fixed": {reads: context for reads, context in FIXED.items() if reads in READS},
    "bytes": MAX_BYTES,
}
