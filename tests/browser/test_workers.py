"""Several servers behind Caddy are one: a training belongs to all, and nobody loses anything with one of them."""

import shutil
import time
from pathlib import Path

import httpx
import pytest
from conftest import Opened
from gradio_client import Client
from serving import Serving
from test_away import CELLS, PAINTED

from components.door.workers import caddyfile
from components.page import served

pytestmark = pytest.mark.skipif(not shutil.which("caddy"), reason="needs Caddy")
LESSON = {"reads": "copies", "layers": 1, "width": 32, "context": 64, "seconds": 15, "steps": 40}


def browsers(url):
    """A client for each of two servers, as browsers are."""
    found = {}
    while len(found) < 2:
        client = httpx.Client(base_url=url, timeout=60)
        if found.setdefault(client.get("").cookies["worker"], client) is not client:
            client.close()
    return [*found.values()]


@pytest.fixture(scope="module")
def two():
    serving = Serving(2)
    yield serving
    assert serving.end() == 0


def run(client, name, *data):
    answer = client.post(f"gradio_api/run/{name}", json={"data": data})
    return answer.raise_for_status().json()["data"][0]


@pytest.fixture
def clients(two):
    found = browsers(two.url)
    yield found
    for client in found:
        client.close()


def test_scripts_come_from_disk(clients):
    """As they are and compressed, for good; whatever is no script of ours comes from a server, or is refused by one."""
    one, _ = clients
    address = f"{served.address()}/page/page.js"
    for asked in ("gzip", "identity"):
        answer = one.get(address, headers={"accept-encoding": asked})
        assert (
            answer.content == served.scripts()["page/page.js"].plain
            and answer.headers["cache-control"] == served.FOR_GOOD
        )
        assert answer.headers.get("content-encoding", "identity") == asked
        assert answer.headers["content-type"].startswith("text/javascript")
    again = one.get(address, headers={"accept-encoding": "identity", "if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    for path in (
        served.address(),
        f"{served.address()}/",
        f"{served.address()}/page/",
        "widgets/",
        "scripts/",
        "../trainings",
    ):
        assert one.get(path).status_code in (404, 307), path
    assert "uvicorn" in one.get("").headers["server"] and "uvicorn" not in answer.headers["server"]


def test_a_training_belongs_to_all(clients):
    one, other = clients
    name = run(one, "train", LESSON)["name"]
    end = time.monotonic() + 120
    while not (state := run(other, "training", name))["ended"]:
        assert time.monotonic() < end
        time.sleep(0.3)
    assert run(one, "training", name) == state and any("loss" in str(event) for event in state["events"])
    assert [client.get(f"of/{name}/").status_code for client in (one, other)] == [200, 200]
    run(other, "forget_training", name)
    assert one.post("gradio_api/run/training", json={"data": [name]}).status_code == 422
    assert "was forgotten" in one.post("gradio_api/run/training", json={"data": [name]}).text


def test_programs_without_cookies_stay_with_one(two):
    client = Client(two.url, verbose=False)
    for _ in range(4):  # put in line by one request, and fetched by another
        assert client.predict("The sky is", 1.0, 0, 1.0, 5, api_name="/next_token")
    assert list(client.submit("a green tree", 0.8, 0, 1, api_name="/paint"))


def test_nobody_loses_anything_with_a_server(two, clients, browser):
    two.whole()
    page = browser.new_context().new_page()
    page.goto(f"{two.url}?tab=paint&text=a+green+tree&pace=1")
    page.evaluate("() => { window.kept = true }")
    shown = Opened(page, two.url).settle()
    whole = shown.paint()
    for port in [*two.servers()]:
        page.locator("#canvas .brush").click()
        page.wait_for_function(f"() => ({PAINTED})() < 200")
        two.kill(port)
        began = time.monotonic()
        for client in clients:
            while True:
                try:
                    assert run(client, "next_token", "The sky is", 1.0, 0, 1.0, 5)
                    break
                except httpx.HTTPError as error:  # what was on its way to it; a page asks again by itself
                    status = getattr(getattr(error, "response", None), "status_code", 502)
                    assert status in (502, 503) and time.monotonic() - began < 60
        shown.painted()
        assert page.evaluate(CELLS) == whole and page.evaluate("() => window.kept")
        two.whole()
    page.context.close()


def test_what_caddy_is_told():
    told = caddyfile("0.0.0.0:7860", [1, 2], "word", "/scripts", ["10.0.0.2"], [])
    assert "http://:7860" in told and "bind 0.0.0.0" in told and "127.0.0.1:1 127.0.0.1:2" in told
    assert told.count("trusted_proxies 10.0.0.2") == 2 and "tls" not in told
    assert "lb_policy cookie worker word" in told and "lb_policy ip_hash" in told
    assert told.count("health_uri /health") == told.count("fail_duration 2s") == 2
    secure = caddyfile("0.0.0.0:7860", [1], "word", "/scripts", [], ["a b.pem", "key.pem"])
    assert "https://:7860" in secure and f'tls "{Path("a b.pem").resolve()}"' in secure
