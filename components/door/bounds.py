"""What each endpoint takes, as its function declares it: names, types, how long.

A function that takes longer texts than a prompt says so in its signature: `sample: Annotated[str, AtMost(20_000)]`.
"""

import inspect
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import gradio as gr

from components.door.refusal import Refusal, shown
from components.page.arguments import AtMost
from model import MAX_CHARACTERS

MOST_BYTES = 2**16  # of a request
MOST_ENTRIES = 4096  # of a list
LISTED = 8  # names in a sentence


class Parameter(NamedTuple):
    """One argument: its type, what it is if it is left out, and how many characters, entries or bytes fit."""

    kind: type
    inner: type | None  # of the entries of a list
    default: Any
    most: int
    bytes: int = 0  # of an object or a list that may be longer than a request is otherwise

    @property
    def needed(self) -> bool:
        """Whether it must be given."""
        return self.default is inspect.Parameter.empty


class Endpoint(NamedTuple):
    """A function that may be asked: its number in Gradio's list, and what it takes."""

    index: int
    name: str
    public: bool
    parameters: Mapping[str, Parameter]  # by name; of those of the page itself, by place
    most_bytes: int


OF_THE_PAGE = Parameter(
    object, None, None, MOST_BYTES
)  # a widget's value: what its function reads of it, that one checks


def parameters_of(fn: Any) -> dict[str, Parameter]:
    """Those that `published` gave a function, with the bounds that its original declares."""
    declared = get_type_hints(inspect.unwrap(fn), include_extras=True)
    found = {}
    for name, parameter in inspect.signature(fn).parameters.items():
        hint = declared.get(name, parameter.annotation)
        bound = next((each.n for each in getattr(hint, "__metadata__", ()) if isinstance(each, AtMost)), None)
        kind = get_args(hint)[0] if bound else parameter.annotation
        plain = get_origin(kind) or kind
        most = MOST_ENTRIES if plain is list else bound or MAX_CHARACTERS
        size = bound if bound and plain in (dict, list) else 0
        found[name] = Parameter(plain, next(iter(get_args(kind)), None), parameter.default, most, size)
    return found


def endpoints(app: gr.Blocks) -> list[Endpoint]:
    """All functions of the app, those that only its page asks included."""
    found = []
    for index, fn in app.fns.items():
        if fn.fn is None:
            continue
        public = fn.api_visibility == "public"
        takes = parameters_of(fn.fn) if public else {str(i): OF_THE_PAGE for i, _ in enumerate(fn.inputs)}
        most = max([MOST_BYTES, *(each.bytes + each.bytes // 20 for each in takes.values())])
        found.append(Endpoint(index, fn.api_name, public, takes, most))
    return found


def checked(endpoint: Endpoint, given: list) -> list:
    """All arguments, in order, what was left out filled in. Raises Refusal for what does not fit."""
    takes = endpoint.parameters
    least = sum(each.needed for each in takes.values())
    if not least <= len(given) <= len(takes):
        many = len(takes) if least == len(takes) else f"{least} to {len(takes)}"
        raise Refusal(422, "count", endpoint=endpoint.name, n=len(given), many=many, names=", ".join(takes) or "none")
    for (name, parameter), value in zip(takes.items(), given, strict=False):
        check(name, parameter, value)
    return given + [each.default for each in [*takes.values()][len(given) :]]


def named(endpoint: Endpoint, given: dict[str, Any]) -> list:
    """The same of arguments by name."""
    takes = endpoint.parameters
    for name in given:
        if name not in takes:
            raise Refusal(422, "argument", endpoint=endpoint.name, given=shown(name), names=", ".join(takes))
    for name, parameter in takes.items():
        if parameter.needed and name not in given:
            raise Refusal(422, "missing", endpoint=endpoint.name, name=name)
    return checked(endpoint, [given.get(name, parameter.default) for name, parameter in takes.items()])


def check(name: str, parameter: Parameter, value: Any) -> None:
    """Raise Refusal unless `value` has the type and the length that the parameter has."""
    kind, most = parameter.kind, parameter.most
    if kind is object:  # a widget's
        if not isinstance(value, dict | str | None):
            raise Refusal(422, "widget", name=name, given=shown(value))
        return
    fits = isinstance(value, int | float if kind in (int, float) else kind)
    if not fits or (isinstance(value, bool) and kind is not bool):
        raise Refusal(422, f"takes.{KINDS.get(kind, 'object')}", name=name, given=shown(value))
    if kind is str and len(value) > most:
        raise Refusal(422, "characters", name=name, n=f"{len(value):,}", most=f"{most:,}")
    if kind is list:
        if len(value) > most:
            raise Refusal(422, "entries", name=name, n=f"{len(value):,}", most=f"{most:,}")
        for entry in value if parameter.inner else ():
            check(name, Parameter(parameter.inner, None, None, MAX_CHARACTERS), entry)


KINDS = {str: "text", int: "number", float: "number", bool: "truth", dict: "object", list: "list"}
