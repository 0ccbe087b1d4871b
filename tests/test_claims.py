"""The page of claims in the model card: the figures of the cards, in their words, as they are measured."""

import json
import re
from pathlib import Path

import pytest

from components import claims
from components.page.words import percent, say
from model import DECKS, cards_for, measured
from model.doubt.card import Sure
from model.doubt.cards import slander

FOLDER = Path("assets/model")


def test_what_is_kept_is_what_is_measured(lm):
    """If this fails, cards or model are newer: make scoreboard."""
    kept = json.loads((FOLDER / claims.FIGURES).read_text())
    assert [(one["deck"], one["card"]) for one in kept] == [(d, name) for d in DECKS for name in cards_for(lm, d)]
    assert all(one["holds"] for one in kept)
    for one in (each for each in kept if each["card"] in ("prejudice", "sums", "confidence")):
        facts = measured(lm, one["card"], one["deck"]).facts
        assert {name: one[name] for name in facts} == pytest.approx(facts, rel=0.01, abs=0.03)


def test_the_page_has_each_row_of_a_card_with_its_figures(lm):
    found = measured(lm, "slander")
    page = "\n".join(claims.of_card("limits", "slander", found))
    for part in found.parts:
        for row in part.rows:
            low = row.said.low
            low = "0" if not low else "< 0.1 %" if low < 0.001 else f"{100 * low:.1f} %"
            said = rf"\| {row.name} \| {100 * row.said.value:.1f} % \| {low} to "
            assert re.search(said, page), row
            assert f"| {row.said.n} | {100 * row.told:.1f} % |" in page
    right = say(f"limits.slander_answer_{slander.answer(found)}")
    assert "Slander" in page and f"{right}: {percent(found.facts['said'])} (" in page and "{" not in page
    whole = (FOLDER / claims.PAGE).read_text()
    assert whole.count("\n### ") == sum(len(cards_for(lm, deck)) for deck in DECKS)
    assert not re.search(r"\{\w+\}", whole.replace("$", "")) and "*What helps, tried:*" in whole


def test_nothing_in_a_table_is_markup():
    row = claims.line("a | b <i> *c*", Sure(0.5, 0.25, 0.75, 8), "share", 0.1)
    assert row == r"| a \| b \<i\> \*c\* | 50.0 % | 25.0 % to 75.0 % | 8 | 10.0 % |"
    assert claims.line("x", Sure(-0.1, -0.2, 0, 3), "share") == "| x | -10.0 % | -20.0 % to 0 | 3 |  |"
    assert claims.slots({"a_n": 1234, "b_bits": 2.345, "c": 0.5}) == {"a_n": "1,234", "b_bits": "2.3", "c": "50.0 %"}
