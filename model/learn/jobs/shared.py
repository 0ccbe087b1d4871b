"""One line of trainings for several servers of a machine: one process holds it, the others reach it by a socket."""

import os
import threading
from collections.abc import Callable
from multiprocessing.managers import BaseManager
from pathlib import Path

from model.learn.jobs.line import Line

PLACE, SECRET = "WEIGHTED_DICE_TRAININGS", "WEIGHTED_DICE_SECRET"  # in the environment of such a server
ASKED = ("start", "start_two", "of", "has", "state", "stop", "forget", "folder", "snapshots", "warm")


def offer(line: Line, socket: Path, secret: str) -> Callable[[], None]:
    """Let other processes that know the secret ask a line, until what is returned is called."""
    server = _manager(socket, secret, lambda: line).get_server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.listener.close


def reached() -> Line | None:
    """The line that the environment names, as if it were here; None if it names none. Raises OSError if it is gone."""
    place = os.environ.get(PLACE)
    if not place:
        return None
    manager = _manager(Path(place), os.environ.get(SECRET, ""))
    manager.connect()
    return manager.line()


def _manager(socket: Path, secret: str, line: Callable[[], Line] | None = None) -> BaseManager:
    class Manager(BaseManager):
        """With what is registered for this line alone."""

    Manager.register("line", callable=line, exposed=ASKED)
    return Manager(str(socket), secret.encode())
