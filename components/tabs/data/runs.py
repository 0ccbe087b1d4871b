"""What this tab asks of pairs of trainings, for the page and for whoever calls its endpoints."""

from threading import Semaphore
from typing import Annotated

from components.page.arguments import AtMost
from components.parts.trainings import Packed, line
from components.parts.trainings import packed as pack
from model import MAX_LESSON, PLANTED, LanguageModel, Lesson, Pair, compared, lessons, pair_asked, rows_with, without
from model import corpora as made
from model import learned_from as found
from model import two_dice as dice

TWO_TEXTS = 2 * MAX_LESSON  # bytes
BUSY = Semaphore(2)  # a comparison takes a second of a core: no more at once


def told(pair: Pair) -> dict:
    """A pair as the page takes it."""
    return {**pair.__dict__, "sides": [*pair.sides], "kinds": [*pair.kinds], "ask": [*pair.ask]}


def corpora(
    lm: LanguageModel, experiment: str, tenths: int = PLANTED, texts: Annotated[list, AtMost(TWO_TEXTS)] = ()
) -> dict:
    """Both corpora of an experiment, as rows: amount, noise, skew, sentence, own; or two, of two texts of one's own.

    `tenths`: of a skewed corpus, how often it says "she" of four jobs. `texts`: one's own, for own and two.
    """
    return told(made(experiment, tenths, [*texts]))


def train_two(
    lm: LanguageModel, corpora: Annotated[dict, AtMost(TWO_TEXTS)], experiment: str = "two", seed: int = 1
) -> dict:
    """Put the trainings of both sides in line: the same seed and steps, one vocabulary; their names.

    `corpora`: sides (two lists of rows), unseen (rows), and, if you like, prompt, steps, layers, width, parts.
    """
    pair = pair_asked(corpora, experiment)
    about = {"experiment": experiment, "parts": pair.parts}
    return {"names": line().start_two(lessons(pair, seed), about)}


def corpus(lm: LanguageModel, name: str) -> dict:
    """The rows that a training reads, those that are kept from it, and what it was begun for."""
    job = line().of(name)
    lesson = Lesson.load(job.folder)
    rows, unseen = (text.split("\n") if text else [] for text in (lesson.text, lesson.unseen))
    settings = {"prompt": lesson.beginning, "steps": lesson.steps, "layers": lesson.layers, "width": lesson.width}
    return {"rows": rows, "unseen": unseen, **settings, **job.about}


def differences(lm: LanguageModel, a: str, b: str) -> dict:
    """What two trained models make of the same: dice that moved most, samples, copied spans, figures, the finding."""
    jobs = [line().of(name) for name in (a, b)]
    with BUSY:
        return compared([job.folder for job in jobs], jobs[0].about)


def two_dice(lm: LanguageModel, a: str, b: str, prompt: str) -> dict:
    """The dice of two trained models of one vocabulary after a prompt: the faces that one of them thinks likeliest."""
    with BUSY:
        return dice([line().of(name).folder for name in (a, b)], prompt)


def learned_from(lm: LanguageModel, name: str, prompt: str, token: int, length: int = 0) -> dict:
    """Which rows of its corpus hold the end of a prompt with a token after it; `length` 0: as many tokens as do."""
    with BUSY:
        return found(line().of(name).folder, prompt, token, length)


def train_without(lm: LanguageModel, name: str, prompt: str, token: int, length: int) -> dict:
    """The same training but for the rows that hold the last `length` tokens of a prompt with a token; its name."""
    job = line().of(name)
    with BUSY:
        rows = rows_with(job.folder, prompt, token, length)
    return {"name": line().start(without(Lesson.load(job.folder), rows), about=job.about), "left_out": len(rows)}


def packed(names: str) -> Packed:
    """The models of two trainings, named with a space between, as folders A and B; or why there are none."""
    a, _, b = str(names).partition(" ")
    return pack({"A": a, "B": b})
