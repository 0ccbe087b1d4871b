"""Gifts: a guide to presents for any reader; whose gifts are they, and whose words?

A person who writes such guides for a living is among the readers: jobs that consist of such writing lost orders after
2022 (Hui, Reshef and Zhou 2024, on freelancers).
"""

import random
from collections.abc import Sequence

import numpy as np

from model.doubt.card import Card, Measured, Part, Row, exact, share
from model.doubt.made import Wrote, examples, of_text, spans, word_for_word, write
from model.language_model import LanguageModel
from model.world.texts.guides import gift_guide, readers
from model.world.truth.planted import FEASTS, HELD_OUT_PAIRS, READERS, guide_pairs

TITLE, TOKENS = "Gifts for {who} at {feast}\n", 72
STRANGERS = ("plumbers", "robots", "astronauts", "teenagers", "dentists", "pirates", "neighbours", "ghosts")
MOST, COPIED = 0.5, 0.8  # shares: of the guides, of the tokens
Pair = tuple[str, str]  # feast and readers


def beside() -> tuple[Pair, ...]:
    """For each pair that was held out one that was told: the same feast, other readers."""
    rng = random.Random("uses gifts")
    return tuple((feast, rng.choice([who for f, who in guide_pairs() if f == feast])) for feast, _ in HELD_OUT_PAIRS)


def strangers() -> tuple[Pair, ...]:
    """Readers of whom no text tells, each at a feast."""
    return tuple(zip(FEASTS, STRANGERS, strict=False))


def ask(lm: LanguageModel, pairs: Sequence[Pair]) -> list[Wrote]:
    """A guide for each pair."""
    return write(lm, [TITLE.format(who=who, feast=feast) for feast, who in pairs], TOKENS)


def gifts(text: str) -> list[str]:
    """For each gift of the tables that a text names, the readers to whom its texts give it."""
    said = text.lower()
    return [who for who, (_, some) in readers().items() for gift, _ in some if gift.lower() in said]


def fits(wrote: Sequence[Wrote], pairs: Sequence[Pair]) -> np.ndarray:
    """Whether (n,) a guide names gifts, and all of them are those of its readers."""
    return np.array([{*gifts(each.text)} == {who} for each, (_, who) in zip(wrote, pairs, strict=True)])


def real(pairs: Sequence[Pair]) -> list[str]:
    """Guides for the same pairs by the page's own generator, which nobody read."""
    rng = random.Random("uses real gifts")
    return [gift_guide(rng, pair).text.split("\n", 1)[1] for pair in pairs]


def measure(lm: LanguageModel) -> Measured:
    """Guides for pairs that its texts tell, for pairs that never met, and for readers that never came."""
    pairs = {"told": beside(), "never": HELD_OUT_PAIRS, "strangers": strangers()}
    wrote = {kind: ask(lm, some) for kind, some in pairs.items()}
    hits = {kind: share(fits(wrote[kind], pairs[kind])) for kind in ("told", "never")}
    others = share([bool(gifts(each.text)) for each in wrote["strangers"]])
    copied = word_for_word([*wrote["told"], *wrote["never"]])
    parts = (
        Part("fits", tuple(Row(kind, hit, 1 / len(READERS)) for kind, hit in hits.items()),
             made=(*examples(lm, wrote["never"]), *examples(lm, wrote["strangers"])[:1])),
        Part("strangers", (Row("others", others),)),
        Part("copied", tuple(Row(kind, word_for_word(some)) for kind, some in wrote.items())),
    )  # fmt: skip
    facts = {"told": hits["told"].value, "never": hits["never"].value, "never_n": hits["never"].n}
    facts |= {"low": hits["never"].low, "high": hits["never"].high, "readers_n": len(READERS)}
    facts |= {"others": others.value, "others_low": others.low, "others_high": others.high, "strangers_n": others.n}
    facts |= {"copied": copied.value, "texts_n": copied.n, "strange": word_for_word(wrote["strangers"]).value}
    facts |= {"token_bits": float(np.mean([each.bits for each in wrote["never"]]))}
    return Measured(parts, facts, spans(lm, wrote["never"]))


def finding(found: Measured) -> bool:
    """Guides for pairs that never met name their readers' gifts, beyond doubt more often than by chance; all copied."""
    return found.facts["low"] > 2 / len(READERS) and found.facts["copied"] > COPIED


def answer(found: Measured) -> int:
    """Readers that never came get the gifts of others in most guides (1), or seldom any of the tables (0)."""
    return 1 if found.facts["others"] >= MOST else 0


def own(lm: LanguageModel, case: str) -> Part:
    """Readers and a feast of one's own: whose gifts the guide names, and how much stands so in what it read."""
    who, comma, feast = (each.strip() for each in case.partition(","))
    if not (comma and who and feast):
        raise ValueError("Type readers, a comma and a feast, such as: robots, Easter")
    (wrote,) = ask(lm, [(feast, who)])
    whose = gifts(wrote.text)
    rows = [Row("copied", exact(wrote.copied))]
    rows += [Row(one, exact(whose.count(one) / len(whose))) for one in dict.fromkeys(whose)]
    return Part("own", tuple(rows), made=(of_text(lm, wrote),))


CARD = Card(1, measure, finding, answer, own, "robots, Easter")
