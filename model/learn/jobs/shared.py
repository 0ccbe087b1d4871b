"""One line of trainings, and one set of urns, for several servers of a machine: one process holds them, all ask it."""

import os
import threading
from collections.abc import Callable, Mapping
from multiprocessing.managers import BaseManager
from pathlib import Path
from typing import Any

from model.learn.jobs.line import Line
from model.learn.tune.urns import Urns

PLACE, SECRET = "WEIGHTED_DICE_TRAININGS", "WEIGHTED_DICE_SECRET"  # in the environment of such a server
ASKED = {
    "line": ("start", "start_two", "of", "has", "state", "stop", "forget", "folder", "snapshots", "warm", "give_way"),
    "urns": ("open", "cast", "told", "votes", "tuned"),
}


def offer(line: Line, urns: Urns, socket: Path, secret: str) -> Callable[[], None]:
    """Let other processes that know the secret ask both by a socket, until what is returned is called."""
    server = _manager(socket, secret, {"line": lambda: line, "urns": lambda: urns}).get_server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.listener.close


def reached(what: str = "line") -> Any:
    """The line, or the urns, that the environment names, as if they were here; None if it names none.

    Raises OSError if they are gone.
    """
    place = os.environ.get(PLACE)
    if not place:
        return None
    manager = _manager(Path(place), os.environ.get(SECRET, ""))
    manager.connect()
    return getattr(manager, what)()


def _manager(socket: Path, secret: str, here: Mapping[str, Callable[[], Any]] | None = None) -> BaseManager:
    class Manager(BaseManager):
        """With what is registered for these alone."""

    for what, asked in ASKED.items():
        Manager.register(what, callable=(here or {}).get(what), exposed=asked)
    return Manager(str(socket), secret.encode())
