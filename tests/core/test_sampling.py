"""Dice: hand-computed goldens, what each knob keeps, and where the die falls."""

import math

import numpy as np
import pytest
import torch

from components.page.words import say
from model.core.sampling import Shaping, fall, likeliest, load_die, shape

HALVES = torch.tensor([0.5, 0.25, 0.125, 0.0625, 0.0625], dtype=torch.float64).log()


def near(found, expected, atol=1e-6):
    expected = torch.tensor(expected, dtype=found.dtype)
    torch.testing.assert_close(found, expected, rtol=0, atol=atol)


def test_softmax_golden():
    """e^1, e^2, e^3 = 2.718282, 7.389056, 20.085537; their sum 30.192875.

    2.718282 / 30.192875 = 0.090031, 7.389056 / 30.192875 = 0.244728, the rest 0.665241.
    """
    near(shape(torch.tensor([1.0, 2.0, 3.0])), [0.090031, 0.244728, 0.665241])


def test_temperature_golden():
    """Halving the temperature squares the odds, doubling it takes their root.

    Odds 1 : 2 : 4 at T = 1/2 are 1 : 4 : 16, out of 21; at T = 2 they are 1 : √2 : 2, out of
    4.414214.
    """
    logits = torch.tensor([0.0, math.log(2), math.log(4)], dtype=torch.float64)
    near(shape(logits, Shaping(temperature=0.5)), [1 / 21, 4 / 21, 16 / 21])
    near(shape(logits, Shaping(temperature=2.0)), [0.226541, 0.320377, 0.453082])


def test_top_k_golden():
    """Of 1/2 and 1/4 and less, top-2 keeps 3/4; 1/2 out of 3/4 is 2/3."""
    near(shape(HALVES, Shaping(top_k=2)), [2 / 3, 1 / 3, 0, 0, 0])


@pytest.mark.parametrize(
    ("top_p", "expected"),
    [
        (0.4, [1, 0, 0, 0, 0]),
        (0.6, [2 / 3, 1 / 3, 0, 0, 0]),
        (0.8, [4 / 7, 2 / 7, 1 / 7, 0, 0]),
        (1.0, [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 16]),
    ],
)
def test_top_p_golden(top_p, expected):
    """1/2 + 1/4 = 0.75 is less than 0.8, so a third is needed: 7/8, of which 1/2 is 4/7."""
    near(shape(HALVES, Shaping(top_p=top_p)), expected)


def test_all_knobs_golden():
    """T = 1/2 squares 8 : 4 : 2 : 1 : 1 to 64 : 16 : 4 : 1 : 1; top-3 leaves 84.

    64 / 84 = 0.762 falls short of 0.8, so top-p keeps two: 64/80 and 16/80.
    """
    near(shape(HALVES, Shaping(temperature=0.5, top_k=3, top_p=0.8)), [0.8, 0.2, 0, 0, 0])


def test_temperature_zero_is_the_likeliest_for_certain():
    near(
        shape(torch.tensor([[1.0, 3.0, 2.0], [9.0, 0.0, 0.0]]), Shaping(temperature=0)),
        [[0, 1, 0], [1, 0, 0]],
    )


@pytest.mark.parametrize("temperature", [1e-3, 1e-20, 1e-39, 1e-300])
def test_close_to_zero_too(temperature):
    near(shape(torch.tensor([1.0, 3.0, 2.0]), Shaping(temperature=temperature)), [0, 1, 0])


def test_top_k_keeps_k_also_at_ties():
    """And the control says so: others keep all that are as likely as the k-th."""
    assert (shape(torch.zeros(7), Shaping(top_k=3)) > 0).sum() == 3
    assert "exactly k" in say("dice.top_k_is") and "ties" in Shaping.__doc__


@pytest.mark.parametrize("top_k", [1, 2, 5, 22, 23])
def test_top_k_keeps_k(top_k):
    logits = torch.randn(7, 23, generator=torch.Generator().manual_seed(1))
    probs = shape(logits, Shaping(top_k=top_k))
    assert ((probs > 0).sum(-1) == top_k).all()
    kept = logits.topk(top_k, -1).indices
    assert (probs.gather(-1, kept) > 0).all()


