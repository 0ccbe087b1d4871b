"""Trainings of visitors, as all tabs see them that start some: the one line, and what anybody may ask of a training."""

import atexit
import base64
import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypedDict
from zipfile import ZIP_DEFLATED, ZipFile

from components.page.words import say
from model import LanguageModel, Line, Urns, reached


class Packed(TypedDict):
    """What somebody takes home of trainings."""

    file: str | None  # a zip, as base64
    trouble: str


@cache
def line() -> Line:
    """All trainings of this server; they end with it. Where several servers are one, see `workers`, theirs."""
    if shared := reached():
        return shared
    made = Line()
    atexit.register(made.close)
    return made


def give_way() -> None:
    """Let trainings rest for a moment: somebody waits for the page."""
    with suppress(OSError, EOFError):  # the process that holds the line may be on its way out
        line().give_way()


@cache
def urns() -> Urns:
    """What classes vote together, of this server or of all."""
    return reached("urns") or Urns()


def training(lm: LanguageModel, name: str, after: int = 0) -> dict:
    """What has happened in a training since byte `after` of its events; the place in line until it begins."""
    return line().state(name, after if isinstance(after, int) else 0)


def looked(shown: Mapping[str, Any], field: str) -> tuple[dict, Any]:
    """What a training told at first, and a field of its look at the step that a page shows: {run, step}.

    Raises ValueError if there is none.
    """
    events = line().state(shown["run"])["events"] if shown.get("run") else []
    found = [event[field] for event in events if event.get("step") == shown.get("step") and field in event]
    if not found:
        raise ValueError(say("print.nothing"))
    return events[0], found[0]


def stop_training(lm: LanguageModel, name: str) -> dict:
    """End a training after the step under way; what it has learned stays."""
    line().stop(name)
    return {"name": name}


def forget_training(lm: LanguageModel, name: str) -> dict:
    """Remove a training with all that it left."""
    line().forget(name)
    return {"name": name}


def packed(names: Mapping[str, str], part: Callable[[Path], Path] = lambda model: model) -> Packed:
    """Models of trainings as one zip, each below the place that it is named by; or why there is none.

    `part` chooses what of a model's folder it is.
    """
    try:
        folders = {place: part(line().folder(name)) for place, name in names.items()}
    except ValueError as error:
        return {"file": None, "trouble": str(error)}
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for place, folder in folders.items():
            for file in sorted(folder.rglob("*")):
                archive.write(file, Path(place) / file.relative_to(folder))
    return {"file": base64.b64encode(made.getvalue()).decode(), "trouble": ""}
