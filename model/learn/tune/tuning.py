"""What a visitor tunes: from which examples, all weights or an adapter, with or without rehearsal."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, ClassVar

from model.core.config import amount, shown
from model.core.generate import MAX_SEED
from model.learn.jobs.lesson import choice, unbroken

TUNING, PAIRS = "tuning.json", "pairs.txt"
READS = ("turns", "sums", "poems", "cure", "right", "level", "own")
WAYS = ("full", "lora")
RANKS = (2, 4, 8, 16)
STEPS = {"cure": 24, "right": 24}  # and of all others
PLAIN_STEPS = 40
MAX_PAIRS_BYTES = 100_000
MOST_PAIRS, MOST_LETTERS = 500, 400  # of one's own, and of one question or answer
MAX_PROMPT = 300  # characters
SECONDS = 40  # that it takes at most, about, on a quiet core
PROMPTS = {  # what is asked again and again while it learns
    "turns": "<user>What is 7+5?<assistant>",
    "sums": "<user>What is 7+5?<assistant>",
    "poems": "Once upon a time",
    "level": "The plumber lost a key.",
    "own": "<user>Hello!<assistant>",
}
ARROW = re.compile(r"\s*(?:\t|=>|->|→|\|)\s*")


@dataclass(frozen=True)
class Tuning:
    """Raises ValueError, which says what fits, for what no tuning can be made of."""

    base: str  # the folder of the model; never said by a visitor
    reads: str = "turns"
    pairs: str = ""  # one's own: a question and an answer a line
    way: str = "full"
    rank: int = 8  # of an adapter
    rehearse: bool = True
    prompt: str = ""  # that is asked while it learns; empty: one that fits
    steps: int = 0  # 0: as many as fit
    seed: int = 1

    seconds: ClassVar[int] = SECONDS
    apart: ClassVar[bool] = True  # nobody else may watch it

    def __post_init__(self) -> None:
        for name, known in (("reads", READS), ("way", WAYS), ("rank", RANKS)):
            choice(name, getattr(self, name), known)
        if not isinstance(self.rehearse, bool):
            raise ValueError(f"Whether it rehearses is true or false, not {shown(self.rehearse)}.")
        amount("The number of steps", self.steps, 4 * PLAIN_STEPS)
        amount("A seed", self.seed, MAX_SEED - 1)
        if len(self.prompt) > MAX_PROMPT:
            raise ValueError(f"The prompt has {len(self.prompt)} characters; at most {MAX_PROMPT} are read.")
        if (size := len(self.pairs.encode(errors="replace"))) > MAX_PAIRS_BYTES:
            raise ValueError(f"The pairs have {size:,} bytes; at most {MAX_PAIRS_BYTES:,} are read.")
        if self.reads == "own":
            pairs_of(self.pairs)

    @classmethod
    def of(cls, asked: Mapping[str, Any], base: str) -> "Tuning":
        """From JSON: unknown names are refused, texts are made whole Unicode; the steps are known from here on."""
        if not isinstance(asked, Mapping):
            raise ValueError(f"A tuning is asked for by names and values, not {shown(asked)}.")
        if unknown := asked.keys() - {field.name for field in fields(cls)} | asked.keys() & {"base"}:
            raise ValueError(f"A tuning has no {shown(min(unknown))}.")
        for name in ("pairs", "prompt"):
            if not isinstance(asked.get(name, ""), str):
                raise ValueError(f"The {name} are a text, not {shown(asked[name])}.")
        texts = {name: unbroken(asked.get(name, "")) for name in ("pairs", "prompt")}
        made = cls(base, **{**asked, **texts})
        return replace(made, steps=made.steps or STEPS.get(made.reads, PLAIN_STEPS))

    @property
    def asks(self) -> str:
        """The prompt that is asked while it learns; "" where the examples have one of their own."""
        return self.prompt or PROMPTS.get(self.reads, "")

    def facts(self) -> dict[str, Any]:
        """All but the pairs and where the model lies."""
        return {name: value for name, value in asdict(self).items() if name not in ("pairs", "base")}

    def bare(self) -> "Tuning":
        """The same; it is small."""
        return self

    def save(self, folder: Path) -> None:
        """Write it for the process that tunes."""
        (folder / PAIRS).write_text(self.pairs, encoding="utf-8")
        (folder / TUNING).write_text(json.dumps(self.facts() | {"base": self.base}))

    @classmethod
    def load(cls, folder: Path) -> "Tuning":
        """Read what `save` wrote. Raises ValueError if this training does not tune."""
        if not (folder / TUNING).is_file():
            raise ValueError("This training tunes nothing: it began at random.")
        facts = json.loads((folder / TUNING).read_text())
        return cls(**facts, pairs=(folder / PAIRS).read_text(encoding="utf-8"))


def pairs_of(text: str) -> list[tuple[str, str]]:
    """Question and answer of each line: an arrow, a bar or a tab parts them. Raises ValueError."""
    found = []
    for i, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        parts = ARROW.split(line.strip(), maxsplit=1)
        if len(parts) < 2 or not all(parts):
            raise ValueError(f"Line {i} has no answer: write a question, an arrow -> and the answer.")
        if max(map(len, parts)) > MOST_LETTERS:
            raise ValueError(
                f"Line {i} is too long: a question and an answer have at most {MOST_LETTERS} letters each."
            )
        found.append((parts[0], parts[1]))
    if not found:
        raise ValueError("There are no pairs yet: write a question, an arrow -> and the answer, a line each.")
    if len(found) > MOST_PAIRS:
        raise ValueError(f"There are {len(found):,} pairs; at most {MOST_PAIRS} are read.")
    return found


FIELDS = {  # what the page offers
    "reads": READS,
    "way": WAYS,
    "rank": RANKS,
    "bytes": MAX_PAIRS_BYTES,
}
