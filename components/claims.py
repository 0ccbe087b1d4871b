"""What goes wrong and what it is good for, measured, as a page of the model card: `python -m components.claims`.

The cards of the tabs Limits and Uses with the figures of one model, in the page's own words.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from components.page.words import percent, say, words
from model import DECKS, Help, LanguageModel, Measured, Part, Sure, card_of, cards_for, load, measured

PAGE, FIGURES = "CLAIMS.md", "claims.json"
TABLE = ["| | measured | 95 % interval | n | beside |", "|---|---:|---|---:|---:|"]


def figure(x: float, unit: str) -> str:
    """A number of a card as the page writes it."""
    if unit != "share":
        return f"{x:.{2 if x < 10 else 1}f}"
    return f"{100 * x:.1f} %" if x < 0 or x > 1 else percent(x)


def slots(facts: Mapping[str, float]) -> dict[str, str]:
    """What fills the sentences of a card: shares in percent, counts whole, bits with one digit."""
    return {
        name: f"{x:.1f}" if name.endswith("_bits") else f"{x:,.0f}" if name.endswith("_n") else figure(x, "share")
        for name, x in facts.items()
    }


def line(name: str, sure: Sure, unit: str, told: float | None = None) -> str:
    """A row of a table."""
    interval = f"{figure(sure.low, unit)} to {figure(sure.high, unit)}" if sure.n > 1 else ""
    beside = "" if told is None else figure(told, unit)
    return f"| {cell(name)} | {figure(sure.value, unit)} | {interval} | {sure.n:,} | {beside} |"


def cell(text: str) -> str:
    """A text within a table, as it is."""
    return "".join("\\" + letter if letter in "\\|`*_<>[]" else letter for letter in text)


def of_part(deck: str, card: str, part: Part, facts: dict[str, str]) -> list[str]:
    """A title and its rows."""
    named = words()
    title = cell(say(f"{deck}.{card}_part_{part.name}", **facts))
    rows = ((named.get(f"{deck}.{card}_row_{row.name}", row.name), row) for row in part.rows)
    return [f"**{title}**\n", *TABLE, *(line(name, row.said, part.unit, row.told) for name, row in rows), ""]


def of_help(deck: str, card: str, one: Help) -> list[str]:
    """What was tried, without and with it, and what it costs."""
    key = f"{deck}.{card}_{{}}_{one.name}".format
    told = [f"*What helps, tried:* {cell(say(key('help')))}{' (recorded)' if one.recorded else ''}\n", *TABLE]
    pairs = [("effect", one.effect, "share"), *([("cost", one.cost, one.unit)] if one.cost else [])]
    for kind, pair, unit in pairs:
        for way, sure in zip(("without", "with"), pair, strict=True):
            told.append(line(f"{say(key(kind))}, {say(f'limits.{way}')}", sure, unit))
    return [*told, ""]


def of_card(deck: str, name: str, found: Measured) -> list[str]:
    """A claim, whether it holds, and all figures."""
    card, facts = card_of(name, deck), slots(found.facts)
    holds = card.finding(found)
    verdict = say(f"{deck}.{name}_{f'found_{card.answer(found)}' if holds else 'failed'}", **facts)
    parts = [row for part in found.parts for row in of_part(deck, name, part, facts)]
    helps = [row for one in found.helps for row in of_help(deck, name, one)]
    title, claim, source = (say(f"{deck}.{name}_{what}") for what in ("title", "claim", "source"))
    return [f"### {title}\n", f"{claim} {verdict}\n", *parts, *helps, f"{source}\n"]


def claims(lm: LanguageModel) -> tuple[str, list[dict]]:
    """The page in Markdown; the same figures for programs."""
    page, kept = [f"# {say('claims.title')}\n", f"{say('claims.intro')}\n"], []
    for deck in DECKS:
        page.append(f"## {say(f'{deck}.title')}\n")
        for name in cards_for(lm, deck):
            found = measured(lm, name, deck)
            page += of_card(deck, name, found)
            kept.append({"deck": deck, "card": name, "holds": bool(card_of(name, deck).finding(found))} | found.facts)
    return "\n".join(page), kept


def main() -> None:
    """Measure every card that can ask the model, and keep what was found beside its weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("assets/model"))
    folder = parser.parse_args().folder
    page, kept = claims(load(folder))
    (folder / PAGE).write_text(page, encoding="utf-8")
    (folder / FIGURES).write_text("[\n" + ",\n".join(map(json.dumps, kept)) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
