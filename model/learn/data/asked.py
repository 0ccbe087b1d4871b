"""What the page asks about two trainings on two corpora, and about where one of them has something from."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from model.core.config import amount, shown, within
from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.found.experiments import ANSWERS, FINDINGS
from model.learn.data.differences import Sample, die, moved, samples
from model.learn.data.experiments import EXPERIMENTS, PLANTED, Pair, in_turn, pair, stories_like
from model.learn.data.measure import measure
from model.learn.data.rows import checked, parted, rows_of
from model.learn.data.search import Corpus, NGram
from model.learn.jobs import snapshots
from model.learn.jobs.lesson import LAYERS, MAX_STEPS, WIDTHS, Lesson, choice

FREE = "two"  # two texts of one's own
FACES, DICE, LISTED = 8, 8, 500
STEPS = (100, 300, 1200)  # that the page offers


def corpora(experiment: str, tenths: int = PLANTED, texts: Sequence[str] = ()) -> Pair:
    """Both corpora of an experiment; of "two" and "own" from `texts`. Raises ValueError for what does not fit."""
    named(experiment)
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"The texts are a list of texts, not {shown(texts)}.")
    if experiment == FREE:
        return of_texts(*(rows_of(text) for text in (*texts, "", "")[:2]))
    if experiment == "own" and texts and texts[0].strip():
        rows = rows_of(texts[0])
        return of_texts(rows, stories_like(rows))
    return pair(experiment, tenths)


def named(experiment: Any) -> None:
    """Raise ValueError unless there is an experiment of that name."""
    if experiment not in [*EXPERIMENTS, FREE]:
        known = ", ".join((*EXPERIMENTS, FREE))
        raise ValueError(f"There is no experiment {shown(experiment)}: there are {known}.")


def of_texts(a: Sequence[str], b: Sequence[str]) -> Pair:
    """Every tenth row of both is kept from both. Raises ValueError for a side of less than ten rows."""
    for name, rows in (("first", a), ("second", b)):
        if len(rows) < 10:
            raise ValueError(f"The {name} text has {len(rows)} rows; a training needs ten: lines, or paragraphs.")
    (read_a, kept_a), (read_b, kept_b) = parted(a), parted(b)
    kinds = ["own"] * len(read_a), ["own"] * len(read_b)
    prompt = " ".join(kept_a[0].split()[:2])[:40]
    return Pair((read_a, read_b), kinds, in_turn(kept_a, kept_b), prompt, parts=2)


def asked(given: Any, experiment: str = FREE) -> Pair:
    """A pair as the page sends it, perhaps with rows that were changed. Raises ValueError, which says what fits."""
    named(experiment)
    if not isinstance(given, Mapping):
        raise ValueError(f"Two corpora are asked for by names and values, not {shown(given)}.")
    sides = given.get("sides")
    if not isinstance(sides, list) or len(sides) != 2:
        raise ValueError("There are two sides, each a list of rows.")
    a, b = (checked(rows, f"side {name}") for name, rows in zip("AB", sides, strict=True))
    unseen, prompt = checked(given.get("unseen"), "the unseen text"), given.get("prompt", "")
    if not unseen or not a or not b:
        raise ValueError("Both sides, and the text that neither reads, need a row at least.")
    if not isinstance(prompt, str):
        raise ValueError(f"The prompt is a text, not {shown(prompt)}.")
    steps = amount("The number of steps", given.get("steps", 300), MAX_STEPS, 1)
    layers = amount("The number of layers", given.get("layers", 2), LAYERS, 1)
    choice("width", width := given.get("width", 128), WIDTHS)
    parts = amount("The number of kinds of unseen rows", given.get("parts", 1), 2, 1)
    return Pair((a, b), ([], []), unseen, prompt.replace("\0", ""), (), steps, layers, width, parts)


@lru_cache(maxsize=6)
def opened(folder: Path, shot: int) -> tuple[Transformer, Vocabulary]:
    """A model that is being trained, or was; see `snapshots`."""
    return snapshots.opened(folder, shot)


@lru_cache(maxsize=6)
def searched(folder: Path) -> Corpus:
    """The corpus of a training, to look things up in."""
    return Corpus(Lesson.load(folder).text.split("\n"), newest(folder)[1])


def newest(folder: Path) -> tuple[Transformer, Vocabulary]:
    """The model of a training as it is now. Raises ValueError if it has not begun."""
    return opened(folder, snapshots.last(folder))


def two_dice(folders: Sequence[Path], prompt: str) -> dict:
    """The dice of several models of one vocabulary after `prompt`: the faces that one of them thinks likeliest."""
    models = [newest(folder) for folder in folders]
    vocabulary = models[0][1]
    if any(other.tokenizer.to_str() != vocabulary.tokenizer.to_str() for _, other in models[1:]):
        raise ValueError("These two have different vocabularies: their dice have different faces.")
    dice = np.stack([die(transformer, vocabulary, prompt) for transformer, _ in models])
    top = np.argsort(-dice.max(0), kind="stable")[:FACES].tolist()
    faces = [{"id": i, "piece": vocabulary.piece(i), "chances": dice[:, i].tolist()} for i in top]
    return {
        "prompt": prompt,
        "faces": faces,
        "tokens": len(vocabulary),
        "far": float(abs(dice[0] - dice[-1]).sum() / 2),
    }


def compared(folders: Sequence[Path], about: Mapping[str, Any]) -> dict:
    """What two models make of the same: dice that moved most, samples with their copied spans, figures, the finding."""
    models = [newest(folder) for folder in folders]
    both, vocabulary = [transformer for transformer, _ in models], models[0][1]
    read = [Lesson.load(folder) for folder in folders]
    rows, unseen = [lesson.text.split("\n") for lesson in read], read[0].unseen.split("\n")
    prompt, name = read[0].beginning or unseen[0][:40], str(about.get("experiment", FREE))
    made = Pair((rows[0], rows[1]), ([], []), unseen, prompt, parts=about.get("parts", 1))
    figures = measure(made, name, both, vocabulary)
    corpora = [searched(folder) for folder in folders]
    told = [samples(transformer, vocabulary, prompt, 1) for transformer in both]
    return {
        "moved": [each._asdict() for each in moved(both, vocabulary, unseen, DICE)],
        "prompt": prompt,
        "said": [[sampled(s, c, vocabulary) for s in each] for each, c in zip(told, corpora, strict=True)],
        "figures": figures,
        "holds": FINDINGS[name](figures) if name in FINDINGS else None,
        "answer": ANSWERS.get(name, ANSWERS["noise"])(figures),
    }


def sampled(sample: Sample, corpus: Corpus, vocabulary: Vocabulary) -> dict:
    """A sample as the page draws it."""
    tokens = [[vocabulary.piece(id), p] for id, p in zip(sample.ids, sample.chances, strict=True)]
    return {"tokens": tokens, "spans": [span._asdict() for span in corpus.copied(sample.ids)]}


def ends(folder: Path, prompt: str, token: int) -> list[NGram]:
    """The ends of `prompt` with `token` after them, as they stand in the corpus. Raises ValueError if none does."""
    _, vocabulary = newest(folder)
    ids = vocabulary.encode(prompt)
    if not ids:
        raise ValueError("The prompt is empty: type at least one token.")
    return searched(folder).ngrams([*ids, within("token", token, len(vocabulary))])


def learned_from(folder: Path, prompt: str, token: int, length: int = 0) -> dict:
    """Which rows hold the end of `prompt` with `token` after it: the last `length` tokens, or as many as there are."""
    found, (_, vocabulary) = ends(folder, prompt, token), newest(folder)
    ids = [*vocabulary.encode(prompt), token]
    told = [
        {
            "length": each.length,
            "pieces": vocabulary.pieces(ids[-each.length :]),
            "times": each.times,
            "rows": len(each.rows),
        }
        for each in found
    ]
    chosen = next((each for each in found if each.length == length), found[-1] if found else None)
    rows = chosen.rows if chosen else []
    return {"ngrams": told, "length": chosen.length if chosen else 0, "rows": rows[:LISTED], "of": len(rows)}


def rows_with(folder: Path, prompt: str, token: int, length: int) -> list[int]:
    """All these rows. Raises ValueError if the corpus does not hold it."""
    found = next((each for each in ends(folder, prompt, token) if each.length == length), None)
    if found is None:
        raise ValueError(f"No {length} tokens at the end of this prompt stand so in the corpus.")
    return found.rows
