"""What functions of a tab take: which of their parameters the page fills, and how those that are published are called."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Any, NamedTuple, get_type_hints

import gradio as gr

from model import LanguageModel, Shaping


class AtMost(NamedTuple):
    """In a signature, `Annotated[str, AtMost(20_000)]`: longer than a prompt may be, in characters; of a dict or list, bytes."""

    n: int


class Throws(NamedTuple):
    """How often a die is thrown, and by which seed: the controls of these names, as one parameter `throws`."""

    seed: int
    rolls: int


class Looks(NamedTuple):
    """One map of attention: a layer, its head, and whether all layers up to it count in its place: as `looks`."""

    layer: int
    head: int
    through: int


RECORDS = {  # parameters that several controls make together
    "shaping": (Shaping, tuple(field.name for field in fields(Shaping))),
    "throws": (Throws, Throws._fields),
    "looks": (Looks, Looks._fields),
}


def wanted(draw: Callable) -> list[str]:
    """Names of what `draw` depends on: its parameters after the model, `shaping` as its five parts."""
    names = [*inspect.signature(draw).parameters][1:]
    return [part for name in names for part in (RECORDS[name][1] if name in RECORDS else (name,))]


def given(draw: Callable, values: dict[str, Any]) -> dict[str, Any]:
    """The arguments of `draw` from `values`, with the parts of `shaping` and of `throws` put together."""
    parameters = inspect.signature(draw).parameters
    arguments = {name: values[name] for name in parameters if name in values}
    for name in parameters.keys() & RECORDS.keys():
        kind, parts = RECORDS[name]
        arguments[name] = kind(**{part: values[part] for part in parts if part in values})
    return arguments


def published(lm: LanguageModel, fn: Callable, order: str = "") -> Callable:
    """`fn(lm, ...)` with the signature that Gradio reads; a ValueError becomes the caller's error message.

    `order` names the parameters, in the order that callers know, where `fn` takes a `shaping`: they give its parts.
    """
    parameters = {name: p for name, p in inspect.signature(fn).parameters.items() if name != "lm"}
    hints = get_type_hints(fn)
    if "shaping" in parameters:
        default = parameters.pop("shaping").default
        for field in fields(Shaping):
            kind, value = inspect.Parameter.POSITIONAL_OR_KEYWORD, getattr(default, field.name)
            parameters[field.name] = inspect.Parameter(field.name, kind, default=value, annotation=field.type)
            hints[field.name] = field.type
    names = order.split() or [*parameters]

    def arguments(values: tuple) -> dict[str, Any]:
        return given(fn, {n: p.default for n, p in parameters.items()} | dict(zip(names, values, strict=False)))

    if inspect.isgeneratorfunction(fn):

        def call(*values: Any) -> Any:
            try:
                yield from fn(lm, **arguments(values))
            except ValueError as error:
                raise gr.Error(str(error), print_exception=False) from None
    else:

        def call(*values: Any) -> Any:
            try:
                return fn(lm, **arguments(values))
            except ValueError as error:
                raise gr.Error(str(error), print_exception=False) from None

    call.__name__, call.__doc__ = fn.__name__, fn.__doc__
    call.__signature__ = inspect.Signature([parameters[n] for n in names], return_annotation=hints["return"])
    call.__annotations__ = {name: hints[name] for name in (*names, "return")}
    call.__wrapped__ = fn  # which says how long each may be
    return call
