"""All cards: whatever file stands in `cards/` and ends in a CARD."""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from model.doubt import cards as folder
from model.doubt.card import Card, Measured, Part
from model.language_model import LanguageModel

MAX_CASE = 300  # characters of a visitor's own case


@cache
def cards() -> dict[str, Card]:
    """Name -> card, in the order in which they are shown."""
    names = [module.name for module in iter_modules(folder.__path__)]
    found = {name: replace(import_module(f"{folder.__name__}.{name}").CARD, name=name) for name in names}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].order, pair[0])))


def card_of(name: str) -> Card:
    """The card of that name. Raises ValueError, which names all, if there is none."""
    if name not in cards():
        raise ValueError(f"There is no card “{str(name)[:40]}”: there are {', '.join(cards())}.")
    return cards()[name]


def measured(lm: LanguageModel, name: str) -> Measured:
    """What the card has measured on this model; kept, so that a class waits once."""
    return lm.measured(card_of(name).measure, lm)


def own_case(lm: LanguageModel, name: str, case: str) -> Part:
    """The card's question about a visitor's own case. Raises ValueError, which says what fits."""
    said = " ".join(case.replace("\0", " ").split())
    if not said:
        raise ValueError("Your own case is empty: type a sentence.")
    if len(said) > MAX_CASE:
        raise ValueError(f"Your own case has {len(said):,} characters; at most {MAX_CASE} are read.")
    return card_of(name).own(lm, said)
