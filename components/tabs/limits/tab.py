"""Limits tab: what goes wrong with this model, one claim a card, each measured, traced and mended."""

from typing import Annotated

from components.page.arguments import AtMost
from components.page.tab import Tab, View
from components.page.words import say
from components.parts.deck import Deck
from model import LanguageModel

DECK = Deck("limits", "guessed")


def limits(lm: LanguageModel, card: str, case: Annotated[str, AtMost(300)] = "") -> dict:
    """What is measured of a claim: rows with interval and samples, whether the finding holds, why, what helps.

    `card`: the name of one; `case`: a case of one's own, if you like.
    """
    return DECK.asked(lm, card, case)


def build(lm: LanguageModel, view: View) -> None:
    DECK.build(view)
    view.endpoint(limits)
    view.how(say("limits.formula"), "core.interval.wilson", "doubt.asking.rank", "doubt.card.mean")


TAB = Tab(
    say("limits.title"),
    say("limits.question"),
    say("limits.intro"),
    build,
    say("groups.doubt"),
    lacks=lambda lm: "" if lm.corpus else say("limits.none"),
)
