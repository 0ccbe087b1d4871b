"""A conversation: its turns as bubbles or as the one text that they are, with the base's answer beside each."""

from typing import TypedDict

from components.page.widget import Widget


class ChatFace(TypedDict):
    """A face of a die."""

    id: int
    piece: str
    p: float


class ChatToken(ChatFace):
    """A token that was rolled, with its die."""

    kind: str
    ends: float
    others: list[ChatFace]


class ChatRead(TypedDict):
    """What is read before an answer."""

    head: list[str]  # pieces of the system line and the passage
    asked: list[str]  # pieces of the question
    fallen: int  # turns that do not fit any more
    tokens: int  # that are read, turn tokens included
    familiar: float | None  # share of unseen texts of its world that surprise the base at least as much


class ChatSaid(TypedDict):
    """Some more of an answer."""

    run: int  # which request it belongs to
    read: ChatRead | None  # in the first answer of a run
    firsts: list[int]  # places of the first of the new tokens: with the adapter, without it
    tokens: list[list[ChatToken]]  # both
    over: bool
    message: str  # what did not fit


class Talk(Widget):
    """Events: say (the value is then {run, talk: {system, passage, turns, question}, seed}), stop."""

    Value = ChatSaid
    fires = ("say", "stop")

    def __init__(self, context: int, most: dict[str, int], turns: int, **kwargs):
        self.context, self.most, self.turns = context, most, turns
        super().__init__(options={"context": context, "most": most, "turns": turns}, **kwargs)
