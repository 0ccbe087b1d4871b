"""Our own source lines, read from the code, for the page to show beside what they compute."""

import inspect
from pathlib import Path
from pkgutil import resolve_name
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Source(NamedTuple):
    """Lines of one function or class."""

    path: str  # from the root of the repository
    line: int  # the first one, from 1
    text: str


def source(name: str) -> Source:
    """The lines of `core.transformer.Attention.attend`, say: what a module of this package defines."""
    found = inspect.unwrap(resolve_name(f"model.{name}"))
    lines, first = inspect.getsourcelines(found)
    path = Path(inspect.getsourcefile(found)).relative_to(ROOT)
    return Source(str(path), first, inspect.cleandoc("\n" + "".join(lines)))
