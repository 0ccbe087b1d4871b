"""What is recommended to buyers, once more by single passes; and that the table is one."""

from collections import Counter

import numpy as np
import pytest

from model.doubt import deck
from model.doubt.uses import accessories


def die(lm, prompt):
    """Logarithms of the chances of all accessories after a prompt, by a pass of its own."""
    faces = [lm.vocabulary.encode(f" {each}")[0] for each in accessories.FITS.values()]
    return lm.logits(prompt).astype(np.float64)[faces]


def test_no_word_stands_twice_and_each_is_one_token(lm):
    every = [*accessories.FITS, *accessories.FITS.values()]
    assert len({*every}) == len(every) == 64
    assert all(len(lm.vocabulary.encode(f" {word}")) == 1 for word in every)


def test_recommendations_are_those_of_single_passes(lm):
    found, things, n = deck.measured(lm, "accessories", "uses"), [*accessories.FITS], len(accessories.FITS)
    same, first, right = [], [], []
    for form in accessories.FORMS:
        logs = [die(lm, form.format(thing=thing)) for thing in things]
        best = [int(each.argmax()) for each in logs]
        (favourite, times), *_ = Counter(best).most_common()
        same += [each == favourite for each in best]
        first += [each == i for i, each in enumerate(best)]
        for i in range(n):
            k = (i + 7) % n
            right.append(logs[i][i] + logs[k][k] > logs[i][k] + logs[k][i])
        said = next(seen for seen in found.because if seen.text.startswith(form.format(thing="…")))
        assert said.hits == times and said.text.endswith(f" {[*accessories.FITS.values()][favourite]}")
    rows = {row.name: row.said for part in found.parts for row in part.rows}
    assert (rows["same"].value, rows["same"].n) == (np.mean(same), 5 * n)
    assert rows["first"].value == np.mean(first) and rows["pairs"].value == np.mean(right)


def test_a_model_that_knows_would_be_right():
    n = len(accessories.FITS)
    knows = np.full((1, n, n), 0.01) + np.eye(n)
    assert accessories.paired(knows).all() and accessories.fitting(knows).value == 1
    assert accessories.alike(knows)[1].mean() == 1 / n
    same = np.tile(np.linspace(0.1, 0.9, n), (1, n, 1))
    assert accessories.alike(same)[1].all() and not accessories.paired(same).any()


def test_a_thing_of_ones_own(lm):
    part = deck.own_case(lm, "accessories", "a bicycle.", "uses")
    chances = np.mean([np.exp(d) / np.exp(d).sum() for form in accessories.FORMS
                       for d in [die(lm, form.format(thing="bicycle"))]], 0)  # fmt: skip
    names = [*accessories.FITS.values()]
    assert [row.name for row in part.rows] == [names[i] for i in np.argsort(-chances)[:3]]
    assert part.rows[0].said.value == pytest.approx(chances.max(), abs=1e-4) and part.made
    with pytest.raises(ValueError, match="Type a thing"):
        deck.own_case(lm, "accessories", ".", "uses")