@pytest.mark.parametrize("top_p", [1e-6, 0.3, 0.7, 0.95])
def test_top_p_keeps_the_smallest_set(top_p):
    logits = 2 * torch.randn(7, 23, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    raw = logits.softmax(-1)
    for all_, probs in zip(raw, shape(logits, Shaping(top_p=top_p)), strict=True):
        kept = all_[probs > 0]
        assert kept.sum() >= top_p > kept.sum() - kept.min()
        assert kept.min() > all_[probs == 0].max()


def test_everything_adds_up_to_one():
    logits = 5 * torch.randn(4, 31, generator=torch.Generator().manual_seed(1))
    for temperature in (0, 0.1, 1, 10):
        for top_k in (0, 1, 7):
            for top_p in (0.1, 0.9, 1):
                total = shape(logits, Shaping(temperature, top_k, top_p)).sum(-1)
                near(total, [1.0] * 4)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("temperature", (-0.1, 10.1, math.nan, math.inf)),
        ("top_k", (-1, 4, 1.5, math.nan)),
        ("top_p", (0, -0.5, 1.01, math.nan)),
    ],
)
def test_out_of_range_is_refused(name, values):
    for value in values:
        with pytest.raises(
            ValueError, match=f"^{name.capitalize().replace('_', '-')} is a .*number.*, not {value}\\.$"
        ):
            shape(torch.zeros(3), Shaping(**{name: value}))


@pytest.mark.parametrize(
    ("kind", "value", "left"), [("top_p", 0.5, 1), ("top_p", 0.75, 2), ("min_p", 1, 1), ("min_p", 0.5, 2)]
)
def test_on_the_boundary(kind, value, left):
    """Of 1/2, 1/4, 1/8 … one face holds half, two three quarters; the second has half of the first's chance."""
    probs = shape(torch.log(2.0 ** -torch.tensor([1, 2, 3, 4, 4], dtype=torch.float64)), Shaping(**{kind: value}))
    assert (probs > 0).tolist() == [i < left for i in range(5)]


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match=r"Top-k is a number, not “many”\."):
        Shaping(top_k="many")
    assert Shaping(top_k=5.0).top_k == 5 and isinstance(Shaping(top_k=5.0).top_k, int)


def test_load_die_is_ordered_by_the_models_own_probabilities():
    die = load_die(np.array([1, 3, 2], dtype=np.float32), Shaping(top_k=2))
    assert die.ids.tolist() == [1, 2, 0]
    np.testing.assert_allclose(die.raw, [0.665241, 0.244728, 0.090031], rtol=0, atol=1e-6)
    np.testing.assert_allclose(die.probs, [0.731059, 0.268941, 0], rtol=0, atol=1e-6)


def test_load_die_cuts_the_last_of_equals():
    """Four equal faces, two kept: those shown first, so that the zeros come last."""
    die = load_die(np.zeros(4), Shaping(top_k=2))
    assert die.probs.tolist() == [0.5, 0.5, 0, 0]


def test_where_it_falls():
    """Edges of 1/4, 1/4, 0, 1/2 are 0, 0.25, 0.5, 1: an edge belongs to the face after it."""
    probs = torch.tensor([0.25, 0.25, 0.0, 0.5])
    rolls = {0.0: 0, 0.2499: 0, 0.25: 1, 0.4999: 1, 0.5: 3, 0.9999999: 3}
    fell = fall(probs.expand(len(rolls), 4), torch.tensor(list(rolls)))
    assert fell.tolist() == list(rolls.values())


def test_a_face_of_zero_never_comes_up():
    """Not even at the first and the last number that torch.rand can return."""
    probs = torch.tensor([[0.0, 1.0, 0.0]]).expand(2, 3)
    assert fall(probs, torch.tensor([0.0, 1 - 2**-24])).tolist() == [1, 1]


def test_frequencies():
    """Of 40,000 rolls, each face within 5 standard deviations, √(p (1 - p) / n), of its share."""
    probs, n = torch.tensor([0.1, 0.2, 0.0, 0.7]), 40_000
    u = torch.rand(n, generator=torch.Generator().manual_seed(3))
    share = fall(probs.expand(n, 4), u).bincount(minlength=4) / n
    assert ((share - probs).abs() <= 5 * (probs * (1 - probs) / n).sqrt()).all()


def test_each_row_has_its_own_die():
    probs = torch.eye(4)[[2, 0, 3]]
    assert fall(probs, torch.tensor([0.9, 0.1, 0.5])).tolist() == [2, 0, 3]


def test_same_seed_same_roll():
    def rolls(seed):
        u = torch.rand(50, generator=torch.Generator().manual_seed(seed))
        return fall(torch.full((50, 6), 1 / 6), u).tolist()

    assert rolls(4) == rolls(4) != rolls(5)


@pytest.mark.parametrize("penalty", [1.0, 1.7])
def test_the_likeliest_of_many_dice_are_those_of_each(penalty):
    """Three dice of 11 faces at once against `load_die`, which shapes one."""
    logits = np.random.default_rng(3).normal(size=(3, 11)).astype(np.float32)
    seen, how = [(1, 2), (), (5, 5, 9)], Shaping(0.7, 5, 0.9, 0.05, penalty)
    ids, probs = likeliest(logits, 4, seen, how)
    for row, said, top, shares in zip(logits, seen, ids, probs, strict=True):
        die = load_die(row, how, said)
        assert top.tolist() == die.ids[:4].tolist()
        np.testing.assert_allclose(shares, die.probs[:4], atol=1e-12)
