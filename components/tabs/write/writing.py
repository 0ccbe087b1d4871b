"""A text that is written token by token, with the die of each, and the branches that one takes."""

from typing import NotRequired, TypedDict

from components.page.widget import Widget


class Alternative(TypedDict):
    """A face of the die that a token was rolled with."""

    id: int
    piece: str
    p: float


class Loaded(TypedDict):
    """A die over what comes next."""

    ends: float  # the chance that the text ends here
    others: list[Alternative]  # its likeliest faces


class Token(Alternative):
    """One token that was written, or taken by hand, with its die."""

    kind: str
    ends: float
    others: list[Alternative]  # its own among them or not


class Written(TypedDict):
    """Some more tokens of a run, or of a branch that an address holds."""

    run: int  # which run they belong to
    first: int  # the place of the first of them after the prompt
    tokens: list[Token]
    over: bool  # it was the last answer of this run
    full: bool  # nothing more fits
    branch: NotRequired[int]  # whose tokens these are
    message: NotRequired[str]  # what did not fit
    next: NotRequired[Loaded]  # before anything is written: the die of what comes first


class Writing(Widget):
    """Events: write (the value is then {run, ids, steps, taken}: what is written already, how many more),
    reread ({run, branches: [{ids, loads}]}), stop."""

    Value = Written
    fires = ("write", "reread", "stop")

    def __init__(self, vocab_size: int, **kwargs):
        self.vocab_size = vocab_size
        super().__init__(options={"vocab_size": vocab_size}, **kwargs)
