"""The tab Uses: all its words, nothing told before it is made, each case that strangers type, a card on paper."""

import json
from itertools import product

import numpy as np
import pytest
from matplotlib.figure import Figure

from components.page.words import words
from components.parts.claim import Claim
from components.tabs.uses import tab
from model.doubt import deck

CARDS = [*deck.cards("uses")]
SENTENCES = (
    "title claim ask answer_0 answer_1 answer_2 found_0 found_1 found_2 failed key said told axis why seen own "
    "own_part argue for against source"
).split()
HOSTILE = ("", " ", "\0", "🦊" * 20, "שלום, עולם", "<img src=x onerror=alert(1)>, Easter", "{0}{name}", "a " * 400, ",")


@pytest.mark.parametrize("name", CARDS)
def test_all_its_words_are_there_and_their_slots_are_measured(lm, name):
    found = deck.measured(lm, name, "uses")
    asked = [*SENTENCES, *(f"part_{part.name}" for part in found.parts)]
    for one in found.helps:
        asked += [f"help_{one.name}", f"effect_{one.name}", *([f"cost_{one.name}"] if one.cost else [])]
    rows = {row.name for part in found.parts for row in part.rows}
    assert not [key for key in (*asked, *(f"row_{row}" for row in rows)) if f"uses.{name}_{key}" not in words()]
    for key in ("found_0", "found_1", "found_2", "failed", "key", "why", "for", "against"):
        said = words()[f"uses.{name}_{key}"]
        assert not {part.split("}")[0].split("|")[0] for part in said.split("{")[1:]} - {*found.facts}, key


@pytest.mark.parametrize("name", CARDS)
def test_every_figure_is_sure_and_its_finding_holds(lm, name):
    card, found = deck.card_of(name, "uses"), deck.measured(lm, name, "uses")
    assert card.finding(found) and card.answer(found) in (0, 1, 2)
    figures = [row.said for part in found.parts for row in part.rows]
    assert all(sure.low <= sure.value <= sure.high and sure.n > 0 for sure in figures)
    assert [made for part in found.parts for made in part.made], "something was made"


@pytest.mark.parametrize("name", CARDS)
def test_nothing_is_told_before_it_is_made(lm, name):
    claim, mended, own, argue = tab.DECK.shown(lm, name, 0, "")
    assert claim["parts"] == claim["because"] == mended["helps"] == [] and claim["facts"] == argue["facts"] == {}
    assert own["part"] is None and not mended["measured"] and not argue["measured"]
    shown = tab.DECK.shown(lm, name, 1, "")
    assert shown[0]["parts"] and shown[2]["part"]["made"] and not shown[2]["message"]
    assert shown[3]["sides"] == ["for", "against"]
    json.dumps(shown, allow_nan=False)


@pytest.mark.parametrize(("name", "case"), product(CARDS, HOSTILE))
def test_a_case_that_does_not_fit_gets_a_sentence(lm, name, case):
    own = tab.DECK.own(lm, name, case, deck.measured(lm, name, "uses"))
    assert bool(own["message"]) != bool(own["part"])
    json.dumps(own, allow_nan=False)
    if len(case) > 300:
        assert own["message"] == "Your own case has 799 characters; at most 300 are read."


def test_without_what_was_read_there_is_the_same_and_no_source(lm):
    bare = type(lm)(lm.transformer, lm.vocabulary)
    claim, _, own, _ = tab.DECK.shown(bare, "gifts", 1, "")
    assert claim["because"] == [] and own["part"]["made"][0]["copied"] == []
    with_all = tab.DECK.shown(lm, "gifts", 1, "")[2]["part"]["made"][0]
    assert own["part"]["made"][0]["text"] == with_all["text"] and with_all["copied"]


def test_whose_texts_are_not_known_has_no_uses(ours, lm):
    assert tab.TAB.lacks(ours) and not tab.TAB.lacks(lm)


def test_a_printed_card_has_a_point_for_each_row(lm):
    axes, value = Figure().add_subplot(), tab.DECK.shown(lm, "gifts", 1, "")[0]
    claim = Claim(CARDS, "expected", elem_id="uses_claim")
    claim.on_paper(value)(axes)
    rows = [row for part in value["parts"] for row in part["rows"]]
    assert np.allclose(axes.lines[0].get_xdata(), [row["said"]["value"] for row in rows])
    with pytest.raises(ValueError, match="Nothing has been measured"):
        claim.on_paper(tab.DECK.shown(lm, "gifts", 0, "")[0])
