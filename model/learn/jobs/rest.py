"""Trainings rest for a moment when somebody asks the page for something: two cores that share one slow it otherwise."""

import signal
import threading
import time
from collections.abc import Callable, Iterable
from subprocess import Popen

CAN = hasattr(signal, "SIGSTOP")  # not on Windows
MOMENT_S = 0.15  # from the asking on: so long it takes until what was asked is computed and drawn
LONGEST_S = 1.0  # however much is asked; then they go on for half as long as they have rested


class Rest:
    """Lets processes rest, at most two thirds of the time. Safe to share between threads."""

    def __init__(self, processes: Callable[[], Iterable[Popen]]):
        self.processes, self.lock = processes, threading.Lock()
        self.until = self.again = 0.0  # when a rest ends, and when the next may begin
        self.resting = False

    def ask(self) -> None:
        """Begin a rest, or make the one under way longer; nothing where they have rested enough."""
        with self.lock:
            now = time.monotonic()
            self.until = now + MOMENT_S
            if self.resting or now < self.again or not CAN or not (found := list(self.processes())):
                return
            self.resting = True
            threading.Thread(target=self._rest, args=(found, now), daemon=True).start()

    def _rest(self, processes: list[Popen], began: float) -> None:
        for each in processes:
            each.send_signal(signal.SIGSTOP)
        while (left := min(self.until, began + LONGEST_S) - time.monotonic()) > 0:
            time.sleep(left)
        with self.lock:
            for each in processes:
                each.send_signal(signal.SIGCONT)
            now = time.monotonic()
            self.resting, self.again = False, now + (now - began) / 2
