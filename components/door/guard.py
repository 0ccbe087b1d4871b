"""The guard: every request passes it before Gradio sees it, see `launch(app_kwargs={"middleware": …})`.

In order: under which name it comes, from which page, by which method to which address, how many bytes, which function,
which arguments. What does not fit is answered here, with its reason, before any work is done.
"""

import asyncio
import re
from collections.abc import Callable
from typing import Any, ClassVar

import orjson
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.door import body, bounds, hosts, paths
from components.door.code import Code
from components.door.headers import add_headers
from components.door.kept import Kept, is_kept, is_shared
from components.door.refusal import Refusal, refused, shown
from components.door.rules import Rules
from components.door.sessions import Sessions, Unread
from components.door.turns import Gone, Turns, address
from components.page.faults import fault
from components.page.words import say

SESSION = re.compile(paths.ID)
NOBODY = "nobody"  # the session of calls that have none
EVENT = re.compile(rb'"event_id":\s*"(\w+)"')


class Guard:
    """One for each app."""

    def __init__(self, app: ASGIApp, rules: Rules):
        self.app, self.rules, self.kept, self.code = app, rules, Kept(app), Code(rules.class_code)
        self.known: list[bounds.Endpoint] = []
        self.unread, self.turns = Unread(), Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it; nothing that happens behind it reaches a visitor as a trace."""
        if scope["type"] == "lifespan":
            return await self.live(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1008})
        if not isinstance(scope["app"].state_holder, Sessions):  # a page within the page has no start of its own
            scope["app"].state_holder = Sessions(scope["app"].get_blocks())
        outgoing = Outgoing(send, self.rules, shown(within(scope)))
        try:
            answer = await self.let_in(hosts.without_forwarded(scope, self.rules), receive, outgoing)
        except Refusal as refusal:
            answer = refusal.response()
        except Gone:
            return
        except Exception as error:
            fault("request", error)
            answer = None if outgoing.begun else refused(422, say("door.failed"))
        if answer is not None:
            await outgoing.own(answer, scope, receive)

    async def live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """From the start of the server to its end."""
        sweeping = asyncio.create_task(self.unread.keep_sweeping(scope["app"].get_blocks()))
        try:
            await self.app(scope, receive, send)
        finally:
            sweeping.cancel()

    async def let_in(self, scope: Scope, receive: Receive, send: "Outgoing") -> Response | None:
        """The guard's own answer, or None if the app has answered. Raises Refusal."""
        path, method = within(scope), scope["method"]
        hosts.check_host(scope, self.rules)
        hosts.check_origin(scope, self.rules)
        if entry := await self.code.entry(scope, receive, path):
            return entry
        reads = method in ("GET", "HEAD")
        if own := paths.apart(path):
            if not (reads and is_shared(own)):
                await self.app(scope, receive, send.send)  # that page has a guard of its own
                return None
            path = own
        if is_kept(path) and reads:
            return await self.stored(scope, send, path)
        if path == "/line" and reads:
            return JSONResponse(self.turns.place(self.turns.visitor(scope, "")))
        paths.check(method, path, self.rules)
        if method == "POST" and not path.startswith(f"{paths.API}/mcp/"):
            await self.called(scope, receive, send, path)
            return None
        session = self.stream(scope, path) if paths.STREAMED.fullmatch(path) else ""
        self.unread.readers[session] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.unread.readers[session] -= 1
        return None

    async def stored(self, scope: Scope, send: "Outgoing", path: str) -> Response:
        """What is built once for all; the page comes with what tells its visitor from others. Raises Refusal."""
        found = await self.kept.answer(scope, path)
        if found is None:
            raise Refusal(404, "path", path=shown(path))
        if path == "/" and (cookie := self.turns.cookie(scope)):
            send.more.append(cookie)
        return found

    async def called(self, scope: Scope, receive: Receive, send: "Outgoing", path: str) -> None:
        """Have a call answered in its turn, or put into the queue. Raises Refusal."""
        called, closed = paths.call(path), receive  # once the body has come, nothing more does but that it is closed
        passed = await self.bounded(scope, receive, called)
        visitor = self.turns.visitor(scope, str(passed.get("session_hash", "")))
        if called and called.way == "run":  # without one Gradio would describe all widgets anew, for this call alone
            passed.setdefault("session_hash", NOBODY)
        scope, receive = replayed(scope, receive, body.written(passed))
        if called and called.way == "run":
            async with self.turns.turn(visitor, closed, address(scope)):
                return await self.app(scope, receive, send)
        if called:
            self.turns.check_queue(visitor, scope["app"].get_blocks()._queue)
            send.joined = lambda event: self.turns.joined(visitor, event)
        return await self.app(scope, receive, send)

    async def bounded(self, scope: Scope, receive: Receive, called: paths.Call | None) -> dict[str, Any]:
        """What is handed on of a request: what was looked at and nothing else. Raises Refusal."""
        most = bounds.MOST_BYTES if called is None else max(e.most_bytes for e in self.candidates(scope, called))
        content = await body.read(scope, receive, most)
        given = body.parsed(content)
        if called is None:  # an end
            passed = {name: given[name] for name in ("session_hash", "fn_index", "event_id") if name in given}
            if not all(isinstance(value, str | int) for value in passed.values()):
                raise Refusal(422, "object")
            return passed
        return self.call(scope, called, given, len(content))

    def call(self, scope: Scope, called: paths.Call, given: dict[str, Any], size: int) -> dict[str, Any]:
        """What is handed on of a call. Raises Refusal for a function or arguments that do not fit."""
        endpoint = self.endpoint(scope, called, given.get("fn_index"))
        if size > endpoint.most_bytes:
            raise Refusal(413, "bytes", n=f"{size:,}", most=f"{endpoint.most_bytes:,}")
        if called.way == "v2":
            given.pop("oauth_token", None)
            values = bounds.named(endpoint, given)
            return dict(zip(endpoint.parameters, values, strict=True))
        if not isinstance(given.get("data"), list):
            raise Refusal(422, "data", given=shown(given.get("data")))
        passed = {"data": bounds.checked(endpoint, given["data"])}
        session = given.get("session_hash")
        if session is not None:
            if not (isinstance(session, str) and SESSION.fullmatch(session)):
                raise Refusal(422, "session", given=shown(session))
            passed["session_hash"] = session
        elif called.way == "join":
            raise Refusal(422, "session", given="null")
        if called.way == "call":
            return passed
        trigger = given.get("trigger_id")
        passed |= {"fn_index": endpoint.index, "event_data": given.get("event_data")}
        return passed | {"trigger_id": trigger if type(trigger) is int else None}

    def endpoint(self, scope: Scope, called: paths.Call, index: Any) -> bounds.Endpoint:
        """The function that is meant. Raises Refusal if there is none."""
        found = self.candidates(scope, called)
        if called.name and called.name != "predict":
            return found[0]
        if type(index) is not int or not (meant := [each for each in found if each.index == index]):
            raise Refusal(422, "index", given=shown(index))
        return meant[0]

    def candidates(self, scope: Scope, called: paths.Call) -> list[bounds.Endpoint]:
        """Functions that a call may mean: one, where its address names it. Raises Refusal for an unknown name."""
        self.known = self.known or bounds.endpoints(scope["app"].get_blocks())
        if not called.name or (called.name == "predict" and called.way == "run"):
            return self.known
        if found := [each for each in self.known if each.public and each.name == called.name]:
            return found
        names = ", ".join(f"/{each.name}" for each in self.known if each.public)
        raise Refusal(404, "endpoint", given=shown(called.name), names=names)

    def stream(self, scope: Scope, path: str) -> str:
        """The session that a stream reads. Raises Refusal if nothing waits for it."""
        queue = scope["app"].get_blocks()._queue
        name = path.rstrip("/").rpartition("/")[2]
        if "/call/" in path:
            # Gradio holds an event for a moment after its answer was fetched: a second reader would wait for ever.
            found = [session for session, ids in queue.pending_event_ids_session.items() if name in ids]
            if not found:
                raise Refusal(404, "event", given=shown(name))
            return found[0]
        if name != "data":
            return ""  # a heartbeat
        asked = re.search(rb"(?:^|&)session_hash=([\w-]{1,64})(?:&|$)", scope["query_string"])
        session = asked[1].decode() if asked else ""
        if session not in queue.pending_messages_per_session:
            raise Refusal(404, "no_session", given=shown(session))
        return session


