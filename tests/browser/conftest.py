"""The app, served once, and pages of it in headless Chromium that fail on any error and on any foreign request."""

import contextlib
import json
import os
import re
import time
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode

import pytest
from install import chromium
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader
from serving import launched

from app import build_app, launch_options

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SETTLED = """() => { const page = window.weightedDice;
    const widgets = [...document.querySelectorAll(`#view-${page?.state.tab} .html-container > div:not(.prose)`)];
    return widgets.length && widgets.every((widget) => 'started' in widget.dataset)
        && (page.drawn[page.state.tab] ?? '') === page.wanted && page.state.count >= 0 }"""


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@contextlib.contextmanager
def served(lm, second=None):
    """The address of the app around a model, with a `second` one to compare."""
    with launched(build_app(lm, second=second), **launch_options(lm=lm)) as url:
        yield url


@pytest.fixture(scope="session")
def app_url(lm):
    with served(lm) as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


def written(x: float, digits: int) -> str:
    """A number as browsers write it: 0.235, which in binary is a little less, as 0.24; Python writes 0.23."""
    rounded = Decimal(repr(float(x))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return str(rounded + 0).replace("-", "−")  # what rounds to 0 has no sign


class Opened:
    """A page with what it asked for and what went wrong."""

    def __init__(self, page: Page, url: str):
        self.page, self.url, self.foreign, self.errors, self.asked = page, url, [], [], 0
        page.on("request", self._request)
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))

    def _request(self, request):
        self.asked += "/queue/join" in request.url or "/gradio_api/run/" in request.url
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.foreign.append(request.url)

    def settle(self):
        """Wait until the open tab shows what the page wants."""
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(SETTLED)
        self.page.wait_for_timeout(100)
        return self

    def program(self, card):
        """The values that stand in the program which a card hands over; the dialog is closed again."""
        self.page.locator(f"{card} [data-print]").click()
        code = self.page.locator("#print_menu .program code")
        self.until(lambda: "transformers" in code.text_content())
        lines = re.findall(r"^(\w+) = ([-\d\"\[{].*)$", code.text_content(), re.MULTILINE)
        self.page.keyboard.press("Escape")
        return {name: json.loads(value) for name, value in lines if not value.startswith("{")}

    def printed(self, card):
        """What stands on the page that a card is printed as; the dialog is closed again."""
        self.page.locator(f"{card} [data-print]").click()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name="Save the file").click()
        (sheet,) = PdfReader(waiting.value.path()).pages
        self.page.keyboard.press("Escape")
        return " ".join(sheet.extract_text().split())

    def until(self, holds, seconds=10):
        """Wait until `holds()`, which asks the page."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, f"not within {seconds} s"
            self.page.wait_for_timeout(50)
        return self

    def frees(self, stop, passes):
        """Press `stop`; of the slowed `passes` two at most are made after the server has heard it, however late."""
        with self.page.expect_response("**/gradio_api/cancel", timeout=30_000):
            self.page.locator(stop).click()
        ran = len(passes)
        self.page.wait_for_timeout(4000)
        assert len(passes) <= ran + 2  # what was under way, and the die of the next

    def type(self, text):
        self.page.locator("#prompt textarea").fill(text)
        return self.settle()

    def open(self, title):
        line = self.page.get_by_role("tab", name=title)
        if line.is_visible():
            line.click()
        else:  # on a phone
            self.page.locator("#nav .where").click()
            self.page.locator("#nav .places").get_by_role("button", name=title).click()
        return self.settle()

    def paint(self):
        """Press Paint, and wait for the last pixel; the colours that are drawn."""
        self.page.locator("#canvas .brush").click()
        return self.painted()

    def painted(self):
        """Wait for the last pixel; the colours that are drawn."""
        self.page.wait_for_function("() => !document.querySelector('#canvas .inside').disabled", timeout=30_000)
        cells = "() => [...document.querySelectorAll('#canvas .cell')].map((cell) => cell.style.fill)"
        return self.page.evaluate(cells)

    def animate(self):
        """Press Animate, and wait for the last pixel; the colours that are drawn."""
        self.page.locator("#clip .brush").click()
        return self.animated()

    def animated(self):
        """Wait for the last pixel; the colours that are drawn."""
        self.page.wait_for_function("() => !document.querySelector('#clip .inside').disabled", timeout=60_000)
        return self.page.evaluate(
            "() => [...document.querySelectorAll('#clip .frames .cell')].map((c) => c.style.fill)"
        )

    def state(self):
        return self.page.evaluate("() => window.weightedDice.state")


@pytest.fixture
def open_page(browser, app_url):
    with contextlib.ExitStack() as stack:
        pages = []

        def opening(width=1280, height=900, motion="reduce", late="", **query):
            """`late`: a script that comes a second after all others."""
            context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion=motion)
            stack.callback(context.close)  # a fresh one each: one browser holds six connections
            if late:
                context.route(f"**/{late}.js", lambda route: (time.sleep(1), route.continue_()))
            opened = Opened(context.new_page(), app_url)
            opened.page.goto(f"{app_url}?{urlencode({'tab': 'tokens'} | query)}")
            opened.page.wait_for_function("() => window.weightedDice?.state.tab")
            pages.append(opened)
            return opened.settle()

        yield opening
        for opened in pages:
            assert opened.errors == []
            assert opened.foreign == []
