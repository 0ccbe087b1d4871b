"""A deck of cards on a page: one claim a card, each measured on the model, with what was made, a case of one's own, and why.

Two tabs show one each, Limits and Uses: the name of the tab is that of the deck, and of its words.
"""

import json
from dataclasses import dataclass

import gradio as gr

from components.page.tab import Dial, View, Word
from components.page.words import say, words
from components.parts.argue import Argue
from components.parts.claim import Claim
from components.parts.mended import Mended
from components.parts.own_case import OwnCase
from model import Help, LanguageModel, Made, Measured, Part, card_of, cards_for, own_case
from model import measured as look

SIDES = ("for", "against")


@dataclass(frozen=True)
class Deck:
    """The cards of one deck, as their widgets take them."""

    name: str
    note: str  # of the address: which answer was guessed

    def told(self, card: str, part: Part) -> dict:
        """A part as the page takes it; rows that have words of their own are called by them."""
        named = words()
        rows = [
            {
                "name": named.get(f"{self.name}.{card}_row_{row.name}", row.name),
                "said": row.said._asdict(),
                "told": row.told,
            }
            for row in part.rows
        ]
        return {
            "name": part.name,
            "rows": rows,
            "unit": part.unit,
            "most": part.most,
            "made": [*map(of_made, part.made)],
            "grid": part.grid and part.grid._asdict(),
        }

    def claim(self, name: str, found: Measured | None) -> dict:
        """What the first card shows."""
        card = card_of(name, self.name)
        parts, facts = ([self.told(name, part) for part in found.parts], found.facts) if found else ([], {})
        because = [each._asdict() for each in (found.because if found else ())]
        holds, right = (card.finding(found), card.answer(found)) if found else (False, 0)
        shown = {"card": name, "parts": parts, "facts": facts, "because": because}
        return shown | {"holds": holds, "answer": right}

    def own(self, lm: LanguageModel, name: str, case: str, found: Measured | None) -> dict:
        """What the card of one's own case shows: of one that does not fit, one sentence."""
        case, part, message = case or card_of(name, self.name).case, None, ""
        try:
            part = self.told(name, own_case(lm, name, case, self.name)) if found else None
        except ValueError as error:
            message = str(error)
        return {"card": name, "case": case, "measured": bool(found), "part": part, "message": message}

    def argue(self, name: str, found: Measured | None) -> dict:
        """A question, and what speaks for either side where that is told."""
        sides = [side for side in SIDES if f"{self.name}.{name}_{side}" in words()]
        return {"card": name, "measured": bool(found), "sides": sides, "facts": found.facts if found else {}}

    def shown(self, lm: LanguageModel, card: str, measured: int, case: str) -> tuple[dict, dict, dict, dict]:
        """All four cards; measured only once somebody has asked for it."""
        found = look(lm, card, self.name) if measured else None
        own = self.own(lm, card, str(case), found)
        return self.claim(card, found), mended(card, found), own, self.argue(card, found)

    def asked(self, lm: LanguageModel, card: str, case: str) -> dict:
        """What an endpoint tells of a card: rows with interval and samples, whether the finding holds, what helps."""
        found = look(lm, card, self.name)
        own = {"own": self.told(card, own_case(lm, card, case, self.name))} if case else {}
        return self.claim(card, found) | mended(card, found) | own

    def build(self, view: View) -> None:
        """Its widgets, and an invitation to each of the first cards."""
        names = cards_for(view.lm, self.name)
        first = Claim(names, self.note, elem_id=f"{self.name}_claim")
        with gr.Row(elem_classes=["cards", "scale-cards"]):
            beside = [Mended(elem_id=f"{self.name}_mended"), OwnCase(elem_id=f"{self.name}_own")]
        view.show(
            {self.shown: [first, *beside, Argue(elem_id=f"{self.name}_argue")]},
            card=Word(names[0], tuple(names)),
            measured=Dial(0, 2),
            case=Word(""),
        )
        for card in names[:3]:
            turned = json.dumps({"card": card, "measured": 0, "case": ""})
            js = f"page.note('{self.note}', null); page.turn('{view.name}', {turned})"
            view.invite(say(f"{self.name}.{card}_try"), js)


def of_made(made: Made) -> dict:
    """What was made, as the page takes it."""
    return made._asdict() | {"copied": [each._asdict() for each in made.copied]}


def tried(one: Help) -> dict:
    """What was tried, as the page takes it."""
    effect, cost = (pair and [sure._asdict() for sure in pair] for pair in (one.effect, one.cost))
    return one._asdict() | {"effect": effect, "cost": cost}


def mended(name: str, found: Measured | None) -> dict:
    """What the card of what helps shows."""
    helps = [tried(each) for each in (found.helps if found else ())]
    return {"card": name, "measured": bool(found), "helps": helps}
