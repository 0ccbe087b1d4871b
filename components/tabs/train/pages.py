"""Whole pages around models that visitors have trained, each built when somebody opens it: all tabs, under /of/NAME/.

To build one takes a second and some megabytes; so only the last few are kept.
"""

import asyncio
from collections.abc import Callable, Collection

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from components.page.plain import plain
from components.page.words import say
from components.parts.trainings import line

PREFIX = "of"
MOST = 16  # pages that are kept


class Living:
    """A page with the task in which it lives."""

    def __init__(self, build: Callable[[str], Starlette], name: str, turn: asyncio.Lock):
        self.ready: asyncio.Future[Starlette] = asyncio.get_running_loop().create_future()
        self.over = asyncio.Event()
        self.task = asyncio.create_task(self._live(build, name, turn))

    async def _live(self, build: Callable[[str], Starlette], name: str, turn: asyncio.Lock) -> None:
        try:
            async with turn:  # Gradio notes in one global place what is being built
                page = await run_in_threadpool(build, name)
            async with page.router.lifespan_context(page):
                self.ready.set_result(page)
                await self.over.wait()
        except Exception as error:
            if self.ready.done():
                raise
            self.ready.set_exception(error)


class Pages:
    """The ASGI app that finds or builds the page of a training. `build` raises ValueError if it has no model.

    `always` are names of models that belong to no training.
    """

    def __init__(self, build: Callable[[str], Starlette], always: Collection[str] = ()):
        self.build, self.always = build, always
        self.kept: dict[str, Living] = {}  # the one that was asked last comes last
        self.turn = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            page = await self.page(scope["path_params"]["name"])
        except ValueError as error:
            page = HTMLResponse(plain(say("train.gone"), str(error), "", back="../../"), 404)
        await page(scope, receive, send)

    async def page(self, name: str) -> Starlette:
        """That of a training. Raises ValueError if it is forgotten or has not ended."""
        for gone in [each for each in self.kept if each not in self.always and not line().has(each)]:
            self.kept.pop(gone).over.set()
        if name not in self.always:
            line().folder(name)  # somebody looks at it: it is kept on
        living = self.kept.pop(name, None) or Living(self.build, name, self.turn)
        self.kept[name] = living
        while len(self.kept) > MOST:
            self.kept.pop(next(iter(self.kept))).over.set()
        try:
            return await asyncio.shield(living.ready)
        except Exception:
            self.kept.pop(name, None)  # whoever asks next has it built again
            raise


def own_pages(build: Callable[[str], Starlette], always: Collection[str] = ()) -> Mount:
    """The route to all of them, and to those that are `always` there."""
    return Mount(f"/{PREFIX}/{{name}}", Pages(build, always))
