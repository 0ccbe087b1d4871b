"""One computation per key, however many visitors ask at once; the newest results are kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any


class SingleFlight:
    """`compute(key)` behind a least-recently-used cache of at most `max_bytes`.

    The first caller of a key computes; those who come meanwhile wait for its result. Errors are
    passed to all who wait and are not kept, so the next caller tries again.
    """

    def __init__(self, compute: Callable[[Hashable], Any], max_bytes: int, size: Callable[[Any], int]):
        self._compute, self._max_bytes, self._size = compute, max_bytes, size
        self._futures: OrderedDict[Hashable, Future] = OrderedDict()
        self._bytes: dict[Hashable, int] = {}  # finished entries only
        self._lock = Lock()

    def __call__(self, key: Hashable) -> Any:
        """The result for `key`, computed now or kept. Raises what `compute` raises."""
        with self._lock:
            future = self._futures.get(key)
            first = future is None
            if first:
                future = self._futures[key] = Future()
            self._futures.move_to_end(key)
        if first:
            self._run(key, future)
        return future.result()

    def _run(self, key: Hashable, future: Future) -> None:
        try:
            result = self._compute(key)
            size = self._size(result)
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
