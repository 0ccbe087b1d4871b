"""Two lessons that differ in their corpus alone: the same seed, settings, steps, vocabulary and unseen rows."""

from collections.abc import Sequence
from dataclasses import replace

from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.learn.data.experiments import Pair
from model.learn.jobs.child import run_of
from model.learn.jobs.lesson import Lesson
from model.learn.jobs.materials import material
from model.learn.trainer import train

SECONDS = 60  # what a training may take, by the steps that it has; four times as long where others work, too


def lesson_of(rows: Sequence[str], pair: Pair, seed: int) -> Lesson:
    """To learn from `rows` what a side of the pair learns. Raises ValueError if they are too long."""
    return Lesson(
        reads="own",
        text="\n".join(rows),
        unseen="\n".join(pair.unseen),
        words="\n".join(dict.fromkeys(row for side in pair.sides for row in side)),
        layers=pair.layers,
        width=pair.width,
        seconds=SECONDS,
        steps=pair.steps,
        seed=seed,
        beginning=pair.prompt,
    )


def lessons(pair: Pair, seed: int = 1) -> tuple[Lesson, Lesson]:
    """Those of both sides. Raises ValueError if a side is too long."""
    a, b = (lesson_of(rows, pair, seed) for rows in pair.sides)
    return a, b


def without(lesson: Lesson, rows: Sequence[int]) -> Lesson:
    """The same lesson but for some rows of its corpus. Raises ValueError if none is left.

    Its vocabulary stays, so that the dice have the same faces.
    """
    left_out, read = set(rows), lesson.text.split("\n")
    kept = [row for i, row in enumerate(read) if i not in left_out]
    if not kept:
        raise ValueError(f"All {len(read):,} rows hold it: without them nothing is left to learn from.")
    return replace(lesson, text="\n".join(kept), words=lesson.words or lesson.text)


def trained(lesson: Lesson) -> tuple[Transformer, Vocabulary]:
    """The model of a lesson whose steps are known, trained here and now."""
    given = material(lesson)
    *_, last = train(run_of(lesson, given, lesson.steps))
    return last.transformer.eval().requires_grad_(False), last.vocabulary
