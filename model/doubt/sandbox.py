"""A sandbox: programs that a model wrote are run in it, and nowhere else.

Python runs them by itself (`-I -S`: no site, no paths, no environment) in an empty folder that is removed afterwards.
What holds them in is `model.doubt.walls`. It needs an operating system that has limits of that kind (POSIX).
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

WALLS = Path(__file__).with_name("walls.py")
LONGEST = 2000  # characters of a program and of a call
MOST = 400  # programs at a time
EACH, START = 1.6, 10  # seconds for each program, and to begin with


class Program(NamedTuple):
    """A source, and expressions that are asked for after it."""

    source: str
    calls: tuple[str, ...]


class Ran(NamedTuple):
    """What came of a program.

    `how`: "value"; "error", raised by itself; "refused", not known to be harmless; "stopped" by time, memory or a wall.
    """

    parses: bool
    how: str
    said: str  # the error, or what was refused
    values: tuple[str, ...]  # repr of each call, as far as it is shown


def run(programs: Sequence[Program]) -> list[Ran]:
    """Run each program in a process of its own, one after another; at most about a second each.

    Raises ValueError if there are too many, or where there is no such sandbox.
    """
    if os.name != "posix":
        raise ValueError("Programs are run on Linux and macOS only: here is nothing to hold them in.")
    if len(programs) > MOST:
        raise ValueError(f"There are {len(programs):,} programs; at most {MOST} are run at a time.")
    fits = [max(map(len, (source, *calls))) <= LONGEST for source, calls in programs]
    asked = json.dumps([each for each, short in zip(programs, fits, strict=True) if short])
    with tempfile.TemporaryDirectory() as empty:
        os.chmod(empty, 0o755)
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-W", "ignore", WALLS],
            input=asked.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=empty,
            env={},
            timeout=START + EACH * len(programs),
            check=False,
        )
    found = iter(json.loads(done.stdout or b"[]"))
    return [ran(next(found, None)) if short else Ran(False, "refused", "too long", ()) for short in fits]


def ran(told: dict | None) -> Ran:
    """What the walls told of one program; None: it was ended."""
    return Ran(**told | {"values": tuple(told["values"])}) if told else Ran(True, "stopped", "", ())
