"""Programs of transformers that cards hand over: what each is alone, behind the parts that several have in common.

A program says what it is for, then come all imports, the values that the page writes into it, the parts whose
functions it calls, and its own code.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "assets" / "python"
OPENING = "opening"  # the part that opens the model
PARTS = (OPENING, "asking", "painting", "history", "adapter")
DECKS = ("limits", "uses")  # tabs of cards, each with a program of its own for a case of one's own
OTHERS = ("numpy", "safetensors", "torch", "transformers")
IMPORTS = re.compile(r"^(?:import|from) .+\n", re.MULTILINE)


@cache
def programs() -> dict[str, str]:
    """All of them, by tab and card."""
    parts = {name: (FOLDER / "parts" / f"{name}.py").read_text(encoding="utf-8") for name in PARTS}
    bodies = {file.stem: file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.py"))}
    return {name: whole(body, parts) for name, body in bodies.items()}


def whole(body: str, parts: dict[str, str]) -> str:
    """A program behind the parts that it needs; one that reads transformers itself is whole."""
    if "from transformers" in body:
        return body
    called = {*re.findall(r"\b(\w+)\(", body)}
    needed = [
        part
        for name, part in parts.items()
        if name == OPENING or called & {*re.findall(r"^def (\w+)", part, re.MULTILINE)}
    ]
    imports = "".join(sorted({line for part in (*needed, body) for line in IMPORTS.findall(part)}, key=order))
    about, values, code = (part.strip() for part in IMPORTS.sub("", body).split("\n\n", 2))
    parts = [IMPORTS.sub("", part).strip() for part in needed]
    return "\n\n".join([about, imports.strip(), values, "\n\n\n".join([*parts, code])]) + "\n"


def order(line: str) -> tuple[bool, bool, str]:
    """Where an import stands: Python's own first, as is the custom."""
    return line.split()[1].partition(".")[0] in OTHERS, line.startswith("from"), line
