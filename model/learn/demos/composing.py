"""Claims about tunes; see `choose` for what a claim is."""

from collections.abc import Sequence

import numpy as np

from model.core.generate import generate
from model.core.sampling import WARM, Shaping
from model.core.vocabulary import EOT
from model.found.demonstrations import Demonstration
from model.language_model import LanguageModel
from model.world.tunes.reading import read_notes
from model.world.tunes.requests import read_request
from model.world.tunes.tunes import MOST_NOTES

TUNES, SEEDS, USUAL, HEATS = 10, range(7, 15), WARM.temperature, (1.2, 1.5, 2.0)
RETURNS = 5  # notes of a beginning that is heard again


def composed(lm: LanguageModel, caption: str, temperature: float, seed: int, n: int = 1) -> list[list[int]]:
    """`n` tunes by one seed, as ids up to their end. A visitor who chooses that seed hears the one for n = 1."""
    prompts, steps = [lm.tune_prompt(caption)] * n, 2 * MOST_NOTES + 1
    fell = [step.ids.tolist() for step in generate(lm.transformer, prompts, steps, Shaping(temperature), seed)]
    tunes = [list(tune) for tune in zip(*fell, strict=True)]
    return [tune[: tune.index(EOT) + 1] if EOT in tune else tune for tune in tunes]


def is_tune(ids: Sequence[int]) -> bool:
    """Whether it is notes, then its end, and nothing else."""
    return ids[-1] == EOT and 2 * len(read_notes(ids)) == len(ids) - 1


def returning(ids: Sequence[int]) -> int:
    """How many notes of the beginning are heard again, one after the other."""
    notes = read_notes(ids)
    runs = [0]
    for start in range(1, len(notes)):
        pairs = zip(notes, notes[start:], strict=False)
        runs.append(next((i for i, (one, other) in enumerate(pairs) if one != other), len(notes) - start))
    return max(runs)


def comes_back(lm: LanguageModel, text: str) -> Demonstration | None:
    """The first notes return in most of ten tunes, and in the one that the page plays."""
    share = np.mean([returning(ids) >= RETURNS for ids in composed(lm, text, USUAL, 0, TUNES)])
    seed = next(
        (s for s in SEEDS if is_tune(ids := composed(lm, text, USUAL, s)[0]) and returning(ids) >= RETURNS), None
    )
    controls = {"temperature": USUAL, "seed": seed}
    return None if seed is None or share < 0.5 else Demonstration(text, None, controls, measured=float(share))


def length(tunes: Sequence[Sequence[int]]) -> float:
    """Sixteenths of a note, on average."""
    return float(np.mean([sixteenths for ids in tunes for _, sixteenths in read_notes(ids)]))


def is_longer(lm: LanguageModel, text: str) -> Demonstration | None:
    """Notes of the first request are a fifth longer than those of the second, in ten tunes and for the seed shown."""
    one, other = text.split("\n")
    many = length(composed(lm, one, USUAL, 0, TUNES)) / length(composed(lm, other, USUAL, 0, TUNES))
    pairs = ((s, *(composed(lm, each, USUAL, s) for each in (one, other))) for s in SEEDS)
    seed = next((s for s, a, b in pairs if is_tune(a[0]) and is_tune(b[0]) and length(a) >= 1.2 * length(b)), None)
    controls = {"temperature": USUAL, "seed": seed}
    slots = {"mood": read_request(one).mood, "other": read_request(other).mood}
    good = seed is not None and many >= 1.2
    return Demonstration(one, None, controls, slots=slots, measured=float(many)) if good else None


def breaks(lm: LanguageModel, text: str) -> Demonstration | None:
    """The least heat at which most of ten tunes hold something that is no note, where warm ones hardly do."""

    def share(heat: float) -> float:
        return float(np.mean([not is_whole(ids) for ids in composed(lm, text, heat, 0, TUNES)]))

    found = next(((heat, broken) for heat in HEATS if (broken := share(heat)) > 0.5), None)
    if found is None or share(USUAL) > 0.2:
        return None
    heat, broken = found
    seed = next((s for s in SEEDS if not is_whole(composed(lm, text, heat, s)[0])), None)
    controls, slots = {"temperature": heat, "seed": seed}, {"t": heat}
    return None if seed is None else Demonstration(text, None, controls, slots=slots, measured=broken)


def is_whole(ids: Sequence[int]) -> bool:
    """Whether all of it can be read, ended or not."""
    return 2 * len(read_notes(ids)) >= len(ids) - 1
