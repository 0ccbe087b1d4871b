"""Every function that the page or a caller asks, seen from outside: what it refuses, and how long it takes.

One line a call: time, endpoint, milliseconds, bytes, outcome. Of what somebody typed nothing is kept.
"""

import inspect
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import gradio as gr
import orjson

from components.page.faults import fault
from components.page.words import say

log = logging.getLogger("weighted_dice.calls")
OF_FORM = (
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
)  # of what only the page sends, in a form that it does not send


class Watch:
    """What runs of an app around a model of this `name`, and what has run: by endpoint and outcome."""

    def __init__(self, name: str) -> None:
        self.name, self.running = name, 0
        self.calls: Counter[tuple[str, str]] = Counter()
        self.seconds: Counter[str] = Counter()
        self._lock = threading.Lock()

    def over(self, app: gr.Blocks) -> None:
        """Watch all functions of the app, once it is built; the app knows who watches it."""
        app.watch = self
        for fn in app.fns.values():
            if fn.fn is not None:
                fn.fn = self.watched(fn.fn, fn.api_name or "page")

    def watched(self, fn: Callable, name: str) -> Callable:
        """`fn`, which raises nothing but gr.Error with a sentence."""
        if inspect.isgeneratorfunction(fn):

            @wraps(fn)
            def stream(*values: Any) -> Iterator[Any]:
                with self.call(name, values):
                    yield from fn(*values)

            return stream

        def answer(*values: Any) -> Any:
            with self.call(name, values):
                return fn(*values)

        return wraps(fn)(answer)

    @contextmanager
    def call(self, name: str, values: tuple) -> Iterator[None]:
        """One call, from its begin to its end."""
        began, outcome = time.monotonic(), "answered"
        with self._lock:
            self.running += 1
        try:
            yield
        except gr.Error:
            outcome = "refused"
            raise
        except ValueError as error:
            outcome = "refused"
            raise gr.Error(str(error), print_exception=False) from None
        except GeneratorExit:
            outcome = "left"
            raise
        except Exception as error:
            outcome = "failed"
            fault(name, error)
            said = say("door.form") if isinstance(error, OF_FORM) else say("door.failed")
            raise gr.Error(said, print_exception=False) from None
        finally:
            self._note(name, time.monotonic() - began, values, outcome)

    def _note(self, name: str, seconds: float, values: tuple, outcome: str) -> None:
        with self._lock:
            self.running -= 1
            self.calls[name, outcome] += 1
            self.seconds[name] += seconds
        if log.isEnabledFor(logging.INFO):
            size = len(orjson.dumps(values, default=lambda other: None))
            log.info("endpoint=%s ms=%d bytes=%d outcome=%s", name, 1000 * seconds, size, outcome)
