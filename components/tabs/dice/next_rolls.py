"""The next three rolls as a drawing: areas are probabilities; and where three ways of choosing lead."""

from typing import Literal, TypedDict

from components.page.widget import Widget


class Branch(TypedDict):
    """A token that may be rolled."""

    id: int
    piece: str
    p: float


class Fork(TypedDict):
    """What may follow a path of ids."""

    path: list[int]
    branches: list[Branch]


class Way(TypedDict):
    """Where one way of choosing leads."""

    name: Literal["greedy", "rolled", "beam"]
    ids: list[int]
    text: str
    logprob: float  # before shaping


class NextRollsValue(TypedDict):
    """The tree, its root first."""

    nodes: list[Fork]
    ways: list[Way]


class NextRolls(Widget):
    """Heights are probabilities."""

    Value = NextRollsValue
