"""Whose turn it is: a few calls are computed at once, of one visitor two, and who waits comes in turn.

A visitor is a signed cookie, which comes with the page; programs without one are told apart by address and session.
Of whom many calls wait, one is computed at a time: so a core is left to others.
Addresses take turns, and the visitors of each among themselves: who makes himself many visitors gains nothing by it.
Of what runs in Gradio's queue (paintings, texts, trainings to be watched) one visitor has a bounded number.
"""

import asyncio
import os
import secrets
import time
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from itsdangerous import BadSignature, Signer
from starlette.requests import Request
from starlette.types import Message, Scope

from components.door.refusal import Refusal
from model import SECRET

COOKIE, LASTS = "visitor", 12 * 3600  # seconds
AT_ONCE = 2 * max(2, os.cpu_count() or 2)  # calls: more would only share the cores
EACH = 2  # of them one visitor's: what a page asks at once
MANY = 4  # of one visitor's that wait: more than a page asks
WAITING = 100  # of one visitor's, beyond which a call is refused
RUNNING = 8  # events of one visitor in the queue
CROWDED = 400  # calls that wait of one address: a class behind a router is one, with forty visitors
RECENT = 0.1  # weight of the last call in how long calls take


# By address, then by visitor; who is next stands first.
Waiting = OrderedDict[str, OrderedDict[str, deque[asyncio.Future]]]


class Gone(Exception):
    """Whoever asked has closed the connection: nobody waits for the answer."""


class Turns:
    """One for each app."""

    def __init__(self) -> None:
        self.running: Counter[str] = Counter()  # calls, by visitor
        self.waiting: Waiting = OrderedDict()
        self.events: dict[str, set[str]] = {}  # in the queue, by visitor
        self.seconds = 0.0  # that calls took lately
        self.signer = Signer(os.environ.get(SECRET) or secrets.token_bytes(32), salt=COOKIE)

    def visitor(self, scope: Scope, session: str) -> str:
        """Who asks."""
        try:
            return self.signer.unsign(Request(scope).cookies.get(COOKIE, "")).decode()
        except BadSignature:
            return f"{address(scope)} {session}"

    def cookie(self, scope: Scope) -> tuple[bytes, bytes] | None:
        """The header that makes one visitor of a browser; None if it has one that counts."""
        if " " not in self.visitor(scope, ""):
            return None
        told, far = self.signer.sign(secrets.token_hex(8)).decode(), scope["scheme"] == "https"
        how = "SameSite=None; Secure" if far else "SameSite=Lax"  # far away it may stand in a frame of another page
        return b"set-cookie", f"{COOKIE}={told}; HttpOnly; Max-Age={LASTS}; Path=/; {how}".encode()

    @asynccontextmanager
    async def turn(
        self, visitor: str, closed: Callable[[], Awaitable[Message]], address: str = ""
    ) -> AsyncIterator[None]:
        """Wait for a turn and hold it. Raises Refusal if too many wait, Gone once `closed` tells that nobody does."""
        room = self.waiting.get(address, {})
        if len(room.get(visitor, ())) >= WAITING:
            raise Refusal(503, "line", n=WAITING)
        if sum(map(len, room.values())) >= CROWDED:
            raise Refusal(503, "crowded", n=CROWDED)
        mine = asyncio.get_running_loop().create_future()
        self.waiting.setdefault(address, OrderedDict()).setdefault(visitor, deque()).append(mine)
        self._let_in()
        if not mine.done():
            leaves = asyncio.ensure_future(closed())
            try:
                await asyncio.wait({mine, leaves}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                leaves.cancel()
                if not mine.done():
                    mine.cancel()  # passed over when its turn comes
        if mine.cancelled():
            raise Gone
        began = time.monotonic()
        try:
            yield
        finally:
            self.seconds += RECENT * (time.monotonic() - began - self.seconds)
            self.running[visitor] -= 1
            self.running = +self.running
            self._let_in()

    def place(self, visitor: str) -> dict[str, float]:
        """How many calls of others come `before` the last of this visitor's that waits; in about how many `seconds`."""
        left = OrderedDict(
            (address, OrderedDict((who, deque(line)) for who, line in room.items()))
            for address, room in self.waiting.items()
        )
        calls, others, place = 0, 0, None
        while called := next_of(left, lambda who, n: True):
            who, call = called
            if not call.done():
                calls += 1
                others += who != visitor
                place = (others, calls) if who == visitor else place
        if place is None:
            return {"before": 0, "seconds": 0}
        return {"before": place[0], "seconds": round(place[1] * self.seconds / AT_ONCE, 1)}

    def _let_in(self) -> None:
        """Let in whoever may be."""
        while self.running.total() < AT_ONCE:
            called = next_of(self.waiting, lambda who, n: self.running[who] < (EACH if n <= MANY else 1))
            if called is None:
                return
            who, mine = called
            if not mine.cancelled():
                self.running[who] += 1
                mine.set_result(None)

    def check_queue(self, visitor: str, queue: Any) -> None:
        """Raise Refusal if enough of this visitor's is under way in Gradio's queue."""
        self.events = {
            who: left for who, ids in self.events.items() if (left := ids & queue.event_ids_to_events.keys())
        }
        if len(self.events.get(visitor, ())) >= RUNNING:
            raise Refusal(503, "running", n=RUNNING)

    def joined(self, visitor: str, event: str) -> None:
        """An event of this visitor's is in the queue now."""
        self.events.setdefault(visitor, set()).add(event)


def address(scope: Scope) -> str:
    """Where a request comes from."""
    return (scope.get("client") or ["?"])[0]


def next_of(waiting: Waiting, may: Callable[[str, int], bool]) -> tuple[str, asyncio.Future] | None:
    """Take out the call that comes next, with its visitor: addresses in turn, then visitors; None if none `may`.

    Who may is asked by name, and how many calls of this name wait.
    """
    for address, room in waiting.items():
        who = next((each for each in room if may(each, len(room[each]))), None)
        if who is None:
            continue
        call = room[who].popleft()
        room.move_to_end(who)
        waiting.move_to_end(address)
        if not room[who]:
            del room[who]
        if not room:
            del waiting[address]
        return who, call
    return None
