"""The folder of a training: what the process that trains and the page tell each other."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from model.core.transformer import Transformer
from model.core.written import write_text
from model.learn.jobs.lesson import EVENTS, LESSON, SNAPSHOTS, STOP, Lesson

PARENT = os.getppid()
CHUNK = 400_000  # bytes of one answer


class Folder:
    """What the process and the page tell each other."""

    def __init__(self, path: Path, kind: Any = Lesson):
        """`kind`: what is learned, which loads itself."""
        self.path = path
        self.lesson = kind.load(path)

    @property
    def stopped(self) -> bool:
        """Whether somebody has pressed Stop, or the page's server is gone."""
        return (self.path / STOP).exists() or os.getppid() != PARENT

    def fix(self, steps: int) -> None:
        """The number of steps is known from now on."""
        facts = self.lesson.facts() | {"steps": steps}
        write_text(self.path / LESSON, json.dumps(facts))
        self.lesson = replace(self.lesson, steps=steps)

    def tell(self, **event: object) -> None:
        """Append an event."""
        with (self.path / EVENTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps(event, ensure_ascii=False) + "\n")

    def after(self, step: int) -> list[dict]:
        """Take back the events of later steps: they come again. The others."""
        file = self.path / EVENTS
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        kept = [event for event in map(json.loads, lines) if event.get("step", 0) <= step]
        file.write_text("", encoding="utf-8")
        for event in kept:
            self.tell(**event)
        return kept

    def keep(self, transformer: Transformer, place: int) -> None:
        """All weights, as float16, in row `place`."""
        row = np.concatenate([w.detach().numpy().ravel() for w in transformer.state_dict().values()])
        file = self.path / SNAPSHOTS
        with file.open("r+b" if file.exists() else "w+b") as opened:
            opened.seek(place * 2 * len(row))
            opened.write(row.astype("<f2").tobytes())


def told(file: Path, after: int) -> tuple[list[dict], int]:
    """The whole lines of a file from byte `after` on, as many as fit into an answer, and where the next one begins."""
    try:
        size = file.stat().st_size
    except FileNotFoundError:
        return [], 0
    with file.open("rb") as opened:
        opened.seek(max(0, after - 1))
        if not 0 < after <= size or opened.read(1) != b"\n":  # it was rewritten: all of it comes again
            after = 0
            opened.seek(0)
        lines = opened.read(CHUNK).splitlines(keepends=True)
    whole = [line for line in lines if line.endswith(b"\n")]
    return [json.loads(line) for line in whole], after + sum(map(len, whole))
