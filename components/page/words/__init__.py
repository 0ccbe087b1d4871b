"""Every sentence that a visitor reads, by key; `{slots}` take a number or a token, `*stars*` are bold.

What is counted has both forms: `{n} {n|token|tokens}` says "1 token" and "2 tokens".
"""

import html
import json
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

SLOT = re.compile(r"\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}")
IN_TEMPLATE = re.compile(r"\{([a-z_]+(?:\.\w+)+)\}")
RUNS_AS_CODE = ("{{", "${", "`", "\\")  # in a template, which Gradio evaluates


@cache
def words() -> dict[str, str]:
    """All of them. The same file reaches the scripts, see `words.js`."""
    return json.loads(Path(__file__).with_name("en.json").read_text(encoding="utf-8"))


def say(key: str, /, **slots: Any) -> str:
    """The sentence of `key`, its slots filled, as plain text."""
    return SLOT.sub(lambda slot: filled(slot, slots), words()[key].replace("*", ""))


def percent(p: float) -> str:
    """A probability as the page writes it, see numbers.js: what is not certain is never called so."""
    if p == 0:
        return "0"
    if 0.9995 <= p < 1:
        return "> 99.9 %"
    tenths = Decimal(100 * float(p)).quantize(Decimal("0.1"), ROUND_HALF_UP)  # Python's own rounds 99.25 down
    return "< 0.1 %" if p < 0.001 else f"{tenths} %"


def filled(slot: re.Match, slots: dict[str, Any]) -> str:
    """What stands in place of a slot: its value, or the form of a noun that fits the number."""
    said, one, many = str(slots[slot[1]]), slot[2], slot[3]
    return said if one is None else one if said == "1" else many


def written(template: str) -> str:
    """A template of HTML with its `{keys}` replaced. Raises ValueError if Gradio would run any of it as code."""
    filled = IN_TEMPLATE.sub(lambda found: html.escape(say(found[1])), template)
    for sign in RUNS_AS_CODE:
        if sign in filled:
            raise ValueError(f"a template holds {sign!r}, which would be run as code")
    return filled
