"""The card of the fingers: painted alone, what its pictures taught, and what its predicates deny."""

from dataclasses import replace

import numpy as np
import pytest

from model.core.vocabulary import COLOUR_IDS
from model.doubt import deck
from model.doubt.cards import fingers
from model.world.pictures.hands import count_fingers
from model.world.pictures.pictures import hands_drawn


def painted(lm, i, caption):
    """The i-th picture of the card, by its own seed, with nobody beside it."""
    steps = lm.paint(caption, fingers.SHAPING, 7 + i)
    return np.array([step.ids.item() - COLOUR_IDS.start for step in steps]).reshape(16, 16)


def test_fingers_are_those_of_pictures_painted_alone(lm):
    found = deck.measured(lm, "fingers")
    words = {2: "two", 3: "three", 4: "four", 6: "six"}
    captions = ["a hand"] * 16 + [f"a hand with {word} fingers" for word in words.values() for _ in range(8)]
    cells = [painted(lm, i, caption) for i, caption in enumerate(captions)]
    counts = np.array([count_fingers(picture) for picture in cells])
    assert found.rows("plain")[0].said.value == np.mean(counts[:16] == 5)
    assert found.rows("still")[0].said.value == np.mean(counts[16:] == 5)
    for n, row, some in zip(words, found.rows("asked"), counts[16:].reshape(4, 8), strict=True):
        assert row.said.value == np.mean(some == n)
    shown = {made.asked: made.cells for part in found.parts for made in part.made}
    assert [*shown] == ["a hand", *(f"a hand with {word} fingers" for word in words.values())]
    assert shown["a hand with two fingers"] == tuple(cells[16].ravel().tolist())


def test_what_its_pictures_taught_is_counted(lm):
    pictures, named, others = deck.measured(lm, "fingers").because
    assert pictures.hits / pictures.n == np.mean([count_fingers(hand) == 5 for hand in hands_drawn(50)]) > 0.95
    assert 0.05 < named.hits / named.n < 0.5 and others.hits == 0


@pytest.mark.parametrize(
    ("facts", "holds", "guess"),
    [({"five_low": 0.4}, False, 2), ({"high": 0.8, "right": 0.6}, False, 1), ({"right": 0.95, "high": 1}, False, 0)],
)
def test_predicates_deny_what_is_not_so(lm, facts, holds, guess):
    card, found = deck.card_of("fingers"), deck.measured(lm, "fingers")
    assert card.finding(found) and card.answer(found) == 2
    other = replace(found, facts=found.facts | facts)
    assert card.finding(other) is holds and card.answer(other) == guess


def test_a_caption_of_ones_own_is_painted_and_counted(lm):
    part = deck.own_case(lm, "fingers", "a hand on white")
    counts = [fingers.fingers(made) for made in part.made]
    assert {row.name: row.said.value for row in part.rows} == {f"fingers: {n}": counts.count(n) / 4 for n in {*counts}}
    with pytest.raises(ValueError, match="caption"):
        deck.own_case(lm, "fingers", "a b " * 70)
