"""The process that trains: `python -m model.learn.jobs.child`, a folder a line on its input.

A folder holds `lesson.json` and `text.txt`, or what `model.learn.tune` saves; what happens is appended to
`events.jsonl`, and the weights at some steps to `snapshots.f16`, a row each. A file `stop` ends it after the step under
way. Started again, it goes on from what `model/` holds, and leaves the same bytes. It trains by the same `train` as
`python -m model.learn`.
"""

import math
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import torch

from model.core import checkpoint
from model.learn.history import spaced
from model.learn.jobs import through_time
from model.learn.jobs.folder import Folder
from model.learn.jobs.given import Given
from model.learn.jobs.lesson import LAW, MAX_STEPS, MODEL, MODULUS, SYMBOLS, Lesson
from model.learn.jobs.materials import material
from model.learn.jobs.readouts import moved, read_out
from model.learn.jobs.verdict import Bars, verdict
from model.learn.run import Run
from model.learn.trainer import Happened, Trainer, train
from model.learn.tune import live as tune
from model.learn.tune import prefer
from model.learn.tune.tuning import TUNING, Tuning
from model.learn.tune.voted import PREFERENCE, Preference
from model.world.alphabet import COLOURS

TIMED, WARM = 20, 2  # steps that tell how long one takes, after some that are slower
LEARNING = 0.85  # share of the seconds; the rest is for looking
MOST_SHOTS, SHOT_BYTES = 26, 60_000_000  # snapshots: how many, and all together
PAINTED_S = 2  # for each picture that is painted on the way
TOLD_S = 0.25  # between two lines about losses
NICE = 10
PATIENCE = 4  # times its seconds: then it ends, done or not
CHOICES = {
    "sums": MODULUS,
    "copies": SYMBOLS,
    "shapes": len(COLOURS),
}  # among which a task has its answers; else all tokens


