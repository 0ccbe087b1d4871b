"""Who trains: at most two at once, others in line; each training is known by an unguessable name.

All that happens lies in a folder a training, see `child`; here stands only who is whose turn. A training ends when its
page has been gone for half a minute, and is forgotten an hour after the last look at it.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from model.core.config import shown
from model.learn.jobs.folder import told
from model.learn.jobs.lesson import EVENTS, MAX_BYTES, MODEL, SNAPSHOTS, STOP, Lesson
from model.learn.jobs.rest import Rest
from model.learn.tune.tuning import Tuning
from model.learn.tune.voted import Preference

SLOTS = 2  # trainings at once
GONE_S, KEPT_S = 30, 3600  # without a look: until it is stopped, until it is forgotten
CROWD, SHORT_S = 3, 15  # when so many wait, one takes no longer
EXTRA_S = 4  # of a training beside its seconds: vocabulary, timing, counting
MOST_WAITING, MOST_KEPT = 64, 60
FULL = f"{MOST_WAITING} trainings wait already; try again in some minutes."
TICK_S = 0.1
RESTARTS = 2  # of a process that was killed under a training
ROOT = Path(__file__).parents[3]


@dataclass
class Job:
    """One training."""

    name: str
    lesson: Lesson | Tuning | Preference
    folder: Path
    seen: float = field(default_factory=time.monotonic)  # when somebody last looked
    began: float | None = None
    ended: bool = False
    restarts: int = 0
    together: bool = False  # others may add their text before it begins
    about: dict = field(default_factory=dict)  # what whoever began it wants to be told again

    @property
    def private(self) -> bool:
        """Whether nobody else may watch it: it holds somebody's own text, or tunes."""
        return self.lesson.apart or (self.lesson.reads == "own" and not self.together)


class Worker:
    """A warm process that trains."""

    def __init__(self) -> None:
        threads = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
        command = [sys.executable, "-m", "model.learn.jobs.child"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=ROOT, env=os.environ | threads, text=True, **pipes)
        self.job: Job | None = None
        threading.Thread(target=self._listen, daemon=True).start()

    def take(self, job: Job) -> None:
        """Begin or go on with a training. Raises OSError if the process is gone."""
        self.job = job
        self.process.stdin.write(f"{job.folder}\n")
        self.process.stdin.flush()

    def _listen(self) -> None:
        with self.process.stdout as told:
            for line in told:
                if line.strip() == "done" and self.job:
                    self.job.ended, self.job = True, None

    @property
    def lost(self) -> bool:
        """Whether the process has ended by itself."""
        return self.process.poll() is not None

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()


