"""What this tab asks of trainings, for the page and for whoever calls its endpoints."""

from typing import Annotated

from components.page.arguments import AtMost
from components.page.words import say
from components.parts.trainings import Packed, line
from components.parts.trainings import packed as pack
from components.tabs.train.drawn import hill
from model import MAX_LESSON, LanguageModel, Lesson, StepAsked, load, one_step

OWN = "your-model"  # what the folder of a download is called
KEPT_BYTES = 20_000_000  # of passes, for each model that is open


def train(lm: LanguageModel, lesson: Annotated[dict, AtMost(MAX_LESSON)], together: bool = False) -> dict:
    """Put a training in line; its name, by which `training` tells of it. Who knows the name sees the model.

    `lesson`: reads (own, stories, shapes, sums or copies), text, kind, cut (bpe or characters), layers, width, context,
    seconds, steps, seed, beginning; all but one's own text may be left out. `together`: everybody's texts, until it
    begins, make one training.
    """
    return {"name": line().start(Lesson.of(lesson), together is True)}


def microscope(asked: dict) -> dict:
    """A step of gradient descent from a snapshot, with the hill of the weight that is followed."""
    said = {name: asked.get(name) for name in ("name", "shot", "taken")}
    try:
        wanted = StepAsked(**{name: value for name, value in asked.items() if name != "name"})
        step = {"mean": None, "size": None, **one_step(line().of(str(asked.get("name"))).folder, wanted)}
    except (ValueError, TypeError) as error:
        return said | {"trouble": str(error)}
    axes = say("micro.weight"), say("micro.bits")
    drawn = hill(step.pop("hill"), step["before"], step["after"], step["slope"], *axes)
    return said | step | {"figure": drawn.to_dict(), "trouble": ""}


def opened_again(name: str) -> LanguageModel:
    """The model of a training. Raises ValueError unless it has ended with one."""
    lm = load(line().folder(name), kept_bytes=KEPT_BYTES)
    lm.name = OWN
    return lm


def packed(name: str) -> Packed:
    """The model of a training as a Hugging Face folder; or why there is none."""
    return pack({"": name})
