"""A page without scripts: a title, a sentence and what follows, in the look of the app."""

import html
from pathlib import Path
from string import Template

from components.page.words import say

TEMPLATE = Path(__file__).parents[2] / "assets" / "plain.html"


def plain(title: str, intro: str, body: str, back: str = "./") -> bytes:
    """The page; `body` is HTML, all else is text. `back`: the way to the app, if there is one."""
    link = f'<a href="{back}">{html.escape(say("page.back"))}</a>' if back else ""
    slots = {"title": html.escape(title), "name": html.escape(say("header.name")), "intro": html.escape(intro)}
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(slots, back=link, body=body).encode()