def run_of(lesson: Lesson, given: Given, steps: int) -> Run:
    """The settings of its training. Sums are understood only under strong decay, long after they are known by heart."""
    sums = lesson.reads == "sums"
    return Run(
        config=lesson.config(len(given.vocabulary(None))),
        material=given,
        steps=steps,
        optimizer="adamw" if sums else "muon",
        **given.rates,
        weight_decay=10.0 if sums else 0.05,
        level=sums,
        every=max(1, steps // 4),
        seed=lesson.seed,
    )


def seconds_a_step(lesson: Lesson, given: Given) -> float:
    """Measured on a training that is then thrown away."""
    trainer = Trainer(run_of(lesson, given, TIMED))
    for _ in range(WARM):
        trainer.step()
    began = time.perf_counter()
    for _ in range(TIMED):
        trainer.step()
    return (time.perf_counter() - began) / TIMED


def shots_of(lesson: Lesson, n_weights: int) -> list[int]:
    """The steps at which all weights are kept, as many as fit: 0, then evenly spaced in their logarithm."""
    steps, most = lesson.steps, {"shapes": lesson.seconds // PAINTED_S, LAW: 0}.get(lesson.reads, lesson.seconds)
    count = max(4, min(MOST_SHOTS, most, SHOT_BYTES // (2 * n_weights)))
    return [0, *spaced(steps, count - 1)]


def live(folder: Folder) -> None:
    """Train until the steps are done or somebody stops it. Raises ValueError if no training can be made of it."""
    began = time.monotonic()
    given = material(folder.lesson)
    vocabulary = given.vocabulary(None)
    context = folder.lesson.config(len(vocabulary)).n_positions
    given.unseen(vocabulary, context + 1)  # raises if there is too little
    given.beginning = vocabulary.decode(vocabulary.encode(given.beginning)[: context // 2])  # it shall go on
    if not folder.lesson.steps:
        each = seconds_a_step(folder.lesson, given)
        folder.fix(min(MAX_STEPS, max(20, int(LEARNING * folder.lesson.seconds / each))))
    watched = Watched(folder, given)
    for now in train(watched.run, folder.path / MODEL):
        if watched.see(now):
            finish(folder, now, began)
            return


class Watched:
    """What is told of a run while it goes on."""

    def __init__(self, folder: Folder, given: Given):
        self.folder, self.given = folder, given
        self.run = run_of(folder.lesson, given, folder.lesson.steps)
        self.at = Trainer(self.run)  # as at step 0; then it measures the weights of the one that learns
        self.start = {name: w.clone() for name, w in self.at.transformer.state_dict().items()}
        self.weights = sum(w.numel() for w in self.start.values())
        self.shots, steps = shots_of(folder.lesson, self.weights), self.run.steps
        times = given.measured
        self.measured = {*spaced(steps, times), *(steps * i // times for i in range(1, times)), *self.shots}
        self.found: list[tuple[int, float, float]] = []
        self.losses: list[float] = []
        self.norms: list[float] = []
        self.began, self.told = time.monotonic(), 0.0
        resumed = (folder.path / MODEL / "training.safetensors").is_file()
        saved = Trainer(self.run, folder.path / MODEL).done if resumed else 0
        events = folder.after(saved) if saved else []
        counted = events[0]["counted"] if saved else given.counted(self.at.vocabulary, self.at.length)
        guess = math.log2(CHOICES.get(folder.lesson.reads, len(self.at.vocabulary)))
        self.bars = Bars(round(guess, 4), None if counted is None else round(counted, 4), given.best)
        self.found += [(event["step"], event["seconds"], event["unseen"]) for event in events if "unseen" in event]
        if not saved:
            folder.after(-1)
            self.begin()

    def begin(self) -> None:
        """What is known before the first step."""
        about = {"weights": self.weights, "tokens": len(self.at.vocabulary), **self.bars._asdict()}
        about |= {"beginning": self.given.beginning, "caption": self.given.caption, "shots": self.shots}
        checkpoint.save(self.folder.path / MODEL, self.at.transformer, self.at.vocabulary, self.folder.lesson.facts())
        self.folder.tell(begun=True, steps=self.run.steps, **about)
        self.look(0, 0.0)

    def see(self, now: Happened) -> bool:
        """Tell of a step, if it is its turn; whether it was the last."""
        self.losses.append(round(now.bits, 4))
        self.norms.append(round(now.norm, 5))
        late = time.monotonic() - self.began > PATIENCE * self.folder.lesson.seconds + TIMED  # others work, too
        last = now.step == self.run.steps or self.folder.stopped or late
        looks = now.step in self.measured or last
        if looks or time.monotonic() - self.told > TOLD_S:
            self.folder.tell(step=now.step, losses=self.losses, norms=self.norms)
            self.told, self.losses, self.norms = time.monotonic(), [], []
        if looks:
            self.at.transformer = self.at.losses.transformer = now.transformer
            self.look(now.step, now.seconds, last)
        return last

    def look(self, step: int, seconds: float, last: bool = False) -> None:
        """Measure the weights as they are, and at some steps read them out and keep them."""
        unseen, transformer = self.given.evaluate(self.at), self.at.transformer
        self.found.append((step, seconds, unseen["unseen"]))
        event = {"step": step, "seconds": round(seconds, 2), **unseen, **verdict(self.found, self.bars, self.run.steps)}
        if step in self.shots or last:
            shot = self.shots.index(step) if step in self.shots else sum(each < step for each in self.shots)
            event |= {"shot": shot, **read_out(transformer, self.at.vocabulary, self.given, self.run.seed)}
            event |= {"moved": moved(self.start, transformer), "guessed": self.given.guessed(self.at)}
            self.folder.keep(transformer, shot)
        self.folder.tell(**event)


def finish(folder: Folder, now: Happened, began: float) -> None:
    """Leave the model as a Hugging Face folder that names neither the page nor its visitor."""
    facts = {"steps": now.step, "seconds": round(now.seconds), "tokens": now.tokens, "hardware": "1 processor core"}
    checkpoint.save(folder.path / MODEL, now.transformer.eval(), now.vocabulary, facts | folder.lesson.facts())
    through_time.write(folder.path)
    with suppress(FileNotFoundError):
        (folder.path / MODEL / "training.safetensors").unlink()
    folder.tell(
        ended=True, step=now.step, stopped=now.step < folder.lesson.steps, seconds=round(time.monotonic() - began, 1)
    )


KINDS = {TUNING: (Tuning, tune.live), PREFERENCE: (Preference, prefer.live)}  # by the file that one has; else a lesson


def give_way() -> None:
    """Work while nobody else does: beside two trainings the page takes 1.1 times as long, beside niced ones 1.3."""
    os.nice(NICE)
    with suppress(AttributeError, OSError):  # not everywhere, nor allowed everywhere
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def main() -> None:
    """Work on each folder that is named, until the input ends."""
    give_way()
    torch.set_num_threads(1)
    torch.optim.AdamW([torch.zeros(1)])  # the first one reads its libraries, which takes seconds
    print("ready", flush=True)
    for line in sys.stdin:
        path = Path(line.strip())
        kind, learn = next((each for file, each in KINDS.items() if (path / file).is_file()), (Lesson, live))
        folder = Folder(path, kind)
        try:
            learn(folder)
        except ValueError as error:
            folder.tell(ended=True, failed=str(error))
        print("done", flush=True)


if __name__ == "__main__":
    main()
