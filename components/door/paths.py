"""Which addresses there are, and by which methods. All others are 404, whatever Gradio has there."""

import re
from typing import NamedTuple

from components.door.refusal import Refusal, shown
from components.door.rules import Rules

API = "/gradio_api"
ID = r"[\w-]{1,64}"  # as browsers and servers make them
READ = [  # GET, and HEAD
    re.compile(pattern)
    for pattern in (
        r"/widgets/.{1,200}",
        r"/glossary|/about|/health|/line",
        rf"{API}/file=.{{1,400}}",
        rf"{API}/(startup-events|queue/status|app_id)",
    )
]
STREAMED = re.compile(rf"{API}/(queue/data|heartbeat/{ID}|call/(v2/)?\w+/{ID})/?")  # GET only
CALLED = re.compile(rf"{API}/(?P<way>run|api|call/v2|call)/(?P<name>[^/]{{1,400}})/?")
JOINED = re.compile(rf"{API}/queue/join/?")
ENDED = re.compile(rf"{API}/(cancel|reset)/?")
APART = re.compile(rf"/of/{ID}(/.*)")  # the page of a visitor's own model, and what stands below it
TOOLS = re.compile(rf"{API}/mcp/.*")


class Call(NamedTuple):
    """A request to a function: how, and by which name ('' where the body says which)."""

    way: str  # run, call, v2, join
    name: str


def call(path: str) -> Call | None:
    """The call that a POST to `path` makes; None if it makes none."""
    if JOINED.fullmatch(path):
        return Call("join", "")
    if found := CALLED.fullmatch(path):
        way = {"api": "run", "call/v2": "v2"}.get(found["way"], found["way"])
        return Call(way, found["name"])
    return None


def apart(path: str) -> str | None:
    """Where `path` leads within the page of a visitor's own model; None if it does not."""
    found = APART.fullmatch(path)
    return found and found[1]


def check(method: str, path: str, rules: Rules) -> None:
    """Raise Refusal unless there is something at `path`, asked by this method."""
    if rules.mcp and TOOLS.fullmatch(path):
        return
    reads = any(each.fullmatch(path) for each in READ) or (rules.metrics and path == "/metrics")
    streams = STREAMED.fullmatch(path) is not None
    posts = call(path) is not None or ENDED.fullmatch(path) is not None or (bool(rules.class_code) and path == "/code")
    if not (reads or streams or posts):
        raise Refusal(404, "path", path=shown(path))
    fits = {"GET": reads or streams, "HEAD": reads, "POST": posts}.get(method, False)
    if not fits:
        raise Refusal(405, "method", method=shown(method), fits="POST" if posts and not reads else "GET")
