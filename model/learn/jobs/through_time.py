"""What a visitor's training leaves for the tab Through time: all of its snapshots whole, each with its read-out."""

import json
from pathlib import Path

from model.core.checkpoint import checksum
from model.core.transformer import Transformer
from model.core.vocabulary import COLOUR_IDS, Vocabulary
from model.found.history import FILE, FOLDER
from model.inside.roles import roles
from model.learn.history import add, keep, told_roles
from model.learn.jobs.lesson import EVENTS, MODEL
from model.learn.jobs.snapshots import opened


def write(folder: Path) -> None:
    """Beside the model of a training, from its events and snapshots; the first step, 0, is left out."""
    place = folder / MODEL / FOLDER
    place.mkdir(exist_ok=True)
    (place / FILE).unlink(missing_ok=True)
    events = [json.loads(line) for line in (folder / EVENTS).read_text(encoding="utf-8").splitlines()]
    begun = next(event for event in events if "begun" in event)
    for event in events:
        if event.get("shot", 0):  # 0: nothing is learned yet
            transformer, vocabulary = opened(folder, event["shot"])
            add(place, event["step"], read_out(event, begun, transformer, vocabulary))
            keep(place, event["step"], transformer)


def read_out(event: dict, begun: dict, transformer: Transformer, vocabulary: Vocabulary) -> dict:
    """One step, as `model.learn.history` tells it; what a training has nothing of is left out."""
    colours = COLOUR_IDS if vocabulary.has_pictures else None
    found = {"weights": checksum(transformer), "skills": {"guessed": event["guessed"]}}
    if "picture" in event:
        return found | {"pictures": {begun["caption"]: event["picture"]}}
    written = event["said"]
    return found | {
        "dice": {begun["beginning"]: event["die"]},
        "story": begun["beginning"] + "".join(piece for piece, _ in written),
        "beginning": begun["beginning"],
        "written": written,
        "roles": told_roles(roles(transformer, vocabulary.words, colours)),
    }
