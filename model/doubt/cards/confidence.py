"""Confidence: how often it is right where its die says 90 %, at home in its own world and on prose by hand.

Calibration (Guo et al. 2017): among all tokens that a model gives 90 %, nine of ten should be right. Their temperature
scaling is tried here, and refusing below a threshold.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import torch

from model.core.vocabulary import EOT
from model.doubt.card import Card, Help, Measured, Part, Row, Sure, mean, share
from model.language_model import LanguageModel
from model.score.texts import PROSE, unseen
from model.world.rich import RICH

TOKENS, PROSE_TEXTS = 64, 20  # of a text; of prose
BINS = (0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 1.01)
TEMPERATURES = np.arange(0.8, 4.01, 0.1)
SPEAK = 0.9  # a die that is as sure as that
LEAST = 10  # tokens of a bin that is shown
FAR = 0.1


class Bets(NamedTuple):
    """Of each token of some texts: the chance of the likeliest face, and whether that came. `text`: which text."""

    sure: np.ndarray
    right: np.ndarray
    text: np.ndarray
    logits: torch.Tensor  # (n, V)
    ids: torch.Tensor  # (n,)

    def gap(self) -> Sure:
        """How much surer than right it is: the mean over the texts."""
        return mean([float((self.sure - self.right)[self.text == i].mean()) for i in np.unique(self.text)], -1)


@torch.inference_mode()
def bets(lm: LanguageModel, texts: Sequence[str]) -> Bets:
    """What the model bets on each token of texts but their first."""
    logits, ids, places = [], [], []
    for i, text in enumerate(texts):
        row = [EOT, *lm.vocabulary.encode(text)][: TOKENS + 1]
        if len(row) > 2:
            logits.append(lm.transformer(torch.tensor([row]))[0, 1:-1])
            ids.append(torch.tensor(row[2:]))
            places += [i] * (len(row) - 2)
    return scored(torch.cat(logits), torch.cat(ids), np.array(places))


def scored(logits: torch.Tensor, ids: torch.Tensor, places: np.ndarray, temperature: float = 1.0) -> Bets:
    """The same from logits (n, V) and ids (n,), at a temperature."""
    sure, likeliest = (logits / temperature).softmax(-1).max(-1)
    return Bets(sure.double().numpy(), (likeliest == ids).numpy(), places, logits, ids)


def binned(some: Bets) -> tuple[Row, ...]:
    """By how sure it is: how often it is right; beside it the mean of what it says."""
    rows = []
    for low, high in pairwise(BINS):
        chosen = (some.sure >= low) & (some.sure < high)
        if chosen.sum() >= LEAST:
            name = f"{100 * low:.0f}–{100 * min(1, high):.0f} %"
            rows.append(Row(name, share(some.right[chosen]), float(some.sure[chosen].mean())))
    return tuple(rows)


def at_home() -> list[str]:
    """One unseen text of each kind of its world."""
    return [text for kind in RICH.texts if kind != PROSE for text in unseen(kind, 1)]


def scaled(home: Bets, away: Bets) -> Help:
    """One temperature for all dice, chosen on every second text by hand: what it does to the others, and at home."""
    chosen = away.text % 2 == 0
    logits, ids = away.logits[chosen], away.ids
    loss = torch.nn.functional.cross_entropy
    losses = [float(loss(logits / float(t), ids[chosen])) for t in TEMPERATURES]
    best = float(TEMPERATURES[int(np.argmin(losses))])
    rest = ~chosen
    kept = scored(away.logits[rest], ids[rest], away.text[rest])
    cooled = scored(away.logits[rest], ids[rest], away.text[rest], best)
    other = scored(home.logits, home.ids, home.text, best)
    return Help("temperature", (kept.gap(), cooled.gap()), (home.gap(), other.gap()))


def refusing(away: Bets) -> Help:
    """Saying nothing where no face has nine tenths: how much of what is said is right, and how much is said at all."""
    speaks = away.sure >= SPEAK
    said = share(away.right[speaks]) if speaks.any() else share([False])
    return Help("refuse", (share(away.right), said), (share(np.ones_like(speaks)), share(speaks)))


def measure(lm: LanguageModel) -> Measured:
    """Both kinds of texts, by how sure the die is."""
    home, away = bets(lm, at_home()), bets(lm, unseen(PROSE, PROSE_TEXTS))
    near, far = (some.sure >= SPEAK for some in (home, away))
    gap, away_gap = home.gap(), away.gap()
    facts = {"home": float(home.right[near].mean()) if near.any() else 0.0, "home_n": int(near.sum())}
    facts |= {"away": float(away.right[far].mean()) if far.any() else 0.0, "away_n": int(far.sum())}
    facts |= {"gap": away_gap.value, "low": away_gap.low, "high": away_gap.high, "home_gap": gap.value}
    facts |= {"home_texts_n": gap.n, "away_texts_n": away_gap.n}
    return Measured(
        (Part("home", binned(home)), Part("away", binned(away))), facts, (), (scaled(home, away), refusing(away))
    )


def finding(found: Measured) -> bool:
    """Away from home it is surer than right, and by more than at home."""
    return found.facts["low"] > found.facts["home_gap"] and found.facts["low"] > 0


def answer(found: Measured) -> int:
    """Right as often as it says (0), less often (1), or more often (2), away from home where it says nine tenths."""
    far = found.facts["away"] - 0.95
    return 0 if abs(far) <= FAR else 1 if far < 0 else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A text of one's own: each of the tokens it is surest of, and whether it came."""
    some = bets(lm, [case]) if len(lm.vocabulary.encode(case)) > 1 else None
    if some is None:
        raise ValueError("Your own case is one token long: type a sentence or two.")
    return Part("own", (Row(case, share(some.right), float(some.sure.mean())),))


CARD = Card(4, measure, finding, answer, own, "On Monday the whole class went to the museum, and nobody was late.")
