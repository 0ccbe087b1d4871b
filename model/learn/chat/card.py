"""What the adapter can do, as a log and as the card beside it."""

import json
from pathlib import Path
from typing import Any

from model.core.checkpoint import checksum
from model.core.written import write_text
from model.learn.chat.adapter import MEASURED, size, with_adapter
from model.learn.chat.conversation import TEMPERATURE
from model.learn.chat.measure import by_hand, forgotten, measured, summed_up
from model.learn.chat.teach import LIKE, RANK, STEPS
from model.learn.chat.turns import SECOND
from model.learn.tune import lora

KINDS = {
    "sums": "sums to 20",
    "talk": "small talk, a fitting answer",
    "stories": "stories with both words asked for",
    "passages": "questions about a passage given above",
    "ends": "answers that end by themselves",
}
CARD = """\
---
license: apache-2.0
language: en
base_model: ../model
library_name: peft
tags: [education, lora]
---

# The adapter of the tab Chat

LoRA of rank {rank} beside all matrices of the six layers of `assets/model`, and rows of its own for `<user>` and
`<assistant>`: {numbers:,} numbers, {size:,} bytes, in the format of `peft`. It belongs to weights with the checksum
`{base}`; beside others it is refused. Made by `make chat` from the programs of the world in {steps} steps; how,
and what did not help, stands in `docs/training-log.md`.

A conversation is one text: a system line and a passage, each a line of its own, if there are any; then `<user>`
question `<assistant>` answer, again and again. `<eot>` ends an answer; in the text that goes on the next `<user>`
stands in its place.

| a hundred each, never taught; at temperature {temperature} | right | 95 % | in a person's own words | bar |
|---|---|---|---|---|
{rows}

Half of each hundred comes from the programs that teach, kept apart by the checksum of its words; the other half was
written by hand in words that these programs do not have (`model/learn/chat/data/by_hand.txt`). `measured.json` has
every answer.

Of 200 more, by another hand that had not seen what is taught (`second_hand.txt`), fifty of each kind: {second}.

Bits a byte of unseen texts of kinds that the base was trained on: {was:.4f} without the adapter, {now:.4f} with it
({share:+.1%}).

## Limits

It knows greetings, sums up to twenty, stories, short questions about a short passage, and what it is. To some
questions of the wider world it says that it does not know; to others it says something wrong. It remembers nothing but
what stands in the context of 320 tokens.
"""


def count(lm: Any, folder: Path) -> dict:
    """Ask all that is counted; write the log and the card into the folder of the adapter. What stands in the log."""
    tuned = with_adapter(lm, folder)
    told, second = [*measured(tuned)], [*measured(tuned, asked=[*by_hand(SECOND)])]
    found = {"base": checksum(lm.transformer), "steps": STEPS, "temperature": TEMPERATURE}
    found |= {
        "numbers": lora.numbers(lm.config, RANK) + len(LIKE) * lm.config.n_embd,
        "rows": summed_up(told),
        "forgotten": forgotten(lm, tuned),
    }
    found |= {"second": {kind: sum(each.right for each in second if each.case.kind == kind) for kind in SECOND}}
    found |= {"answers": [[each.case.asked, each.answer, each.right] for each in (*told, *second)]}
    write_text(folder / MEASURED, json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    write_text(folder / "README.md", card(found, size(folder)))
    return found


def card(found: dict, size: int) -> str:
    """The card of what was counted."""
    rows = [
        f"| {KINDS[row['kind']]} | {row['right']} of {row['of']} | {row['low']:.2f} to {row['high']:.2f} "
        f"| {row['by_hand']} of {row['of_hand']} | {row['bar']} |"
        for row in found["rows"]
    ]
    told = {name: found[name] for name in ("base", "numbers", "steps", "temperature")}
    told["second"] = ", ".join(f"{kind} {right}" for kind, right in found["second"].items())
    return CARD.format(rank=RANK, size=size, rows="\n".join(rows), **told, **found["forgotten"])
