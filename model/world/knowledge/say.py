"""One sentence about a thing: a wording of one of its fields, with the thing and its verbs in forms that agree."""

import random
from collections.abc import Callable, Mapping, Sequence
from string import Formatter
from typing import Any

from model.world.knowledge.store import WHOLE, Thing, verbs
from model.world.language.phrases import and_list, plural, spin
from model.world.language.tables import Table
from model.world.language.verbs import both, going_on, of_many, past, third
from model.world.language.words import capital

TABLE = Table(__file__, "wordings")
SINGULAR = {"is": "is", "are": "is", "has": "has", "aux": "does", "needs": "needs", "it": "it", "it2": "it"}
PLURAL = {"is": "are", "are": "are", "has": "have", "aux": "do", "needs": "need", "it": "they", "it2": "them"}
CELLS = ("has", "made", "look", "at", "for", "who", "buy", "good", "bad", "with", "not", "need")


class Slots(dict):
    """Slots that are drawn when they are asked for, each once; asking for one that cannot be had is a KeyError."""

    def __init__(self, known: Mapping[str, str], makers: Mapping[str, Callable[[], str]]):
        super().__init__(known)
        self.makers = makers

    def __missing__(self, name: str) -> str:
        if name not in self.makers and name[:1].isupper():
            return capital(self[name[0].lower() + name[1:]])
        self[name] = self.makers[name]()
        return self[name]


def fitting(slots: Slots, wordings: Sequence[str]) -> list[str]:
    """The wordings whose slots can all be had."""
    return [wording for wording in wordings if all(can_be_had(slots, name) for name in names_of(wording))]


def names_of(wording: str) -> list[str]:
    """The slots of a wording."""
    return [name for _, name, _, _ in Formatter().parse(wording) if name]


def can_be_had(slots: Slots, name: str) -> bool:
    """Whether the slot has a value or a maker."""
    return any(known in slots or known in slots.makers for known in (name, name[:1].lower() + name[1:]))


def say(rng: random.Random, slots: Slots, wordings: Sequence[str]) -> str:
    """One of the wordings that fit, filled; "" if none does."""
    options = fitting(slots, wordings)
    return spin(rng, rng.choice(options)).format_map(slots).replace(" .", ".") if options else ""


def kind_of(kind: str, many: bool) -> str:
    """`a pet`, `pets`; what cannot be counted stays as it is."""
    if kind in TABLE["mass kinds"].words:
        return kind
    return plural(kind) if many else f"a {kind}"


def speak_of(thing: Thing, many: bool) -> dict[str, str]:
    """The thing as sentences speak of it, as one or as many, and the words that agree with it."""
    many = (many and thing.noun == "count") or thing.noun == "plural"
    plain = {"count": thing.many if many else f"a {thing.name}"}.get(thing.noun, thing.name)
    some = f"some {thing.name}" if thing.noun in ("mass", "plural") else f"many {thing.many}" if many else plain
    known = {"x": plain, "some": some, "bare_": thing.name.removeprefix("the "), "many": thing.many}
    known["thex"] = thing.name if thing.noun in ("one", "doing") else f"the {thing.name}"
    return known | (PLURAL if many else SINGULAR)


def slots_of(rng: random.Random, thing: Thing, many: bool, asked: str = "") -> Slots:
    """All that can be said of the thing; `item`, `items` and the verbs `v` are of the field `asked`."""
    known, told = speak_of(thing, many), thing.told
    plural_subject = known["is"] == "are"
    suit = of_many if plural_subject and thing.type != "person" else str

    def one(name: str) -> Callable[[], str]:
        return lambda: suit(rng.choice(told[name]))

    makers: dict[str, Callable[[], Any]] = {name: one(name) for name in CELLS if name in told}
    makers |= {"kind": lambda: kind_of(told["is"][0], plural_subject), "bare": lambda: told["is"][0]}
    if "say" in told:
        makers["Say"] = makers["more"] = lambda: rng.choice(told["say"])
    makers["He"] = lambda: rng.choice(("He", "She", "It"))
    makers |= what_people_do(rng, told.get("do", ()))
    doer = suit if plural_subject else third
    makers |= what_it_does(rng, told.get(asked if asked in ("do", "for") else "does", ()), doer)
    if asked in told:
        cells = told[asked]
        makers["item"] = lambda: suit(rng.choice(cells)) if asked not in WHOLE else rng.choice(cells)
        makers["items"] = lambda: and_list(rng.sample(cells, min(len(cells), rng.choice((1, 2, 2, 3)))))
    return Slots(known, makers)


def what_people_do(rng: random.Random, phrases: Sequence[str]) -> dict[str, Callable[[], str]]:
    """Two of the phrases, or one twice, plain and as what is over."""
    if not phrases:
        return {}
    first, second = rng.sample(phrases, 2) if len(phrases) > 1 else (*phrases, *phrases)
    return {"do": lambda: first, "doed": lambda: inflect(past, first), "doed2": lambda: inflect(past, second)}


def what_it_does(
    rng: random.Random, phrases: Sequence[str], agree: Callable[[str], str]
) -> dict[str, Callable[[], str]]:
    """Two different phrases, if there are, in all forms of their verbs."""
    if not phrases:
        return {}
    v, *others = rng.sample(phrases, min(2, len(phrases)))
    made = {"v": lambda: v, "vs": lambda: inflect(agree, v)}
    made |= {"ving": lambda: inflect(going_on, v), "ved": lambda: inflect(past, v)}
    if others:
        made |= {"v2": lambda: others[0], "vs2": lambda: inflect(agree, others[0])}
    return made


def inflect(form: Callable[[str], str], phrase: str) -> str:
    """The phrase in a form, both verbs if it has two."""
    return both(form, phrase, verbs()) if form is not of_many and form is not str else form(phrase)
