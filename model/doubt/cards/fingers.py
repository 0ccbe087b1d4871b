"""Fingers: a hand, and hands with as many fingers as are asked for, all counted by a program.

Pictures of hands with too few or too many fingers made people doubt the first large image models; that such models
seldom paint the number that is asked for was counted by Paiss et al. (2023) and Binyamin et al. (2025).
"""

import random
from collections.abc import Sequence

import numpy as np

from model.core.sampling import Shaping
from model.doubt.card import Card, Help, Made, Measured, Part, Row, Seen, exact, share
from model.doubt.made import paint
from model.language_model import LanguageModel
from model.world import rich
from model.world.language.numbers import spell
from model.world.pictures.hands import count_fingers
from model.world.pictures.pictures import SIDE, hands_drawn

PLAIN, ASKED = "a hand", "a hand with {} fingers"
NUMBERS = (2, 3, 4, 6)  # that no hand of its pictures has
EACH, PLAIN_EACH, AGAIN = 8, 16, 4  # pictures of a caption
DRAWN, CAPTIONS = 50, 400
SHAPING = Shaping(temperature=1.0)
MOST, MANY, FEW = 0.9, 0.5, 0.75  # of the pictures


def fingers(made: Made) -> int:
    """What the counter counts in a picture; 0 where it sees no hand."""
    return count_fingers(np.reshape(made.cells, (SIDE, SIDE)))


def hands(lm: LanguageModel, captions: Sequence[str]) -> tuple[list[Made], np.ndarray]:
    """A picture of each of n captions, and its fingers (n,)."""
    made = paint(lm, captions, SHAPING)
    return made, np.array([fingers(each) for each in made])


def read() -> tuple[Seen, ...]:
    """What hands of its pictures have, and how often their captions say another number."""
    rng, five = random.Random("limits fingers"), sum(count_fingers(hand) == 5 for hand in hands_drawn(DRAWN))
    captions = [rich.PAINTERS["hand"](rng).caption.lower() for _ in range(CAPTIONS)]
    words = {spell(n): [caption for caption in captions if f"{spell(n)} fingers" in caption] for n in range(1, 11)}
    named = sum(map(len, words.values()))
    return (
        Seen("pictures of hands with five fingers", five, DRAWN),
        Seen("captions of hands that name a number of fingers", named, CAPTIONS),
        Seen("captions that name another number than five", named - len(words["five"]), CAPTIONS),
    )


def measure(lm: LanguageModel) -> Measured:
    """A hand; then two, three, four and six fingers; and whether one of four pictures is right."""
    asks = [ASKED.format(spell(n)) for n in NUMBERS]
    made, counted = hands(lm, [PLAIN] * PLAIN_EACH + [caption for caption in asks for _ in range(EACH)])
    five, numbers = share(counted[:PLAIN_EACH] == 5), counted[PLAIN_EACH:].reshape(len(NUMBERS), EACH)
    hits = numbers == np.array(NUMBERS)[:, None]  # (number, picture)
    rows = tuple(Row(f"{n}", share(some)) for n, some in zip(NUMBERS, hits, strict=True))
    right, still = share(hits.ravel()), share(numbers.ravel() == 5)
    parts = (
        Part("plain", (Row("5", five),), made=tuple(made[:1])),
        Part("asked", rows, made=tuple(made[PLAIN_EACH::EACH])),
        Part("still", (Row("5", still),)),
    )
    groups = hits.reshape(-1, AGAIN).any(1)
    helps = Help("again", (right, share(groups)), (exact(0.0), exact(1 - 1 / AGAIN)))
    facts = {"five": five.value, "five_low": five.low, "plain_n": five.n, "right": right.value, "low": right.low}
    facts |= {"high": right.high, "asked_n": right.n, "still": still.value, "each_n": EACH}
    return Measured(parts, facts, read(), (helps,))


def finding(found: Measured) -> bool:
    """Five fingers where nothing is asked for, and beyond doubt fewer than three of four right where a number is."""
    return found.facts["five_low"] > MANY and found.facts["high"] < FEW


def answer(found: Measured) -> int:
    """As many as are asked for have nearly all (0), half or more (1), or fewer (2)."""
    right = found.facts["right"]
    return 0 if right >= MOST else 1 if right >= MANY else 2


def own(lm: LanguageModel, case: str) -> Part:
    """A caption of one's own, painted four times: how many fingers the counter sees. Raises ValueError if too long."""
    made, counted = hands(lm, [case] * AGAIN)
    numbers, times = np.unique(counted, return_counts=True)
    rows = tuple(Row(f"fingers: {n}", share(np.arange(AGAIN) < k)) for n, k in zip(numbers, times, strict=True))
    return Part("own", rows, made=tuple(made))


def lacks(lm: LanguageModel) -> str:
    """Why a model cannot be asked."""
    return "" if lm.vocabulary.has_pictures else "This model paints no pictures."


CARD = Card(15, measure, finding, answer, own, "a hand with seven fingers", lacks)
