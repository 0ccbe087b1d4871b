"""What the server says of itself: `/about` for people, `/health` and `/metrics` for those who run it."""

import html
import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.door.watch import Watch
from components.page.plain import plain
from components.page.words import say

ROOT = Path(__file__).parents[2]
KEPT = "never typed trained printed browser address logged forget code".split()  # what /about tells of, in this order


@cache
def version() -> str:
    """Of the program, as the changelog has it."""
    return re.search(r"^## (\d[\w.]*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)[1]


@cache
def about() -> bytes:
    """What is kept, where and how long: a page that works without scripts and can be printed."""
    told = [(say(f"about.{name}"), say(f"about.{name}_is")) for name in KEPT]
    items = "".join(f"<dt>{html.escape(what)}</dt><dd>{html.escape(it_is)}</dd>" for what, it_is in told)
    return plain(say("about.title"), say("about.intro"), f"<dl>{items}</dl>")


async def show_about(_: Request) -> Response:
    """The page about what is kept."""
    return Response(about(), media_type="text/html")


async def health(request: Request) -> Response:
    """Whether it can be asked, which model it has, and how much it has to do."""
    app = request.app.get_blocks()
    load = {"running": app.watch.running, "waiting": len(app._queue), "system": round(os.getloadavg()[0], 2)}
    return JSONResponse({"ready": True, "model": app.watch.name, "version": version(), "load": load})


async def metrics(request: Request) -> Response:
    """The same for Prometheus, with what has been asked since the start."""
    from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest  # off by default

    registry = CollectorRegistry()
    registry.register(Collected(request.app.get_blocks().watch))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class Collected:
    """A watch, as Prometheus collects from it: calls by endpoint and outcome, seconds by endpoint, what runs now."""

    def __init__(self, watch: Watch):
        self.watch = watch

    def collect(self) -> Iterable:
        """All of them."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        calls = CounterMetricFamily("weighted_dice_calls", "Calls", labels=("endpoint", "outcome"))
        for labels, n in [*self.watch.calls.items()]:
            calls.add_metric(labels, n)
        seconds = CounterMetricFamily("weighted_dice_seconds", "Seconds of answering", labels=("endpoint",))
        for name, n in [*self.watch.seconds.items()]:
            seconds.add_metric((name,), n)
        return calls, seconds, GaugeMetricFamily("weighted_dice_running", "Calls under way", self.watch.running)


def routes() -> list[Route]:
    """For `launch(app_kwargs={"routes": …})`; whether /metrics is there, the guard decides."""
    return [Route("/about", show_about), Route("/health", health), Route("/metrics", metrics)]
