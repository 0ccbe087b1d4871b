"""What is the same for everybody: the page, its files and Gradio's. Asked for once, compressed once, with a tag.

Nothing of a request enters what is kept: the app is asked by the guard itself, under a name of its own, which the
page then does not hold: its root is a path. So no header can change what others get.
"""

import asyncio
import gzip
import hashlib
import re
from collections import OrderedDict
from typing import NamedTuple

import anyio
import brotli
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from components.page import served

ASKED_AS = "127.0.0.1:7860"  # stands in examples of code that nobody sees
CONFIG = re.compile(
    rb"<script>(window\.gradio_config = .*?)</script><script>(window\.gradio_api_info = .*?)</script>", re.S
)
PAGES = ("/", "/config", "/gradio_api/info")  # hold the root
FILES = ("/theme.css", "/favicon.ico", "/manifest.json", "/robots.txt")
BELOW = ("/assets/", "/static/", "/widgets/", "/gradio_api/file=assets/fonts/")
FOR_GOOD, FOR_A_DAY, ASK_AGAIN = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"
MOST_BYTES = 96 * 2**20  # of all that is kept; all of Gradio's own files are less than half of it
PACKED = ("text/", "application/javascript", "application/json", "image/svg")  # others are compressed already


class Answer(NamedTuple):
    """What the app answered, as it is and compressed both ways; `b""` where compressing gains nothing."""

    status: int
    kind: str
    plain: bytes
    gzip: bytes
    br: bytes
    tag: str

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return len(self.plain) + len(self.gzip) + len(self.br)


def is_kept(path: str) -> bool:
    """Whether what stands at `path` is the same for everybody."""
    return path in PAGES or path in FILES or (path.startswith(BELOW) and "/vendor/" not in path)


def is_shared(path: str) -> bool:
    """Whether it is the same for all pages of this server, those of visitors' own models included."""
    return is_kept(path) and path not in PAGES


def lasts(path: str, query: bytes) -> str:
    """How long a browser may keep it: for good what has its own hash in its address."""
    if path.startswith(("/assets/", "/widgets/")) or (path == "/theme.css" and query.startswith(b"v=")):
        return FOR_GOOD
    return FOR_A_DAY if path.startswith(BELOW) else ASK_AGAIN


def rooted(plain: bytes, prefix: str) -> bytes:
    """The page with its root as a path: a browser makes the rest of it from its own address."""
    root = f'"http://{ASKED_AS}{prefix}'.encode()
    return plain.replace(root + b'"', f'"{prefix or "/"}"'.encode()).replace(root + b"/", f'"{prefix}/'.encode())


def parted(page: bytes) -> bytes:
    """The page, its config beside it under an address of its own: so another address of the page sends little."""
    found = CONFIG.search(page)
    if found is None:  # another Gradio: the page stays whole
        return page
    address = served.keep_bytes(b"\n".join(found.groups()), "text/javascript", "js")
    return page[: found.start()] + f'<script src="./{address}"></script>'.encode() + page[found.end() :]


def packed(status: int, kind: str, plain: bytes) -> Answer:
    """An answer, compressed."""
    tag = f'"{hashlib.sha256(plain).hexdigest()[:16]}"'
    if not kind.startswith(PACKED) or len(plain) < 400:
        return Answer(status, kind, plain, b"", b"", tag)
    return Answer(status, kind, plain, gzip.compress(plain, 6, mtime=0), brotli.compress(plain, quality=7), tag)


class Kept:
    """All of them, the longest unused first; those that are being asked for are asked for once."""

    def __init__(self, app: ASGIApp):
        self.app = app
        self.answers: OrderedDict[tuple[str, str], asyncio.Task[Answer]] = OrderedDict()
        self.bytes = 0

    async def answer(self, scope: Scope, path: str) -> Response | None:
        """The response to a request for `path`; None if the app has nothing there."""
        key = scope.get("root_path", ""), path
        if key not in self.answers:
            self.answers[key] = asyncio.create_task(self._ask(scope, path))
        self.answers.move_to_end(key)
        try:
            found = await asyncio.shield(self.answers[key])
        except Exception:
            self.answers.pop(key, None)
            raise
        if found.status != 200:
            self.answers.pop(key, None)
            return None
        return response(Request(scope), path, found)

    async def _ask(self, scope: Scope, path: str) -> Answer:
        """Ask the app for `path`; no query, no header of a visitor."""
        prefix = scope.get("root_path", "")
        asked = {
            **{name: scope[name] for name in ("type", "asgi", "http_version", "app", "state") if name in scope},
            **{"method": "GET", "scheme": "http", "root_path": prefix, "query_string": b"", "client": None},
            **{"path": prefix + path, "raw_path": (prefix + path).encode(), "server": ("127.0.0.1", 7860)},
            "headers": [(b"host", ASKED_AS.encode())],
        }
        parts: list[bytes] = []
        begun: dict = {}

        async def receive() -> dict:  # nothing comes, and nobody leaves
            return await asyncio.Event().wait()

        async def send(message: dict) -> None:
            if message["type"] == "http.response.start":
                begun.update(message)
            parts.append(message.get("body", b""))

        await self.app(asked, receive, send)
        kind = dict(begun["headers"]).get(b"content-type", b"").decode()
        plain = b"".join(parts)
        plain = rooted(plain, prefix) if path in PAGES else plain
        plain = parted(plain) if path == "/" else plain
        made = await anyio.to_thread.run_sync(packed, begun["status"], kind, plain)
        self._make_room(made)
        return made

    def _make_room(self, made: Answer) -> None:
        self.bytes += made.size if made.status == 200 else 0
        while self.bytes > MOST_BYTES and len(self.answers) > 1:
            key, task = next(iter(self.answers.items()))
            if not task.done():
                return
            self.bytes -= 0 if task.cancelled() or task.exception() else task.result().size
            del self.answers[key]


def response(request: Request, path: str, found: Answer) -> Response:
    """What a browser gets: nothing but "as before" if it has it."""
    headers = {"Cache-Control": lasts(path, request.scope["query_string"]), "ETag": found.tag}
    if found.gzip:
        headers["Vary"] = "Accept-Encoding"
    known = request.headers.get("if-none-match", "")
    if found.tag in known:
        return Response(status_code=304, headers=headers)
    accepts, body = request.headers.get("accept-encoding", ""), found.plain
    for name, packed_body in (("br", found.br), ("gzip", found.gzip)):
        if packed_body and name in accepts:
            headers["Content-Encoding"], body = name, packed_body
            break
    made = Response(body, headers=headers, media_type=None)
    made.headers["content-type"] = found.kind
    if request.method == "HEAD":
        made.body = b""
    return made
