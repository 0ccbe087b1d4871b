"""The word of a class: who knows it gets a signed cookie, and nothing is kept of who that was.

It keeps strangers out, not eavesdroppers: without TLS the word and the cookie can be read on the way.
"""

import asyncio
import hmac
import html
from urllib.parse import parse_qs

from itsdangerous import BadSignature, TimestampSigner
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope

from components.door import body
from components.page.plain import plain
from components.page.words import say

COOKIE, FORM = "class_code", "application/x-www-form-urlencoded"
LASTS = 12 * 3600  # seconds: a day at school
WRONG_S = 1  # so long a wrong word takes
OPEN = ("/health", "/gradio_api/startup-events")  # for those who watch the server, and for Gradio itself


class Code:
    """`word`: '' lets everybody in."""

    def __init__(self, word: str):
        self.word = word
        self.signer = TimestampSigner(word or "-", salt="class code")

    def knows(self, request: Request) -> bool:
        """Whether who asks has shown the word, in a cookie or, as programs do, in a header."""
        if hmac.compare_digest(request.headers.get("authorization", "").encode(), f"Bearer {self.word}".encode()):
            return True
        try:
            return self.signer.unsign(request.cookies.get(COOKIE, ""), max_age=LASTS) == b"in"
        except BadSignature:
            return False

    async def entry(self, scope: Scope, receive: Receive, path: str) -> Response | None:
        """The page that asks for the word, or what follows from an answer; None for who may go on."""
        request = Request(scope)
        if not self.word or path in OPEN:
            return None
        if path == "/code" and request.method == "POST":
            return await self.answered(scope, receive, request)
        if self.knows(request):
            return None
        return Response(page(), 401, media_type="text/html")

    async def answered(self, scope: Scope, receive: Receive, request: Request) -> Response:
        """A cookie for the right word; the page again for a wrong one."""
        said = parse_qs((await body.read(scope, receive, 1000, FORM)).decode("utf-8", "replace")).get("word", [""])[0]
        if not hmac.compare_digest(said.strip().encode(), self.word.encode()):
            await asyncio.sleep(WRONG_S)
            return Response(page(say("code.wrong")), 401, media_type="text/html")
        let_in = RedirectResponse("./", 303)
        far = scope["scheme"] == "https"  # then also in a frame of another page
        let_in.set_cookie(
            COOKIE,
            self.signer.sign(b"in").decode(),
            max_age=LASTS,
            httponly=True,
            secure=far,
            samesite="none" if far else "lax",
        )
        return let_in


def page(wrong: str = "") -> bytes:
    """The question for the word."""
    label, go = html.escape(say("code.word")), html.escape(say("code.go"))
    field = f'<label>{label} <input name="word" autocomplete="off" autofocus required></label> <button>{go}</button>'
    return plain(
        say("code.title"), wrong or say("code.intro"), f'<form method="post" action="code">{field}</form>', back=""
    )
