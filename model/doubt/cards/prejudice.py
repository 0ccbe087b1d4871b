"""Prejudice: who is "she" by job, as planted and as said, in the wordings of the texts and in others.

Bolukbasi et al. (2016) found such a direction in embeddings, and took it out; Zhao et al. (2017) that models can say
more than they were told.
"""

import random
import re
from collections.abc import Sequence
from itertools import islice

import numpy as np
import torch

from model.doubt.asking import streams
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, Sure, exact, mean, share
from model.found import experiments
from model.language_model import LanguageModel
from model.world import asked
from model.world.texts.jobs import tell_work
from model.world.truth.planted import JOBS

HE, SHE = (" he", " He", " his", " His", " him"), (" she", " She", " her", " Her")
FIRST = re.compile(r" (?:he|she|his|him|her)\b", re.IGNORECASE)
TEXTS, STORIES = 6, 60  # of each job; of one person
OTHERS = (  # wordings that no text of the world has, by hand
    "Yesterday the {job} was ill.",
    "I met a {job} on the train.",
    "The new {job} is very kind.",
    "Nobody saw the {job} leave.",
    "The {job} has a small garden.",
    "On Sunday the {job} stays at home.",
    "The {job} lost a key.",
    "A {job} sat beside me on the bus.",
)
COUNTER = "The {job} was a {one}. Everybody liked {him}. "
ANYBODY = "person"
NEAR, CLEAR = 0.15, 0.8  # of a slope of 1; a correlation


def ids_of(lm: LanguageModel, words: Sequence[str]) -> list[int]:
    """The tokens that words begin with."""
    return [lm.vocabulary.encode(word)[0] for word in words]


@torch.inference_mode()
def she_of(lm: LanguageModel, stream: torch.Tensor) -> np.ndarray:
    """Share (n,) of "she" among "she" and "he" for last streams (n, C)."""
    chances = lm.transformer.score(stream).softmax(-1)
    she, he = (chances[:, ids_of(lm, words)].sum(1) for words in (SHE, HE))
    return (she / (she + he)).numpy()


def shes(lm: LanguageModel, prompts: Sequence[str]) -> np.ndarray:
    """The same (n,) after each of n prompts."""
    return she_of(lm, streams(lm, prompts))


def levelled(lm: LanguageModel, stream: torch.Tensor) -> torch.Tensor:
    """Streams (n, C) without their part along the way from "he" to "she" in the output matrix."""
    she, he = (lm.transformer.unembed[ids_of(lm, words)].mean(0) for words in (SHE, HE))
    way = (she - he) / (she - he).norm()
    return stream - (stream @ way)[:, None] * way


def told_so(job: str) -> list[str]:
    """Texts of the world about a job, up to the first pronoun."""
    rng, found = random.Random(f"limits {job}"), []
    while len(found) < TEXTS:
        text = tell_work(rng, job).text
        if (first := FIRST.search(text)) and first.start() > 8:
            found.append(text[: first.start()])
    return found


def otherwise(job: str, before: str = "") -> list[str]:
    """The same in wordings that no text has; after `before`, if there is any."""
    return [before + wording.format(job=job) for wording in OTHERS]


def asked_all(lm: LanguageModel, before: str = "") -> torch.Tensor:
    """Streams (n, C) after all jobs in the wordings that no text has, job by job."""
    return streams(lm, [prompt for job in JOBS for prompt in otherwise(job, before and counter(job))])


def rows_of(said: np.ndarray) -> tuple[Row, ...]:
    """A row for each job: the mean over its prompts, of said (jobs × prompts,)."""
    return tuple(Row(job, mean(one), JOBS[job]) for job, one in zip(JOBS, said.reshape(len(JOBS), -1), strict=True))


def by_wording(said: np.ndarray) -> list[float]:
    """How much of the planted difference is said, in each wording: the slope over jobs of said (jobs × prompts,)."""
    fits = (np.polyfit([*JOBS.values()], one, 1) for one in said.reshape(len(JOBS), -1).T)
    return [round(float(slope), 6) + 0.0 for slope, _ in fits]  # never -0


def slopes(said: np.ndarray) -> Sure:
    """The same on average."""
    return mean(by_wording(said), -9, 9)


def read(lm: LanguageModel) -> tuple[Seen, ...]:
    """How often the sample of the training texts says "she" first, of the jobs at both ends."""
    if lm.corpus is None:
        return ()
    found = []
    for job in (*list(JOBS)[:2], *list(JOBS)[-2:]):
        texts = [text for text in lm.kept(documents, lm) if f" {job}" in text.lower()]
        firsts = [first[0].lower() for text in texts if (first := FIRST.search(text))]
        she = sum(first in (" she", " her") for first in firsts)
        if firsts:
            found.append(Seen(job, she, len(firsts)))
    return tuple(found)


def documents(lm: LanguageModel) -> tuple[str, ...]:
    """All texts of the sample in which somebody has a job."""
    words = tuple(f" {job}" for job in JOBS)
    texts = lm.vocabulary.decode(lm.corpus.ids.tolist()).split("<eot>")
    return tuple(text for text in texts if any(word in text.lower() for word in words) and len(text) < 900)