class Outgoing:
    """What goes out: every answer gets the headers, and what Gradio refuses in its own way becomes a reason."""

    INSTEAD: ClassVar = {403: 404, 404: 404, 500: 422}  # Gradio says 500 also for what a function refuses

    def __init__(self, send: Send, rules: Rules, path: str):
        self.send, self.rules, self.path, self.begun = send, rules, path, False
        self.more: list[tuple[bytes, bytes]] = []  # headers
        self.joined: Callable[[str], None] | None = None  # is told the event of a call that is in the queue
        self.status = 0  # of an answer that is replaced
        self.held: list[bytes] = []  # its body, as far as it has come

    async def __call__(self, message: Message) -> None:
        """Send a message on."""
        if message["type"] == "http.response.start":
            self.status = 0 if self.begun else self.INSTEAD.get(message["status"], 0)
            if self.status:
                return
            self.begun = True
            add_headers(message, self.rules)
        elif self.joined and not self.status and (event := EVENT.search(message.get("body", b""))):
            self.joined(event[1].decode())
        elif self.status:
            self.held.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._replace()
            return
        await self.send(message)

    async def own(self, answer: Response, scope: Scope, receive: Receive) -> None:
        """Send an answer of the guard's, whatever its status."""

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.begun = True
                add_headers(message, self.rules)
                message["headers"] = [*message["headers"], *self.more]
            await self.send(message)

        await answer(scope, receive, send)

    async def _replace(self) -> None:
        try:
            said = orjson.loads(b"".join(self.held)).get("error")
        except (orjson.JSONDecodeError, AttributeError):
            said = None
        sentence = said or (say("door.path", path=self.path) if self.status == 404 else say("door.failed"))
        answer, self.status = refused(self.status, sentence), 0
        await self.own(answer, {"type": "http"}, None)


def within(scope: Scope) -> str:
    """The path without the part of the address that a proxy gives the app."""
    path, prefix = scope["path"], scope.get("root_path", "").rstrip("/")
    return path.removeprefix(prefix) if prefix and path.startswith(f"{prefix}/") else path


def replayed(scope: Scope, receive: Receive, content: bytes) -> tuple[Scope, Receive]:
    """A request with another body."""
    headers = [(name, value) for name, value in scope["headers"] if name not in (b"content-length", b"content-type")]
    headers += [(b"content-length", str(len(content)).encode()), (b"content-type", b"application/json")]
    left = [content]

    async def again() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return {**scope, "headers": headers}, again


def middleware(rules: Rules) -> list[Middleware]:
    """For `launch(app_kwargs={"middleware": …})`."""
    return [Middleware(Guard, rules=rules)]
