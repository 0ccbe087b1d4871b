"""Who answers follows the step of the training that the page shows, and says of which step the answer is.

The scene and what a widget sends hold it as `at_step`; a value of another step than the page's is never drawn, see
`widget.js`.
"""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import gradio as gr

from model import LanguageModel

STEP = "at_step"


def step_of(asked: dict | None) -> int | None:
    """The step that a browser asks for; None: the last."""
    return asked.get(STEP) if isinstance(asked, dict) else None


def marked(lm: LanguageModel, value: Any) -> Any:
    """A value with the step that it is of, where there are several."""
    known = isinstance(value, dict) and "__type__" not in value and (lm.history or lm.step is not None)
    return value | {STEP: lm.step} if known else value


def all_marked(lm: LanguageModel, values: Any) -> Any:
    """The same of an answer that fills one component, or several."""
    return type(values)(marked(lm, each) for each in values) if isinstance(values, list | tuple) else marked(lm, values)


def moment(lm: LanguageModel, inputs: tuple) -> LanguageModel:
    """The model of the step that any of a listener's inputs names."""
    try:
        return lm.at(next((step for step in map(step_of, inputs) if step is not None), None))
    except ValueError as error:
        raise gr.Error(str(error), print_exception=False) from None


def following(lm: LanguageModel, fn: Callable, *given: Any, **named: Any) -> Callable:
    """`partial(fn, lm, *given, **named)` for a listener, with the model of the step that its inputs name."""
    if inspect.isgeneratorfunction(fn):

        def stream(*inputs: Any) -> Iterator[Any]:
            at = moment(lm, inputs)
            for values in partial(fn, at, *given, **named)(*inputs):
                yield all_marked(at, values)

        return stream

    def answer(*inputs: Any) -> Any:
        at = moment(lm, inputs)
        return all_marked(at, fn(at, *given, *inputs, **named))

    return answer
