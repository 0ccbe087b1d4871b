"""The server goes away and comes back: the page keeps what it shows, and goes on by itself."""

import contextlib
import socket
import threading
import time
from urllib.parse import urlsplit

import pytest
from conftest import Opened
from playwright.sync_api import expect

CELLS = "() => [...document.querySelectorAll('#canvas .cell')].map((cell) => cell.style.fill)"
PAINTED = "() => Number(document.querySelector('#canvas .say')?.textContent.match(/^[0-9]+/)?.[0] ?? 0)"


class Wire:
    """What lies between the browser and the app: it can be cut and mended."""

    def __init__(self, url: str):
        self.to, self.port, self.ends, self.slow = urlsplit(url), 0, [], 0.0
        self.mend()

    def mend(self):
        self.door = socket.create_server(("127.0.0.1", self.port))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.listen, args=(self.door,), daemon=True).start()

    def listen(self, door):
        with contextlib.suppress(OSError):
            while True:
                pair = door.accept()[0], socket.create_connection((self.to.hostname, self.to.port))
                self.ends += pair
                for way in (pair, pair[::-1]):
                    threading.Thread(target=self.carry, args=way, daemon=True).start()

    def carry(self, one, other):
        with contextlib.suppress(OSError):
            while content := one.recv(65536):
                time.sleep(self.slow)
                other.sendall(content)
        for end in (one, other):
            end.close()

    def cut(self):
        for end in (self.door, *self.ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends = []


@pytest.fixture
def wire(app_url):
    wire = Wire(app_url)
    yield wire
    wire.cut()


def opened(browser, wire, query):
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{wire.port}/{query}")
    page.evaluate("() => { window.kept = true }")  # gone if the page is opened anew
    return Opened(page, f"http://127.0.0.1:{wire.port}").settle()


def test_a_half_painted_picture_stays_and_is_painted_on(browser, wire, slowly):
    shown = opened(browser, wire, "?tab=paint&text=a+green+tree")
    page = shown.page
    slowly(0.02)  # a picture in five seconds: the cut is within it
    page.locator("#canvas .brush").click()
    page.wait_for_function(f"() => ({PAINTED})() >= 8")
    wire.cut()
    expect(page.locator(".away")).to_be_visible()
    page.wait_for_timeout(300)
    half, done = page.evaluate(CELLS), page.evaluate(PAINTED)
    assert 8 <= done < 256
    page.wait_for_timeout(2500)
    assert page.evaluate(CELLS) == half and page.locator(".away").is_visible()
    wire.mend()
    whole = shown.painted()
    expect(page.locator(".away")).to_be_hidden()
    assert whole[:done] == half[:done] and page.evaluate("() => window.kept")
    assert shown.paint() == whole  # the same seed: nothing was left out, nothing came twice
    page.close()


def test_what_was_asked_meanwhile_is_answered(browser, wire):
    shown = opened(browser, wire, "?tab=dice")
    page = shown.page
    faces = page.locator("#die .card").inner_text()
    wire.cut()
    page.locator("#prompt textarea").fill("The sky is")
    expect(page.locator(".away")).to_be_visible()
    page.locator("#prompt textarea").fill("Once upon a")
    page.wait_for_timeout(500)
    assert page.locator("#die .card").inner_text() == faces  # pale, but there
    wire.mend()
    expect(page.locator(".away")).to_be_hidden(timeout=10_000)
    shown.settle()
    assert "time" in page.locator("#die .card").inner_text() and page.evaluate("() => window.kept")
    page.close()


def test_what_is_written_goes_on(browser, wire):
    shown = opened(browser, wire, "?tab=write&text=Once+upon+a")
    page, wire.slow = shown.page, 0.05
    page.locator("#writing .on").click()
    page.wait_for_function("() => document.querySelectorAll('#writing .text .glass').length > 3")
    wire.cut()
    expect(page.locator(".away")).to_be_visible()
    before = page.locator("#writing .text").inner_text()
    wire.slow = 0.0
    wire.mend()
    expect(page.locator(".away")).to_be_hidden(timeout=10_000)
    page.wait_for_function("() => document.querySelector('#writing .text').dataset.written !== 'busy'", timeout=30_000)
    assert page.locator("#writing .text").inner_text().startswith(before.strip())
    page.close()


def test_ones_place_in_the_line_is_told(open_page, app_url):
    """An answer that does not come: who comes before is told until it is there."""
    opened = open_page(tab="attention", text="The sky is")
    page, held = opened.page, []
    page.route("**/gradio_api/run/**", lambda route: held.append(route))
    page.route("**/line", lambda route: route.fulfill(json={"before": 3, "seconds": 4.2}))
    page.locator("#prompt textarea").fill("The sky is blue and")
    expect(page.locator(".waits:visible")).to_contain_text("3 calls come before this one, about 4 s", timeout=10_000)
    page.unroute("**/gradio_api/run/**")
    for route in held:
        route.continue_()
    expect(page.locator(".waits:visible")).to_have_count(0)
