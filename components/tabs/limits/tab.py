"""Limits tab: what goes wrong with this model, one claim a card, each measured, traced and mended."""

from typing import Annotated

from components.page.arguments import AtMost
from components.page.tab import Tab, View
from components.page.words import say
from components.parts.deck import Deck
from model import LanguageModel, asked_so_far

DECK = Deck("limits", "guessed")


def limits(lm: LanguageModel, card: str, case: Annotated[str, AtMost(300)] = "") -> dict:
    """What is measured of a claim: rows with interval and samples, whether the finding holds, why, what helps.

    `card`: the name of one; `case`: a case of one's own, if you like.
    """
    return DECK.asked(lm, card, case)


def measuring(lm: LanguageModel, card: str, deck: str = "limits", step: int = 0) -> int:
    """How many tokens, pixels and notes a measurement under way has asked of the model so far; 0: none is under way.

    `deck`: limits or uses; `step`: of its training, 0 for the last.
    """
    return asked_so_far(lm, card, deck, step or None)


def build(lm: LanguageModel, view: View) -> None:
    DECK.build(view)
    view.endpoint(limits)
    view.endpoint(measuring, queue=False)
    view.how(say("limits.formula"), "core.interval.wilson", "doubt.asking.rank", "doubt.card.mean")


TAB = Tab(
    say("limits.title"),
    say("limits.question"),
    say("limits.intro"),
    build,
    say("groups.doubt"),
    lacks=lambda lm: "" if lm.corpus else say("limits.none"),
)
