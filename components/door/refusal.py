"""A request that is not let in: a status, and one sentence that says what was given and what fits."""

from typing import Any

from starlette.responses import JSONResponse

from components.page.words import say

SHOWN = 60  # characters of what was given


class Refusal(Exception):
    """Raised before any work is done; a slot `name` is the parameter that is meant, which clients mark."""

    def __init__(self, status: int, key: str, **slots: Any):
        super().__init__(say(f"door.{key}", **slots))
        self.status, self.name = status, slots.get("name", "")

    def response(self, headers: dict[str, str] | None = None) -> JSONResponse:
        """As Gradio's clients read it: those in Python raise the message of `detail`, others show `error`."""
        return refused(self.status, str(self), self.name, headers)


def refused(status: int, sentence: str, name: str = "", headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer to what is refused."""
    told = {"__type__": "validate", "is_valid": False, "parameter_name": name or "request", "message": sentence}
    return JSONResponse({"error": sentence, "detail": [told] if status == 422 else sentence}, status, headers)


def shown(value: Any) -> str:
    """What was given, in a sentence: shortened, in quotes if it is a text, and without line ends."""
    if isinstance(value, str):
        return f"“{shortened(value)}”"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return shortened(f"{value:,}" if abs(value) < 1e15 else f"{value:g}")
    return "a list" if isinstance(value, list) else "an object"


def shortened(text: str) -> str:
    """At most sixty characters, in one line."""
    line = "".join(c if c.isprintable() else " " for c in text[: SHOWN + 1])
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
