"""The page behind a proxy that gives it a part of an address: all it fetches stays below that part."""

import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import Opened
from playwright.sync_api import expect
from serving import launched

from app import build_app, launch_options

PREFIX = "/class"


def proxy(port):
    """A server that hands on what is asked below PREFIX, and answers 404 to everything else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if not self.path.startswith(PREFIX):
                self.send_error(404)
                return
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            behind = http.client.HTTPConnection("127.0.0.1", port)
            behind.request(self.command, self.path.removeprefix(PREFIX) or "/", body, dict(self.headers))
            answer = behind.getresponse()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "connection"):
                    self.send_header(name, value)
            self.send_header("connection", "close")
            self.end_headers()
            while part := answer.read1():  # as it comes: events are streamed
                self.wfile.write(part)

        do_POST = do_HEAD = do_GET

        def log_message(self, *_):
            pass

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


@pytest.fixture
def prefixed(lm):
    app = build_app(lm)
    with launched(app, **launch_options(), root_path=PREFIX):
        server = proxy(app.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}/"
        server.shutdown()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_everything_is_fetched_below_the_prefix(browser, prefixed):
    context = browser.new_context(reduced_motion="reduce")
    opened = Opened(context.new_page(), prefixed)
    opened.page.goto(f"{prefixed}?tab=embeddings&text=The+sky+is")
    opened.page.wait_for_function("() => window.weightedDice?.wanted")
    opened.settle()
    expect(opened.page.locator("#vocabulary_map .legend .pip").first).to_be_visible()  # fetched as data
    opened.open("Dice")
    expect(opened.page.locator("#die .name").first).to_be_attached()
    scripts = [url for url in opened.page.evaluate("() => performance.getEntriesByType('resource').map((r) => r.name)")]
    assert [url for url in scripts if "/widgets/" in url and not url.startswith(f"{prefixed}widgets/")] == []
    assert any(url.startswith(f"{prefixed}widgets/") for url in scripts)
    errors = [error for error in opened.errors if "manifest.json" not in error and "404" not in error]
    context.close()
    assert errors == []
