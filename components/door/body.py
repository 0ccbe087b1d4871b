"""What a request holds: bounded in bytes, time and depth before anybody reads it."""

import json
import math
from typing import Any

import anyio
import orjson
from starlette.datastructures import Headers
from starlette.types import Receive, Scope

from components.door.refusal import Refusal, shown

SECONDS = 20  # for all of a body to come
DEPTH = 16
LARGEST = 1e300  # of a number


async def read(scope: Scope, receive: Receive, most: int, kind: str = "application/json") -> bytes:
    """All of it. Raises Refusal once it is longer than `most` bytes, comes too slowly, or says to be something else.

    What a page may send to any server without asking it, plain text, is something else.
    """
    headers = Headers(scope=scope)
    if not (said := headers.get("content-type", "")).startswith(kind):
        raise Refusal(415, "kind", given=shown(said), fits=kind)
    if (length := headers.get("content-length", "")).isdigit() and int(length[:18]) > most:
        raise Refusal(413, "bytes", n=f"{int(length[:18]):,}", most=f"{most:,}")
    try:
        with anyio.fail_after(SECONDS):
            return await collected(receive, most)
    except TimeoutError:
        raise Refusal(408, "slow", seconds=SECONDS) from None


async def collected(receive: Receive, most: int) -> bytes:
    """The parts of a body, put together. Raises Refusal once they are too much."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refusal(400, "gone")
        parts.append(message.get("body", b""))
        size, more = size + len(parts[-1]), message.get("more_body", False)
        if size > most:
            raise Refusal(413, "bytes", n=f"{size:,}", most=f"{most:,}")
    return b"".join(parts)


def parsed(body: bytes) -> dict[str, Any]:
    """The object that it is. Raises Refusal for anything else, and for what is nested too deep."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        value = halved(body)
    if not isinstance(value, dict):
        raise Refusal(422, "object")
    check_depth(value)
    return value


def halved(body: bytes) -> Any:
    """JSON that holds half a surrogate pair, which a browser may send: whoever reads the text says so."""
    if b"\\ud" not in body.lower():
        raise Refusal(422, "json")
    try:
        return json.loads(body, parse_constant=lambda _: math.inf)
    except (ValueError, RecursionError):
        raise Refusal(422, "json") from None


def written(value: dict[str, Any]) -> bytes:
    """The same as JSON again."""
    try:
        return orjson.dumps(value)
    except TypeError:  # half a surrogate pair
        return json.dumps(value).encode()


def check_depth(value: Any) -> None:
    """Raise Refusal for what is nested too deep, and for numbers that are none."""
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > DEPTH:
            raise Refusal(422, "deep", most=DEPTH)
        for each in level:
            if isinstance(each, int | float) and not -LARGEST < each < LARGEST:
                raise Refusal(422, "json")
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
