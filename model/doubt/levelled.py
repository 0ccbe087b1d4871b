"""A tuning on texts that say "she" as often as "he", recorded: `python -m model.doubt.levelled assets/model`.

All weights learn for three seeds, as in the tab Tune and without rehearsal; of each a line is kept: what the card of
prejudice measures before and after, and what unseen texts of the world cost. Five minutes of one core.
"""

import argparse
import json
from pathlib import Path

from model.core.transformer import Transformer
from model.core.vocabulary import Vocabulary
from model.doubt.cards.prejudice import asked_all, by_wording, she_of
from model.found.experiments import LEVELLED, Levelled
from model.language_model import LanguageModel, load
from model.learn.tune.elsewhere import forgetting
from model.learn.tune.live import Tuner
from model.learn.tune.tuning import Tuning

SEEDS, STEPS = (1, 2, 3), 160


def looked(transformer: Transformer, vocabulary: Vocabulary) -> tuple[list[float], float]:
    """How much of the planted difference is said in each wording; bits a token of unseen texts."""
    lm = LanguageModel(transformer.eval().requires_grad_(False), vocabulary, None)
    slopes = by_wording(she_of(lm, asked_all(lm)))
    return [round(slope, 4) for slope in slopes], forgetting(transformer, vocabulary)["unseen"]


def levelled(lm: LanguageModel, folder: Path, seed: int) -> Levelled:
    """One tuning, before and after."""
    asked = {"reads": "level", "way": "full", "rehearse": False, "steps": STEPS, "seed": seed}
    tuning = Tuning.of(asked, str(folder))
    tuner, tuned = Tuner(tuning, lm.transformer, lm.vocabulary), Transformer(lm.config)
    for _ in range(tuning.steps):
        tuner.step()
    tuned.load_state_dict(tuner.weights())
    was, now = looked(lm.transformer, lm.vocabulary), looked(tuned, lm.vocabulary)
    return Levelled(seed, tuning.steps, was[0], now[0], was[1], now[1])


def main() -> None:
    """Tune for each seed, and write a line of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("assets/model"))
    parser.add_argument("--out", type=Path, default=LEVELLED)
    flags = parser.parse_args()
    lm = load(flags.folder)
    lines = []
    for seed in SEEDS:
        lines.append(json.dumps(levelled(lm, flags.folder, seed)._asdict()))
        print(lines[-1], flush=True)
    flags.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
