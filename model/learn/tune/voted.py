"""What a visitor's votes make of a tuning: the pairs, the leash and the seed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, ClassVar

from model.core.config import amount, shown
from model.core.generate import MAX_SEED
from model.learn.jobs.lesson import choice, unbroken
from model.learn.tune.tuning import MAX_PROMPT
from model.learn.tune.votes import LONGEST, RULES, WORD, Vote

PREFERENCE = "preference.json"
LEASHES = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2)  # β
LEASH = 0.5
FEWEST, ENOUGH, MOST = 5, 20, 60  # votes
STEPS, MOST_STEPS = 12, 48
MAX_VOTES_BYTES = 2 * MOST * (MAX_PROMPT * 4 + LONGEST * 12)


@dataclass(frozen=True)
class Preference:
    """Raises ValueError, which says what fits, for votes that no tuning can be made of."""

    base: str  # the folder of the model; never said by a visitor
    votes: Sequence[Vote] = ()
    leash: float = LEASH
    rule: str = ""  # that voted; empty: somebody did
    steps: int = STEPS
    seed: int = 1

    seconds: ClassVar[int] = 15
    apart: ClassVar[bool] = True  # nobody else may watch it
    reads: ClassVar[str] = "votes"

    def __post_init__(self) -> None:
        choice("leash", self.leash, LEASHES)
        choice("rule", self.rule, ("", *RULES))
        amount("The number of steps", self.steps, MOST_STEPS, 1)
        amount("A seed", self.seed, MAX_SEED // 2)
        if not FEWEST <= len(self.votes) <= MOST:
            raise ValueError(f"There are {len(self.votes)} votes: {FEWEST} to {MOST} fit.")

    @classmethod
    def of(cls, asked: Mapping[str, Any], base: str, tokens: int) -> "Preference":
        """From JSON, for a model of so many `tokens`: unknown names are refused, each vote is looked through."""
        if not isinstance(asked, Mapping):
            raise ValueError(f"A tuning is asked for by names and values, not {shown(asked)}.")
        if unknown := asked.keys() - {field.name for field in fields(cls)} | asked.keys() & {"base"}:
            raise ValueError(f"A tuning by votes has no {shown(min(unknown))}.")
        return cls(base, **{**asked, "votes": votes_of(asked.get("votes", []), tokens)})

    @property
    def sides(self) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
        """The ids of all that was chosen, and of all that was rejected."""
        return [vote.chosen for vote in self.votes], [vote.rejected for vote in self.votes]

    def facts(self) -> dict[str, Any]:
        """All but the votes and where the model lies."""
        return {name: value for name, value in asdict(self).items() if name not in ("votes", "base")}

    def bare(self) -> "Preference":
        """The same; it is small."""
        return self

    def save(self, folder: Path) -> None:
        """Write it for the process that tunes."""
        (folder / PREFERENCE).write_text(json.dumps(self.facts() | {"base": self.base, "votes": [*self.votes]}))

    @classmethod
    def load(cls, folder: Path) -> "Preference":
        """Read what `save` wrote. Raises ValueError if nobody voted here."""
        if not (folder / PREFERENCE).is_file():
            raise ValueError("Nobody has voted on this training.")
        facts = json.loads((folder / PREFERENCE).read_text())
        votes = [Vote(prompt, tuple(chosen), tuple(rejected)) for prompt, chosen, rejected in facts.pop("votes")]
        return cls(**facts, votes=votes)


def votes_of(given: Any, tokens: int) -> list[Vote]:
    """Votes as the page sends them, one more than fit at most. Raises ValueError."""
    if not isinstance(given, list):
        raise ValueError(f"The votes are a list, not {shown(given)}.")
    return [vote_of(each, i, tokens) for i, each in enumerate(given[: MOST + 1], 1)]


def vote_of(given: Any, i: int, tokens: int) -> Vote:
    """The `i`-th vote as the page sends it: prompt, chosen and rejected. Raises ValueError."""
    if not isinstance(given, Mapping) or given.keys() != {"prompt", "chosen", "rejected"}:
        raise ValueError(f"Vote {i} is no object of prompt, chosen and rejected.")
    prompt = asked_after(given["prompt"])
    for side in ("chosen", "rejected"):
        ids = given[side]
        whole = isinstance(ids, list) and all(isinstance(id, int) and not isinstance(id, bool) for id in ids)
        if not whole or not 1 <= len(ids) <= LONGEST or not all(0 <= id < tokens for id in ids):
            raise ValueError(f"What vote {i} has {side} is no list of 1 to {LONGEST} ids of tokens.")
    return Vote(prompt, tuple(given["chosen"]), tuple(given["rejected"]))


def asked_after(prompt: Any) -> str:
    """A prompt of which two samples may be asked. Raises ValueError."""
    if not isinstance(prompt, str) or not prompt.strip():
        raise ValueError("The prompt is empty. Type what the model shall go on with.")
    if len(prompt) > MAX_PROMPT:
        raise ValueError(f"The prompt has {len(prompt)} characters; at most {MAX_PROMPT} are read.")
    return unbroken(prompt)


FIELDS = {  # what the page offers
    "rules": ["", *RULES],
    "leashes": LEASHES,
    "leash": LEASH,
    "word": WORD,
    "fewest": FEWEST,
    "enough": ENOUGH,
    "most": MOST,
}
