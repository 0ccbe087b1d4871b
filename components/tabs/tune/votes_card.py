"""Which of two samples is better: a visitor votes again and again, or a rule does; then a copy learns from it."""

from typing import TypedDict

from components.page.widget import Widget
from model import VOTE_FIELDS


class Two(TypedDict):
    """The answer of `two_samples`."""

    prompt: str
    seed: int
    said: list[str]
    ids: list[list[int]]


class Ballot(TypedDict):
    """One vote as the page keeps it."""

    prompt: str
    chosen: list[int]
    rejected: list[int]
    said: list[str]  # what was chosen, and what was rejected


class VotedTogether(TypedDict):
    """The answer of `vote_together`."""

    urn: str
    votes: int
    people: int
    tuning: str  # that learned from them last


class VotesCard(Widget):
    """Starts a tuning by the endpoint `prefer`."""

    Data = Two | Ballot | VotedTogether

    def __init__(self, **kwargs):
        super().__init__(options=VOTE_FIELDS, **kwargs)
