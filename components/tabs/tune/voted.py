"""What votes have done to a copy: dice, margin, distance from the base, what was really favoured, what went wrong."""

from typing import TypedDict

from components.page.widget import Widget

Favoured = tuple[str, float, float, float]  # what is counted; chosen less rejected, and its interval


class VotedBegun(TypedDict):
    """What a tuning by votes tells first; see `model.learn.tune.prefer`."""

    votes: int
    leash: float
    rule: str
    favoured: list[Favoured]


class VotedDie(TypedDict):
    """A die after a prompt that nobody voted on."""

    prompt: str
    faces: list[tuple[str, float, float]]  # a piece, its chance before and now


class VotedTold(TypedDict):
    """What is found at the end, on prompts that nobody voted on."""

    wanted: str  # a rule, or what is counted, with a minus where less of it was wanted
    more: int  # samples that have more of it than before
    less: int
    of: int
    share: tuple[float, float, float] | None  # more, of those that differ, and its interval
    counts: list[tuple[str, float, float]]  # what is counted: a sample, before and now
    bits: float  # a token: divergence from the base
    lost: list[tuple[str, int]]  # words that are gone, and how many samples had them
    different: tuple[int, int]  # words, before and now
    again: tuple[float, float]  # share of words that repeat one of the same sample
    some: list[tuple[str, str, str]]  # a prompt, and what is said after it before and now


class VotedEnd(TypedDict, total=False):
    """What it tells at some looks only."""

    per_byte: float  # bits of unseen texts of the world: at the first and the last one
    told: VotedTold  # at the last one


class VotedLook(VotedEnd):
    """What it tells at a look."""

    step: int
    seconds: float
    margin: float
    agrees: float
    dice: list[VotedDie]


class Voted(Widget):
    """Draws what a tuning by votes tells."""

    Data = VotedBegun | VotedLook
