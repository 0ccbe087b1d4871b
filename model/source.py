"""Our own source lines, read from the code, for the page to show beside what they compute."""

import inspect
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Source(NamedTuple):
    """Lines of one function or class."""

    path: str  # from the root of the repository
    line: int  # the first one, from 1
    text: str


def source(name: str) -> Source:
    """The lines of `transformer.Attention.attend`, say: a module of this package and what it defines."""
    module, *attributes = name.split(".")
    found = import_module(f"model.{module}")
    file = found.__file__
    for attribute in attributes:
        found = getattr(found, attribute)
    lines, first = inspect.getsourcelines(found)
    return Source(str(Path(file).relative_to(ROOT)), first, inspect.cleandoc("\n" + "".join(lines)))