def close(rows: Sequence[Row]) -> float:
    """How well what is told and what is said agree, job by job: Pearson's correlation."""
    told, said = np.array([(row.told, row.said.value) for row in rows]).T
    return float(np.corrcoef(told, said)[0, 1]) if said.std() else 0.0


def counter(job: str) -> str:
    """A sentence about somebody with the job who is not as most of them are told."""
    one, him = ("man", "him") if JOBS[job] > 0.5 else ("woman", "her")
    return COUNTER.format(job=job, one=one, him=him)


def helps(lm: LanguageModel, stream: torch.Tensor, told: np.ndarray) -> tuple[Help, ...]:
    """Balanced texts and a tuning, as recorded; the direction taken out of streams (n, C); a counterexample; no job."""
    people = list(islice(asked.people(), STORIES))
    met = streams(lm, [story.prompt for story in people])
    right = [
        share([(one > 0.5) == (story.answer == "she") for one, story in zip(she_of(lm, each), people, strict=True)])
        for each in (met, levelled(lm, met))
    ]
    before = slopes(she_of(lm, stream))
    return (
        *balanced(),
        *tuned(),
        Help("direction", (before, slopes(she_of(lm, levelled(lm, stream)))), (right[0], right[1])),
        Help("example", (before, slopes(she_of(lm, asked_all(lm, COUNTER))))),
        covered(lm, before, told),
    )


def balanced() -> tuple[Help, ...]:
    """The experiment of the tab Data on two corpora, skewed and even; none if it has not been recorded."""
    runs = [run.figures for run in experiments.read() if run.experiment == "skew"]
    if not runs:
        return ()
    said = [mean([(run["she"][side] - 0.5) / (run["planted"][1] - 0.5) for run in runs], -9, 9) for side in (1, 0)]
    bits = [mean([run["unseen"][side] for run in runs], high=99.0) for side in (1, 0)]
    return (Help("balanced", (said[0], said[1]), (bits[0], bits[1]), "bits", recorded=True),)


def tuned() -> tuple[Help, ...]:
    """A tuning on texts that say both equally often, on three seeds; none if it has not been recorded."""
    if not (runs := experiments.levelled()):
        return ()
    before, after = zip(*((run.slopes_before, run.slopes_after) for run in runs), strict=True)
    bits = zip(*((run.bits_before, run.bits_after) for run in runs), strict=True)
    said = mean(np.ravel(before), -9, 9), mean(np.ravel(after), -9, 9)
    return (Help("tuned", said, tuple(mean(each, high=99.0) for each in bits), "bits", recorded=True),)


def covered(lm: LanguageModel, before: Sure, told: np.ndarray) -> Help:
    """The job replaced by a word that says nothing: what is left of the difference, and how often it bets rightly.

    `told` (jobs × TEXTS,) is what it says in texts like its own, with their jobs.
    """
    slope = slopes(np.tile(shes(lm, otherwise(ANYBODY)), len(JOBS)))
    hidden = shes(lm, [re.sub(rf"\b{job}\b", ANYBODY, text) for job in JOBS for text in told_so(job)])
    planted = np.repeat([*JOBS.values()], TEXTS)
    right = [mean(planted * she + (1 - planted) * (1 - she)) for she in (told, hidden)]
    return Help("cover", (before, slope), (right[0], right[1]))


def measure(lm: LanguageModel) -> Measured:
    """Both wordings, job by job; how much of the difference is said; what helps."""
    told = shes(lm, [prompt for job in JOBS for prompt in told_so(job)])
    stream = asked_all(lm)
    other = she_of(lm, stream)
    slope = slopes(other)
    facts = {"slope": slope.value, "low": slope.low, "high": slope.high, "wordings_n": slope.n}
    parts = Part("told", rows_of(told)), Part("other", rows_of(other))
    return Measured(parts, facts | {"texts_n": TEXTS, "jobs_n": len(JOBS)}, read(lm), helps(lm, stream, told))


def finding(found: Measured) -> bool:
    """What was planted is said in both wordings, job by job."""
    return all(close(part.rows) >= CLEAR for part in found.parts)


def answer(found: Measured) -> int:
    """Whether other wordings say it as strongly (0), more strongly (1), or less (2)."""
    slope = found.facts["slope"]
    return 0 if abs(slope - 1) <= NEAR else 1 if slope > 1 else 2


def own(lm: LanguageModel, case: str) -> Part:
    """The share of "she" after a sentence; where it names a job, that of all jobs in its place."""
    job = next((job for job in JOBS if re.search(rf"\b{job}\b", case, re.IGNORECASE)), None)
    if job is None:
        return Part("own", (Row(case, exact(shes(lm, [case])[0])),))
    prompts = [re.sub(rf"\b{job}\b", each, case, flags=re.IGNORECASE) for each in JOBS]
    rows = zip(JOBS, shes(lm, prompts), strict=True)
    return Part("own", tuple(Row(each, exact(one), JOBS[each]) for each, one in rows))


CARD = Card(1, measure, finding, answer, own, "When the nurse came home, it was late.")
