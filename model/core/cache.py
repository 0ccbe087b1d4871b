"""What was computed once: one computation per question, however many visitors ask at once; bounded in bytes."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from concurrent.futures import Future
from threading import Lock
from typing import Any


class Kept:
    """Results of slow functions, the last ones used, of at most `max_bytes` together.

    The first who asks computes; those who come meanwhile wait for the result. Errors are passed to all
    who wait and are not kept, so the next one tries again.
    """

    def __init__(self, max_bytes: int):
        self._max_bytes = max_bytes
        self._futures: OrderedDict[Hashable, Future] = OrderedDict()
        self._bytes: dict[Hashable, int] = {}  # finished entries only
        self._lock = Lock()

    def __call__(self, function: Callable, *args: Hashable) -> Any:
        """`function(*args)`, computed now or kept; nobody may change it. Raises what the function raises."""
        key = (function, *args)
        with self._lock:
            future = self._futures.get(key)
            first = future is None
            if first:
                future = self._futures[key] = Future()
            self._futures.move_to_end(key)
        if first:
            self._run(key, future)
        return future.result()

    def _run(self, key: tuple, future: Future) -> None:
        function, *args = key
        try:
            result = function(*args)
            size = size_of(result)
        except BaseException as error:
            with self._lock:
                del self._futures[key]
            future.set_exception(error)
        else:
            with self._lock:
                self._bytes[key] = size
                while sum(self._bytes.values()) > self._max_bytes and len(self._bytes) > 1:
                    oldest = next(k for k in self._futures if k in self._bytes)
                    del self._futures[oldest], self._bytes[oldest]
            future.set_result(result)


def size_of(value: Any) -> int:
    """Bytes that `value` takes: of arrays their numbers, of containers and records all that they hold."""
    if hasattr(value, "nbytes"):
        return value.nbytes
    if isinstance(value, Mapping):
        return sys.getsizeof(value) + sum(size_of(part) for pair in value.items() for part in pair)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return sys.getsizeof(value) + sum(map(size_of, value))
    return sys.getsizeof(value) + sum(map(size_of, getattr(value, "__dict__", {}).values()))
