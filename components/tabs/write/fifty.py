"""One prompt that asks for a number of words, tried twenty times: how many words came."""

from typing import TypedDict

from components.page.widget import Widget


class Try(TypedDict):
    """One text."""

    words: int
    ended: bool  # by itself; else it was cut
    ids: list[int]


class FiftyValue(TypedDict):
    """The tries so far."""

    run: int
    asked: int | None  # how many words the prompt asks for
    tries: list[Try]
    over: bool
    message: str


class Fifty(Widget):
    """Events: try_all (the value is then {run}), stop."""

    Value = FiftyValue
    fires = ("try_all", "stop")
