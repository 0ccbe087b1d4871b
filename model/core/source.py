"""Source lines, read from the code that runs, for the page to show beside what they compute."""

import inspect
from collections.abc import Callable
from functools import cache
from pkgutil import resolve_name
from typing import NamedTuple


class Source(NamedTuple):
    """Lines of one function or class."""

    path: str  # from the root of the repository, or of the packages that are installed
    line: int  # the first one, from 1
    text: str


@cache  # to find a class parses its whole file, which two threads cannot do at once in Python 3.11
def source(what: str | Callable) -> Source:
    """The lines of `core.transformer.Attention.attend`, say: what a module of this package defines."""
    found = inspect.unwrap(resolve_name(f"model.{what}") if isinstance(what, str) else what)
    lines, first = inspect.getsourcelines(found)
    return Source(found.__module__.replace(".", "/") + ".py", first, inspect.cleandoc("\n" + "".join(lines)))