class Line:
    """All trainings of this server. Safe to share between threads."""

    def __init__(self, slots: int = SLOTS, gone: float = GONE_S, kept: float = KEPT_S):
        self.slots, self.gone, self.kept = slots, gone, kept
        self.root = Path(tempfile.mkdtemp(prefix="weighted-dice-"))
        self.jobs: dict[str, Job] = {}
        self.workers: list[Worker] = []
        self.lock = threading.RLock()
        self.closed = threading.Event()
        self.rest = Rest(lambda: [worker.process for worker in self.workers if worker.job])
        threading.Thread(target=self._tend, daemon=True).start()

    def start(self, lesson: Lesson | Tuning | Preference, together: bool = False, about: dict | None = None) -> str:
        """Put a training in line; its name. Raises ValueError if the line is full.

        `together`: one that waits already for everybody's text takes this one's, too. `about` is kept beside it.
        """
        with self.lock:
            if together and (job := self._shared(lesson)):
                return job.name
            if len(self.waiting) >= MOST_WAITING:
                raise ValueError(FULL)
            name = secrets.token_urlsafe(16)
            job = Job(name, lesson, self.root / name, together=together, about=about or {})
            job.folder.mkdir()
            job.lesson.save(job.folder)
            job.lesson = lesson if together else lesson.bare()
            self.jobs[name] = job
            return name

    def start_two(self, lessons: Sequence[Lesson], about: dict) -> list[str]:
        """Put two trainings in line, or none; their names. Raises ValueError if there is no room for both."""
        with self.lock:
            if len(self.waiting) > MOST_WAITING - len(lessons):
                raise ValueError(FULL)
            return [self.start(lesson, about=about) for lesson in lessons]

    def _shared(self, lesson: Lesson) -> Job | None:
        """The waiting training of the same settings to which this text was added."""
        for job in self.waiting:
            fits = job.together and replace(job.lesson, text="") == replace(lesson, text="")
            text = f"{job.lesson.text}\n\n{lesson.text}"
            if fits and len(text.encode()) <= MAX_BYTES:
                job.lesson = replace(lesson, text=text)
                job.lesson.save(job.folder)
                return job
        return None

    @property
    def waiting(self) -> list[Job]:
        """In the order of their turn."""
        return [job for job in self.jobs.values() if job.began is None and not job.ended]

    @property
    def running(self) -> list[Job]:
        """Those that a process works on."""
        return [worker.job for worker in self.workers if worker.job]

    def of(self, name: str) -> Job:
        """The training of that name. Raises ValueError if there is none, or no more."""
        job = self.jobs.get(name) if isinstance(name, str) else None
        if job is None:
            raise ValueError(f"There is no training {shown(name)} here: it was forgotten, or never begun.")
        job.seen = time.monotonic()
        return job

    def has(self, name: str) -> bool:
        """Whether a training of that name is kept; unlike `of`, this is no look at it."""
        return name in self.jobs

    def state(self, name: str, after: int = 0) -> dict:
        """What has happened since byte `after`: {events, after, running, ended, before, seconds, watch}.

        `before` and `seconds` say the place in line, `watch` names a training that anybody may look at meanwhile.
        Raises ValueError if there is none of that name.
        """
        job = self.of(name)
        with self.lock:
            before, seconds = self._place(job)
            open_ones = [each.name for each in self.running if not each.private]
        events, after = told(job.folder / EVENTS, after)
        state = {"running": job.began is not None and not job.ended, "ended": job.ended, "before": before}
        state |= {"seconds": round(seconds), "length": job.lesson.seconds, "together": job.together}
        return state | {"events": events, "after": after, "watch": open_ones[0] if before and open_ones else None}

    def _place(self, job: Job) -> tuple[int, float]:
        """How many come before it, and about how many seconds that takes."""
        waiting = self.waiting
        if job not in waiting:
            return 0, 0.0
        now, place = time.monotonic(), waiting.index(job)
        ends = sorted(max(1.0, each.began + each.lesson.seconds + EXTRA_S - now) for each in self.running)
        ends = [0.0] * (self.slots - len(ends)) + ends
        crowded = len(waiting) >= CROWD
        for each in waiting[:place]:
            ends.sort()
            ends[0] += EXTRA_S + (min(SHORT_S, each.lesson.seconds) if crowded else each.lesson.seconds)
        return place + len(self.running), min(ends)

    def stop(self, name: str) -> None:
        """End a training after the step under way; what it has learned stays. Raises ValueError if there is none."""
        job = self.of(name)
        with self.lock:
            if not (job.folder / EVENTS).exists():  # nothing yet: until there is, a busy machine may take minutes
                self._release(job)
                job.ended = True
                self.warm()
        (job.folder / STOP).touch()

    def forget(self, name: str) -> None:
        """Remove a training with all that it left. Raises ValueError if there is none."""
        job = self.of(name)
        with self.lock:
            self._remove(job)

    def _release(self, job: Job) -> None:
        """End the process that works on it."""
        for worker in [w for w in self.workers if w.job is job]:
            worker.close()
            self.workers.remove(worker)

    def _remove(self, job: Job) -> None:
        self._release(job)
        shutil.rmtree(job.folder, ignore_errors=True)
        self.jobs.pop(job.name, None)

    def folder(self, name: str) -> Path:
        """Where its model lies, as a Hugging Face folder. Raises ValueError unless it has ended with one."""
        job = self.of(name)
        if not job.ended or not (job.folder / MODEL / "model.safetensors").is_file():
            raise ValueError("This training has not ended yet: its model comes with the last step.")
        return job.folder / MODEL

    def snapshots(self, name: str) -> Path:
        """The file with its weights at some steps. Raises ValueError if there is no such training."""
        return self.of(name).folder / SNAPSHOTS

    def warm(self) -> None:
        """Start a process before anybody asks for it: reading its libraries takes seconds."""
        with self.lock:
            if not self.workers and not self.closed.is_set():
                self.workers.append(Worker())

    def give_way(self) -> None:
        """Let all that train rest for a moment: somebody waits for the page."""
        self.rest.ask()

    def _tend(self) -> None:
        while not self.closed.wait(TICK_S):
            with self.lock:
                self._lose()
                self._give()
                self._tidy()

    def _lose(self) -> None:
        """A process that was killed: its training goes on in another one."""
        for worker in [w for w in self.workers if w.lost]:
            self.workers.remove(worker)
            job = worker.job
            if job and not job.ended:
                job.restarts += 1
                job.ended, job.began = job.restarts > RESTARTS, None
                self.jobs = {job.name: job} | self.jobs  # it was its turn

    def _give(self) -> None:
        """Turns to those who wait."""
        for job in self.waiting[: self.slots - len(self.running)]:
            worker = next((w for w in self.workers if w.job is None), None)
            if worker is None:
                self.workers.append(worker := Worker())
            if len(self.waiting) >= CROWD and job.lesson.seconds > SHORT_S and not job.lesson.steps:
                job.lesson = replace(job.lesson, seconds=SHORT_S)
                job.lesson.save(job.folder)
            try:
                worker.take(job)
            except OSError:
                worker.job = None
                continue
            job.began = time.monotonic()

    def _tidy(self) -> None:
        """Stop what nobody looks at, and forget what nobody has looked at for long."""
        now = time.monotonic()
        for job in list(self.jobs.values()):
            if not job.ended and now - job.seen > self.gone:
                self.stop_unseen(job)
            old = now - job.seen > self.kept
            if old and job.ended:
                self._remove(job)
        ended = sorted((job for job in self.jobs.values() if job.ended), key=lambda job: job.seen)
        for job in ended[: max(0, len(ended) - MOST_KEPT)]:
            self._remove(job)

    def stop_unseen(self, job: Job) -> None:
        """End what nobody looks at: what waits is forgotten, what runs keeps what it has."""
        if job.began is None:
            self._remove(job)
        else:
            (job.folder / STOP).touch()

    def close(self) -> None:
        """End all processes and remove all that they left."""
        self.closed.set()
        with self.lock:
            for worker in self.workers:
                worker.close()
        shutil.rmtree(self.root, ignore_errors=True)
