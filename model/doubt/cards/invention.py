"""Invention: two known things that no text brought together; does it put them together, and as well as known pairs?

"Stochastic parrots" (Bender et al. 2021) and compositional generalisation (Lake and Baroni 2018) argue about just that.
"""

import random
from collections.abc import Sequence

import numpy as np

from model.core.generate import generate
from model.core.sampling import Shaping
from model.core.vocabulary import EOT
from model.doubt.card import Card, Help, Measured, Part, Row, Seen, Sure, exact, mean, share
from model.doubt.progress import add
from model.language_model import LanguageModel
from model.score.bits import surprise_after
from model.score.texts import names_both
from model.world.texts.guides import gift_guide
from model.world.truth.planted import FEASTS, HELD_OUT_PAIRS, READERS, guide_pairs

TOKENS, TIMES, SEED = 96, 2, 7  # of a written guide; guides of each pair
WARM = Shaping(temperature=0.7)
TITLE = "Gifts for {readers} at {feast}\n"
Pair = tuple[str, str]


def beside() -> tuple[Pair, ...]:
    """For each pair that was held out one that was told: the same feast, other readers."""
    rng = random.Random("limits guides")
    return tuple((feast, rng.choice([who for f, who in guide_pairs() if f == feast])) for feast, _ in HELD_OUT_PAIRS)


def written(lm: LanguageModel, prompts: Sequence[str]) -> list[str]:
    """What it writes after each prompt, all at once: ends of documents before them make them equally long."""
    rows = [lm.encode(prompt) for prompt in prompts]
    longest = 1 + max(map(len, rows))
    begun = [[EOT] * (longest - len(row)) + row for row in rows]
    steps = []
    for step in generate(lm.transformer, begun, TOKENS, WARM, SEED):
        steps.append(step.ids.numpy())
        add(len(begun))
    new = np.array(steps).T
    return [lm.vocabulary.decode(row[: row.index(EOT)] if EOT in row else row) for row in new.tolist()]


def costs(lm: LanguageModel, some: Sequence[Pair]) -> Sure:
    """Bits a byte of real guides for pairs."""
    rng = random.Random("limits real guides")
    texts = [gift_guide(rng, pair).text for pair in some for _ in range(TIMES)]
    rows = [[EOT, *lm.vocabulary.encode(text), EOT][: lm.config.n_positions] for text in texts]
    bits = surprise_after(lm, rows, [1] * len(rows))
    return mean([cost / len(text.encode()) for cost, text in zip(bits, texts, strict=True)], high=9.0)


def both(texts: Sequence[str], some: Sequence[Pair]) -> list[bool]:
    """Whether each text speaks of the feast and of the readers of its pair."""
    return [names_both(text, *pair) for text, pair in zip(texts, some, strict=True)]


def met(lm: LanguageModel) -> tuple[Seen, ...]:
    """How many texts of the sample name a feast of the first held-out pairs, and how many of those its readers."""
    if lm.corpus is None:
        return ()
    texts = lm.vocabulary.decode(lm.corpus.ids.tolist()).split("<eot>")
    found = []
    for feast, who in HELD_OUT_PAIRS[:3]:
        some = [text for text in texts if feast in text]
        found.append(Seen(f"{feast}, {who}", sum(who in text for text in some), len(some)))
    return tuple(found)


def measure(lm: LanguageModel) -> Measured:
    """Guides that it writes, and bits of real ones, for both kinds of pairs."""
    kinds = {"never": HELD_OUT_PAIRS * TIMES, "told": beside() * TIMES}
    prompts = {kind: [TITLE.format(feast=feast, readers=who) for feast, who in some] for kind, some in kinds.items()}
    started = [f"{prompt}For {who}," for prompt, (_, who) in zip(prompts["never"], HELD_OUT_PAIRS, strict=False)]
    texts = written(lm, [*prompts["never"], *prompts["told"], *started])
    half = len(kinds["never"])
    hits = {"never": both(texts[:half], kinds["never"]), "told": both(texts[half : 2 * half], kinds["told"])}
    never, told = share(hits["never"]), share(hits["told"])
    helped = share(both(texts[2 * half :], HELD_OUT_PAIRS))
    price = costs(lm, HELD_OUT_PAIRS), costs(lm, beside())
    written_part = Part("written", (Row("never", never), Row("told", told)))
    read = Part("read", tuple(Row(kind, cost) for kind, cost in zip(kinds, price, strict=True)), "bits", 0.4)
    facts = {
        "never": never.value,
        "told": told.value,
        "low": never.low,
        "high": never.high,
        "pairs_n": len(HELD_OUT_PAIRS),
        "times_n": half,
    }
    return Measured((written_part, read), facts, met(lm), (Help("start", (never, helped)),))


def finding(found: Measured) -> bool:
    """It writes of both parts of some pairs that it never met."""
    return found.facts["never"] > 0


def answer(found: Measured) -> int:
    """As well as of known pairs (0), less often beyond doubt (1), or never (2)."""
    never, told = (row.said for row in found.rows("written"))
    return 2 if never.value == 0 else 1 if told.value > never.high else 0


def own(lm: LanguageModel, case: str) -> Part:
    """A feast and readers of one's own: whether the guide speaks of both, and of which pairs it was told."""
    feast, who = (next((each for each in some if each.lower() in case.lower()), "") for some in (FEASTS, READERS))
    if not feast or not who:
        raise ValueError(f"Name one feast ({', '.join(FEASTS)}) and one kind of reader ({', '.join(READERS)}).")
    (text,) = written(lm, [TITLE.format(feast=feast, readers=who)])
    return Part("own", (Row(" ".join(text.split())[:90], exact(names_both(text, feast, who))),))


CARD = Card(6, measure, finding, answer, own, "Midsummer, painters")
