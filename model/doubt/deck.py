"""All cards, in two decks: what goes wrong, and what it is good for. Whatever file of a deck ends in a CARD is one."""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from model.doubt import cards as folder
from model.doubt import progress, uses
from model.doubt.card import Card, Measured, Part
from model.language_model import LanguageModel

MAX_CASE = 300  # characters of a visitor's own case
DECKS = {"limits": folder, "uses": uses}


@cache
def cards(deck: str = "limits") -> dict[str, Card]:
    """Name -> card, in the order in which they are shown."""
    at = DECKS[deck]
    names = [module.name for module in iter_modules(at.__path__)]
    found = {name: replace(import_module(f"{at.__name__}.{name}").CARD, name=name) for name in names}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


def cards_for(lm: LanguageModel, deck: str = "limits") -> list[str]:
    """Of the cards that can ask this model, in their order."""
    return [name for name, card in cards(deck).items() if not card.lacks(lm)]


def card_of(name: str, deck: str = "limits") -> Card:
    """The card of that name. Raises ValueError, which names all, if there is none, or no such deck."""
    if deck not in DECKS:
        raise ValueError(f"There is no deck “{str(deck)[:40]}”: there are {', '.join(DECKS)}.")
    if name not in cards(deck):
        raise ValueError(f"There is no card “{str(name)[:40]}”: there are {', '.join(cards(deck))}.")
    return cards(deck)[name]


def measured(lm: LanguageModel, name: str, deck: str = "limits") -> Measured:
    """What the card has measured on this model; kept, so that a class waits once.

    Raises ValueError, which says why, for a model that the card cannot ask.
    """
    card = card_of(name, deck)
    if why := card.lacks(lm):
        raise ValueError(why)
    return lm.measured(_counted, lm, name, deck)


def _counted(lm: LanguageModel, name: str, deck: str) -> Measured:
    with progress.counting((lm.step, name, deck)):
        return card_of(name, deck).measure(lm)


def asked_so_far(lm: LanguageModel, name: str, deck: str = "limits", step: int | None = None) -> int:
    """Tokens, pixels and notes so far of a measurement under way, of the model at a step of its training.

    Raises ValueError for a card or step that is not there.
    """
    return progress.so_far((lm.at(step).step, card_of(name, deck).name, deck))


def own_case(lm: LanguageModel, name: str, case: str, deck: str = "limits") -> Part:
    """The card's question about a visitor's own case. Raises ValueError, which says what fits."""
    said = " ".join(case.replace("\0", " ").split())
    if not said:
        raise ValueError("Your own case is empty: type a sentence.")
    if len(said) > MAX_CASE:
        raise ValueError(f"Your own case has {len(said):,} characters; at most {MAX_CASE} are read.")
    return card_of(name, deck).own(lm, said)
