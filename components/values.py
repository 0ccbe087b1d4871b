"""Types of what Python sends, for the scripts: `python -m components.values` writes values.d.ts.

Every TypedDict that a widget's `Value` is made of becomes an interface of the same name.
"""

import types
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from components.page.facts import Facts
from components.page.widget import Widget

FILE = Path(__file__).with_suffix(".d.ts")
HEAD = (
    "/** Written by `python -m components.values` from the TypedDicts beside the widgets: change them, not this. */\n"
)
PLAIN = {int: "number", float: "number", str: "string", bool: "boolean", type(None): "null", Any: "unknown"}


def named(kind: Any) -> str:
    """A type of Python in TypeScript."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        return PLAIN[kind]
    if is_typeddict(kind):
        return kind.__name__
    if origin is Literal:
        return " | ".join(f"'{part}'" for part in parts)
    if origin in (Union, types.UnionType):
        return " | ".join(map(named, parts))
    if origin is dict:
        return f"Record<{named(parts[0])}, {named(parts[1])}>"
    if origin is tuple:
        return f"[{', '.join(map(named, parts))}]"
    if origin is list:
        several = get_origin(parts[0]) in (Union, types.UnionType, Literal)
        return f"({named(parts[0])})[]" if several else f"{named(parts[0])}[]"
    raise TypeError(f"{kind} cannot stand in a value")


def records(kind: Any) -> list[type]:
    """The TypedDicts that `kind` is made of, those that it needs first."""
    if not is_typeddict(kind):
        return [record for part in get_args(kind) for record in records(part)]
    return [*(record for field in get_type_hints(kind).values() for record in records(field)), kind]


def declared(record: type) -> str:
    """One interface."""
    fields = [
        f"  {name}{'' if name in record.__required_keys__ else '?'}: {named(kind)};"
        for name, kind in get_type_hints(record).items()
    ]
    return "\n".join([f"export interface {record.__name__} {{", *fields, "}"])


def widgets() -> list[type[Widget]]:
    """All classes of widgets: each has a template beside it."""
    root = FILE.parents[1]
    modules = [template.relative_to(root).with_suffix("") for template in sorted(FILE.parent.rglob("*.html"))]
    for module in modules:
        import_module(".".join(module.parts))
    return sorted(Widget.__subclasses__(), key=lambda widget: widget.__module__)


def text() -> str:
    """The whole file."""
    kinds = [Facts, *(kind for widget in widgets() for kind in (widget.Value, widget.Data))]
    found = dict.fromkeys(record for kind in kinds for record in records(kind))
    return "\n\n".join([HEAD.strip(), *map(declared, found)]) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
