"""Does a copy learn what was voted for? `python -m model.learn.tune.directions` asks on beginnings nobody voted on.

Five rules vote twenty times each, with three seeds; a tuned copy and the model that it was say 40 samples after each of
the beginnings, with the same throws.
"""

import argparse
import time
from collections.abc import Iterator

from model.core import checkpoint
from model.learn.tune.prefer import Chooser, Unseen
from model.learn.tune.voted import ENOUGH, LEASH, Preference
from model.learn.tune.votes import RULES, by_rule

SEEDS = (1, 2, 3)
EACH = 40  # samples of each beginning
HEAD = "| rule | seed | more | less | of | share of those that differ (95 %) | bits a token | CPU seconds |"


def measured(base: str, leash: float = LEASH, seeds: tuple[int, ...] = SEEDS, each: int = EACH) -> Iterator[dict]:
    """Of each rule and seed what `Unseen.told` tells, with rule, seed and the seconds that all the steps took."""
    model, vocabulary, _ = checkpoint.load(base)
    for rule in RULES:
        for seed in seeds:
            votes = by_rule(model, vocabulary, rule, ENOUGH, seed)
            preference = Preference(base, votes, leash, rule, seed=seed)
            began = time.process_time()
            chooser = Chooser(preference, model, vocabulary)
            while chooser.done < preference.steps:
                chooser.step()
            taken = {"rule": rule, "seed": seed, "votes": len(votes), "seconds": time.process_time() - began}
            yield Unseen(model, vocabulary, preference, each).told(chooser.learner.eval()) | taken


def main() -> None:
    """Print a table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--model", default="assets/model")
    asked.add_argument("--leash", type=float, default=LEASH)
    given = asked.parse_args()
    print(HEAD, "|" + " --- |" * (HEAD.count("|") - 1), sep="\n", flush=True)
    for row in measured(given.model, given.leash):
        share, low, high = row["share"] or (0, 0, 0)
        told = [row[name] for name in ("rule", "seed", "more", "less", "of")]
        cells = [*told, f"{share:.3f} ({low:.3f} to {high:.3f})", f"{row['bits']:.2f}", f"{row['seconds']:.1f}"]
        print("|", " | ".join(map(str, cells)), "|", flush=True)


if __name__ == "__main__":
    main()
