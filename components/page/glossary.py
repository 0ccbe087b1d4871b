"""Terms of art in plain words: underlined in the introductions, and all together on a page of their own."""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import TypedDict

from components.page.plain import plain
from components.page.words import say

PAGE = "glossary"


class Part(TypedDict):
    """Some words of an introduction, and what they mean where they are a term of art."""

    text: str
    means: str


@cache
def glossary() -> dict[str, str]:
    """Term -> one or two sentences."""
    return json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


@cache
def pattern() -> re.Pattern:
    """Any of the terms as a whole word, the longest first, also in its plural."""
    terms = sorted(map(re.escape, glossary()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(terms)})(s?)(?![\w-])", re.IGNORECASE)


def explained(text: str) -> list[Part]:
    """The text in parts; each term is explained where it stands first."""
    parts, at, known = [], 0, set()
    for found in pattern().finditer(text):
        term = found[1].lower()
        if term in known:
            continue
        known.add(term)
        parts += [{"text": text[at : found.start()], "means": ""}, {"text": found[0], "means": glossary()[term]}]
        at = found.end()
    return [part for part in (*parts, {"text": text[at:], "means": ""}) if part["text"]]


@cache
def page() -> bytes:
    """The glossary as a page: works without scripts, and can be printed."""
    terms = "".join(f"<dt>{html.escape(term)}</dt><dd>{html.escape(means)}</dd>" for term, means in glossary().items())
    return plain(say("glossary.title"), say("glossary.intro"), f"<dl>{terms}</dl>")
