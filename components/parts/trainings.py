"""Trainings of visitors, as all tabs see them that start some: the one line, and what anybody may ask of a training."""

import atexit
import base64
from functools import cache
from pathlib import Path
from shutil import make_archive
from tempfile import TemporaryDirectory

from model import LanguageModel, Line, reached


@cache
def line() -> Line:
    """All trainings of this server; they end with it. Where several servers are one, see `workers`, theirs."""
    if shared := reached():
        return shared
    made = Line()
    atexit.register(made.close)
    return made


def training(lm: LanguageModel, name: str, after: int = 0) -> dict:
    """What has happened in a training since byte `after` of its events; the place in line until it begins."""
    return line().state(name, after if isinstance(after, int) else 0)


def stop_training(lm: LanguageModel, name: str) -> dict:
    """End a training after the step under way; what it has learned stays."""
    line().stop(name)
    return {"name": name}


def forget_training(lm: LanguageModel, name: str) -> dict:
    """Remove a training with all that it left."""
    line().forget(name)
    return {"name": name}


def zipped(folder: Path, name: str) -> dict:
    """A folder as a zip in base64: {file, trouble}."""
    with TemporaryDirectory() as place:
        content = Path(make_archive(f"{place}/{name}", "zip", folder)).read_bytes()
    return {"file": base64.b64encode(content).decode(), "trouble": ""}
