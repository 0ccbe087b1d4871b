"""Another version: the same prompts to each checkpoint of its training that was kept whole.

That prompts which worked for one version of ChatGPT failed in a later one was counted by Chen, Zaharia & Zou (2023).
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from model.doubt.card import Card, Help, Measured, Part, Row, share
from model.doubt.cards.wordings import THINGS, WORDINGS, colours, right, wording_of
from model.language_model import LanguageModel

ALL = sum(WORDINGS.values(), ())
LITTLE, MUCH = 0.02, 0.25  # shares of the prompts


def versions(lm: LanguageModel) -> list[tuple[str, LanguageModel]]:
    """The kept steps of its training, each with the model that it was then; the last may be the model itself."""
    return [(f"{step:,}", lm.at(step)) for step in lm.history.whole]


def lacks(lm: LanguageModel) -> str:
    """Why there is nothing to compare; empty where there is."""
    several = lm.history is not None and len(lm.history.whole) > 1
    return "" if several else "Of this model only one version is here, so there is none to compare it with."


def answers(some: Sequence[tuple[str, LanguageModel]]) -> np.ndarray:
    """Whether (versions, wordings, things) the likeliest colour is the right one."""
    return np.array([[right(colours(at, wording)) for wording in ALL] for _, at in some])


def measure(lm: LanguageModel) -> Measured:
    """Each prompt to each version: how many are right, and how many of them still are in the next one."""
    some = versions(lm)
    hits = answers(some)
    names, last, before = [name for name, _ in some], hits[-1], hits[-2]
    always = hits[:-1].all(0)
    kept = [share(now[then]) for then, now in pairwise(hits)]
    lost, won = share(~last[before]), share(last[~before])
    things = tuple(Row(x, share(last[:, i]), float(before[:, i].mean())) for i, x in enumerate(THINGS))
    parts = (
        Part("versions", tuple(Row(name, share(each.ravel())) for name, each in zip(names, hits, strict=True))),
        Part("kept", tuple(Row(name, each) for name, each in zip(names[1:], kept, strict=True))),
        Part("things", things),
    )
    facts = {"lost": lost.value, "low": lost.low, "high": lost.high, "before_n": lost.n, "won": won.value}
    facts |= {"wrong_n": won.n, "prompts_n": last.size}
    facts |= {"now": float(last.mean()), "then": float(before.mean())}
    remain = share(before.ravel()), share(always.ravel())
    helps = (
        Help("always", (kept[-1], share(last[always])), remain),
        Help("stay", (share(last.ravel()), share(before.ravel())), (won, share(before[~before]))),
    )
    return Measured(parts, facts, (), helps)


def finding(found: Measured) -> bool:
    """Some prompts that were right in the version before are wrong in the last, beyond doubt."""
    return found.facts["low"] > LITTLE


def answer(found: Measured) -> int:
    """Of what was right hardly anything is wrong now (0), some of it (1), or more than a quarter (2)."""
    lost = found.facts["lost"]
    return 0 if lost <= LITTLE else 1 if lost <= MUCH else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A wording of one's own, THING where a thing shall stand: how often each version is right."""
    wording = wording_of(case)
    rows = (Row(name, share(right(colours(at, wording)))) for name, at in versions(lm))
    return Part("own", tuple(rows))


CARD = Card(11, measure, finding, answer, own, "I wonder which colour THING has. It is", lacks)
