"""Uses tab: what this model makes for people, one use a card: how often as asked, out of whose work, and who gains."""

from typing import Annotated

from components.page.arguments import AtMost
from components.page.tab import Tab, View
from components.page.words import say
from components.parts.deck import Deck
from model import LanguageModel

DECK = Deck("uses", "expected")


def uses(lm: LanguageModel, card: str, case: Annotated[str, AtMost(300)] = "") -> dict:
    """What is made and measured of a use: rows with interval and samples, what was made, and out of what.

    `card`: the name of one; `case`: a case of one's own, if you like.
    """
    return DECK.asked(lm, card, case)


def build(lm: LanguageModel, view: View) -> None:
    DECK.build(view)
    view.endpoint(uses)
    view.how(say("uses.formula"), "core.interval.wilson", "found.suffixes.Suffixes.runs", "found.reading.covered")


TAB = Tab(
    say("uses.title"),
    say("uses.question"),
    say("uses.intro"),
    build,
    say("groups.doubt"),
    lacks=lambda lm: "" if lm.corpus and lm.vocabulary.has_pictures else say("uses.none"),
)
