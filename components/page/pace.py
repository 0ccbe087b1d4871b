"""How often a page that is being written or painted on is told of it."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from model import LanguageModel

VISITORS = 30  # who write, and who paint, at once; each takes one of Gradio's forty threads while it is computed
FRAME_SECONDS = 1 / 60
ANSWER_SECONDS = 0.008  # what one answer costs Gradio
PART = 6  # answers may take one in so many of the seconds: the rest belongs to the model

T = TypeVar("T")


def paced(lm: LanguageModel, symbols: Iterable[T]) -> Iterator[list[T]]:
    """`symbols`, those of a frame together: as often as a screen shows, less often while many wait for theirs."""
    frame, due = [], 0.0
    for symbol in symbols:
        frame.append(symbol)
        if time.monotonic() >= due:
            yield frame
            frame, due = [], time.monotonic() + max(FRAME_SECONDS, PART * ANSWER_SECONDS * lm.busy)
    if frame:
        yield frame
