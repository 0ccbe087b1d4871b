"""What a chat can do, counted: a hundred of each kind that nobody taught it, half of them in a person's own words."""

import math
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

import torch

from model.core.interval import wilson
from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.learn.chat.conversation import TEMPERATURE, Talk, said
from model.learn.chat.turns import BY_HAND, SMALL, TURNS, Head, asked_for, drawn, head
from model.learn.losses import Losses
from model.learn.rows import Rows
from model.world.language.tables import Table

EACH = 50  # of a kind that are drawn; as many are written by hand
ROWS, NAME = 32, "chat unseen"  # of unseen texts, for forgetting
BARS = {"sums": 0.95, "talk": 0.95, "stories": 0.8, "passages": 0.75, "ends": 0.95}
MOST_FORGOTTEN = 0.1  # of the base's bits


class Case(NamedTuple):
    """Something to ask, and what its answer has to hold."""

    kind: str
    by_hand: bool
    asked: str
    wanted: tuple[str, ...]  # kinds of talk that fit; or words that all have to be there
    passage: str = ""


def cases() -> Iterator[Case]:
    """All of them, always the same."""
    yield from drawn_cases(random.Random("chat measured"))
    yield from by_hand(BY_HAND)


def by_hand(table: Table) -> Iterator[Case]:
    """Those that somebody wrote."""
    for asked, kinds in table["talk"].columns(2):
        yield Case("talk", True, asked, tuple(kinds.split()))
    for asked, right in table["sums"].columns(2):
        yield Case("sums", True, asked, (right,))
    for asked, *words in table["stories"].columns(3):
        yield Case("stories", True, asked, tuple(words))
    passage = ""
    for asked, *right in table["passages"].rows:
        passage = passage if right else asked
        if right:
            yield Case("passages", True, asked, tuple(right), passage)


def drawn_cases(rng: random.Random) -> Iterator[Case]:
    """Those of the programs that teach: none was ever taught, as the checksum of its words says."""
    top = Head()
    talk = (made for made in iter(lambda: drawn(rng, top, validation=True), None) if made.kind in SMALL)
    for made in islice(talk, EACH):
        yield Case("talk", False, made.asked, (made.kind,))
    for _ in range(EACH):
        made = drawn(rng, top, "sum", True)
        yield Case("sums", False, made.asked, (made.said.split("=")[1],))
    for _ in range(EACH):
        asked = drawn(rng, top, "story", True).asked
        yield Case("stories", False, asked, tuple(asked_for(asked)))
    for _ in range(EACH):
        while not (above := head(rng)).questions:
            pass
        one = rng.choice(above.questions)
        yield Case("passages", False, one.question, (one.answer,), above.passage)


@cache
def answers_of(kind: str) -> frozenset[str]:
    """All that was taught as an answer to talk of a kind."""
    return frozenset(TURNS[f"{kind} says"])


def right(case: Case, answer: str) -> bool:
    """Whether an answer holds what it has to: of talk one that was taught for its kind, else every word."""
    if case.kind == "talk":
        return any(answer in answers_of(kind) for kind in case.wanted)
    if case.kind == "sums":
        return re.findall(r"\d+", answer)[-1:] == [*case.wanted]
    return all(re.search(rf"\b{re.escape(word)}\b", answer, re.IGNORECASE) for word in case.wanted)


class Told(NamedTuple):
    """A case with its answer."""

    case: Case
    answer: str
    right: bool
    ended: bool


def measured(
    lm: Any, temperature: float = TEMPERATURE, only: tuple[int, ...] = (), asked: Iterable[Case] = ()
) -> Iterator[Told]:
    """Ask every case, or those `asked`, or those of some numbers, each with a seed of its own."""
    for i, case in enumerate(asked or cases()):
        if only and i not in only:
            continue
        answer, ended = said(lm, Talk("", case.passage, (), case.asked), Shaping(temperature), i)
        yield Told(case, answer, right(case, answer), ended)


def summed_up(told: list[Told]) -> list[dict]:
    """A row for each kind: how many were right of how many, the interval, and those by hand alone."""
    rows = []
    for kind, bar in BARS.items():
        of = [(each.case.by_hand, each.ended if kind == "ends" else each.right) for each in told]
        if kind != "ends":
            of = [pair for pair, each in zip(of, told, strict=True) if each.case.kind == kind]
        hits, by_hand = [hit for _, hit in of], [hit for hand, hit in of if hand]
        low, high = wilson(sum(hits), len(hits))
        row = {"kind": kind, "bar": bar, "right": sum(hits), "of": len(hits)}
        rows.append(row | {"low": low, "high": high, "by_hand": sum(by_hand), "of_hand": len(by_hand)})
    return rows


def forgotten(base: Any, tuned: Any) -> dict:
    """Bits a byte of unseen texts of the kinds that the base was trained on, before and after."""
    rows = Rows(base.vocabulary, validation=True)
    inputs, targets = map(torch.from_numpy, rows.batch(random.Random(NAME), 0, ROWS, base.config.n_positions + 1))
    n_bytes = sum(len(base.vocabulary.bytes_of(id)) for id in targets.flatten().tolist() if id != EOT)
    with torch.inference_mode():
        nats = [Losses(each.transformer)(inputs, targets).sum().item() for each in (base, tuned)]
    was, now = (each / math.log(2) / n_bytes for each in nats)
    return {"was": was, "now": now, "share": now / was - 1, "most": MOST_FORGOTTEN}
