"""Limits tab: what goes wrong with this model, one claim a card, each measured, traced and mended."""

import json
from typing import Annotated

import gradio as gr

from components.page.arguments import AtMost
from components.page.tab import Dial, Tab, View, Word
from components.page.words import say, words
from components.tabs.limits.argue import Argue
from components.tabs.limits.limit import Limit
from components.tabs.limits.mended import Mended
from components.tabs.limits.own_case import OwnCase
from model import Help, LanguageModel, Measured, Part, card_of, limit_cards, own_case
from model import measured as look


def told(card: str, part: Part) -> dict:
    """A part as the page takes it; rows that have words of their own are called by them."""
    named = words()
    rows = [
        {"name": named.get(f"limits.{card}_row_{row.name}", row.name), "said": row.said._asdict(), "told": row.told}
        for row in part.rows
    ]
    return {"name": part.name, "rows": rows, "unit": part.unit, "most": part.most}


def claim(name: str, found: Measured | None) -> dict:
    """What the first card shows."""
    card = card_of(name)
    parts, facts = ([told(name, part) for part in found.parts], found.facts) if found else ([], {})
    because = [each._asdict() for each in (found.because if found else ())]
    holds, right = (card.finding(found), card.answer(found)) if found else (False, 0)
    shown = {"card": name, "parts": parts, "facts": facts, "because": because}
    return shown | {"holds": holds, "answer": right}


def tried(one: Help) -> dict:
    """What was tried, as the page takes it."""
    effect, cost = (pair and [sure._asdict() for sure in pair] for pair in (one.effect, one.cost))
    return one._asdict() | {"effect": effect, "cost": cost}


def mended(name: str, found: Measured | None) -> dict:
    """What the second card shows."""
    helps = [tried(each) for each in (found.helps if found else ())]
    return {"card": name, "measured": bool(found), "helps": helps}


def of_ones_own(lm: LanguageModel, name: str, case: str, found: Measured | None) -> dict:
    """What the third card shows: of a case that does not fit, one sentence."""
    case, part, message = case or card_of(name).case, None, ""
    try:
        part = told(name, own_case(lm, name, case)) if found else None
    except ValueError as error:
        message = str(error)
    return {"card": name, "case": case, "measured": bool(found), "part": part, "message": message}


def shown(lm: LanguageModel, card: str, measured: int, case: str) -> tuple[dict, dict, dict, dict]:
    """All four cards; measured only once somebody has asked for it."""
    found = look(lm, card) if measured else None
    return (
        claim(card, found),
        mended(card, found),
        of_ones_own(lm, card, str(case), found),
        {"card": card, "measured": bool(found)},
    )


def limits(lm: LanguageModel, card: str, case: Annotated[str, AtMost(300)] = "") -> dict:
    """What is measured of a claim: rows with interval and samples, whether the finding holds, why, what helps.

    `card`: the name of one; `case`: a case of one's own, if you like.
    """
    found = look(lm, card)
    own = {"own": told(card, own_case(lm, card, case))} if case else {}
    return claim(card, found) | mended(card, found) | own


def build(lm: LanguageModel, view: View) -> None:
    cards = [*limit_cards()]
    limit = Limit(cards, elem_id="limit")
    with gr.Row(elem_classes=["cards", "scale-cards"]):
        beside = [Mended(elem_id="mended"), OwnCase(elem_id="own_case")]
    view.show(
        {shown: [limit, *beside, Argue(elem_id="argue")]},
        card=Word(cards[0], tuple(cards)),
        measured=Dial(0, 2),
        case=Word(""),
    )
    for card in cards[:3]:
        turned = json.dumps({"card": card, "measured": 0, "case": ""})
        view.invite(say(f"limits.{card}_try"), f"page.note('guessed', null); page.turn('{view.name}', {turned})")
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
