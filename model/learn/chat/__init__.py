"""A model that learned to chat: what it is taught, an adapter that ships beside it, and conversations with it."""

from model.learn.chat.adapter import NAME, fits, log, size, taught, with_adapter
from model.learn.chat.conversation import (
    BESIDE,
    MAX_ASKED,
    MAX_PASSAGE,
    MAX_SYSTEM,
    MOST_TURNS,
    TEMPERATURE,
    Reading,
    Talk,
    answering,
    reading,
)

__all__ = [
    "BESIDE",
    "MAX_ASKED",
    "MAX_PASSAGE",
    "MAX_SYSTEM",
    "MOST_TURNS",
    "NAME",
    "TEMPERATURE",
    "Reading",
    "Talk",
    "answering",
    "fits",
    "log",
    "reading",
    "size",
    "taught",
    "with_adapter",
]
