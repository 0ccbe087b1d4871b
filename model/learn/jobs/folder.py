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
