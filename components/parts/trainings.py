"""Trainings of visitors, as all tabs see them that start some: the one line, and what anybody may ask of a training."""

import atexit
from functools import cache

from model import LanguageModel, Line


@cache
def line() -> Line:
    """All trainings of this server; they end with it."""
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
