"""How far a measurement is: how many tokens, pixels and notes the model has read or rolled for it so far."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Count:
    """Of one measurement under way."""

    n: int = 0


_mine: ContextVar[Count | None] = ContextVar("mine", default=None)
_under_way: dict[Hashable, Count] = {}


def add(n: int) -> None:
    """So many more, for the measurement that this thread makes, if it makes one."""
    if (count := _mine.get()) is not None:
        count.n += n


@contextmanager
def counting(name: Hashable) -> Iterator[None]:
    """Count under this name, from nothing, what is added within."""
    count = _under_way[name] = Count()
    mine = _mine.set(count)
    try:
        yield
    finally:
        _mine.reset(mine)
        if _under_way.get(name) is count:
            del _under_way[name]


def so_far(name: Hashable) -> int:
    """What was counted under this name; 0 where nothing of it is under way."""
    count = _under_way.get(name)
    return count.n if count else 0
