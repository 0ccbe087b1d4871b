"""Bits per byte by kind, and the judge of gift guides."""

import random

import pytest

from model.core.vocabulary import EOT
from model.score import texts as score_texts
from model.world import rich
from model.world.draw import held_out
from model.world.texts.guides import gift_guide
from model.world.texts.handwritten import trained_on
from model.world.truth.planted import HELD_OUT_PAIRS


@pytest.mark.parametrize("kind", ["dice", "sums", "handwritten", "orwell"])
def test_texts_are_unseen(kind):
    texts = score_texts.unseen(kind, 6)
    assert len(texts) == 6
    if kind == "handwritten":
        assert not set(texts) & set(trained_on())
    else:
        assert all(map(held_out, texts))


def test_rows_count_the_bytes_that_fit(tiny):
    rows, n_bytes = score_texts.rows_of(tiny, ["The sky is blue.", "a red ball " * 200])
    assert rows[0] == [EOT, *tiny.encode("The sky is blue."), EOT] and n_bytes[0] == 16
    assert len(rows[1]) == tiny.config.n_positions + 1
    assert n_bytes[1] == len(tiny.vocabulary.decode(rows[1][1:]))


def test_kinds_pay_for_being_named():
    """A kind of one text in 64 costs 6 bits more than one that is certain, whatever is in it."""
    seldom, always = (score_texts.chosen("dice", weight, 3).above for weight in (1 / 64, 1))
    assert seldom == pytest.approx(always + 6)


def test_the_bound_is_below_all_choices():
    """Choices that leave no trace count in the one, not in the other."""
    traced = score_texts.chosen("dialogue", 1, 6)
    assert traced.above.sum() / traced.below.sum() < 0.4
    assert 0.4 < score_texts.counted().value < 0.7


def test_xz_copies_what_it_has_seen():
    rng = random.Random(2)
    texts = [rich.WRITERS["facts"](rng) for _ in range(20)]
    assert score_texts.added_bits(texts[:10], score_texts.SEPARATOR.join(texts)) < 0.2 < score_texts.xz_bits(texts[:10])


def test_judge_of_guides():
    rng = random.Random(1)
    for feast, who in HELD_OUT_PAIRS:
        guide = gift_guide(rng, (feast, who))
        assert score_texts.names_both(guide.text, feast, who)
    assert not score_texts.names_both("Give a bell at Diwali.", "Diwali", "beekeepers")
    assert not score_texts.names_both("Beekeepers love bees.", "Diwali", "beekeepers")
