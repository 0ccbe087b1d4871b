"""Several servers behind Caddy are one: a training belongs to all, and nobody loses anything with one of them."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from conftest import Opened
from gradio_client import Client
from test_away import CELLS, PAINTED

from components.door.workers import answers, caddyfile, free_ports

pytestmark = pytest.mark.skipif(not shutil.which("caddy"), reason="needs Caddy")
ROOT = Path(__file__).parents[2]
LESSON = {"reads": "copies", "layers": 1, "width": 32, "context": 64, "seconds": 15, "steps": 40}


class Served:
    """Two servers as one."""

    def __init__(self):
        self.port = free_ports(1)[0]
        self.url = f"http://127.0.0.1:{self.port}/"
        command = [sys.executable, "app.py", "--port", str(self.port), "--workers", "2"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == f"The page is at {self.url}\n"

    def servers(self):
        """Their process ids, by port."""
        command = ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)]
        told = subprocess.run(command, capture_output=True, text=True).stdout
        lines = [line.split() for line in told.splitlines() if "app.py" in line]
        return {int(line[line.index("--port") + 1]): int(line[0]) for line in lines}

    def kill(self, port):
        os.kill(self.servers()[port], signal.SIGKILL)

    def whole(self):
        """Wait until both answer."""
        end = time.monotonic() + 120
        while not all(map(answers, self.servers())):
            assert time.monotonic() < end
            time.sleep(0.2)

    def browsers(self):
        """A client for each server, as browsers are."""
        found = {}
        while len(found) < 2:
            client = httpx.Client(base_url=self.url, timeout=60)
            if found.setdefault(client.get("").cookies["worker"], client) is not client:
                client.close()
        return [*found.values()]


@pytest.fixture(scope="module")
def two():
    served = Served()
    yield served
    served.process.terminate()
    assert served.process.wait(30) == 0


def run(client, name, *data):
    answer = client.post(f"gradio_api/run/{name}", json={"data": data})
    return answer.raise_for_status().json()["data"][0]


@pytest.fixture
def clients(two):
    found = two.browsers()
    yield found
    for client in found:
        client.close()


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
                except httpx.HTTPStatusError as error:  # what was on its way to it; a page asks again by itself
                    assert error.response.status_code == 502 and time.monotonic() - began < 60
        shown.painted()
        assert page.evaluate(CELLS) == whole and page.evaluate("() => window.kept")
        two.whole()
    page.context.close()


def test_what_caddy_is_told():
    told = caddyfile("0.0.0.0:7860", [1, 2], "word", ["10.0.0.2"], [])
    assert "http://:7860" in told and "bind 0.0.0.0" in told and "127.0.0.1:1 127.0.0.1:2" in told
    assert told.count("trusted_proxies 10.0.0.2") == 2 and "tls" not in told
    secure = caddyfile("0.0.0.0:7860", [1], "word", [], ["a b.pem", "key.pem"])
    assert "https://:7860" in secure and f'tls "{Path("a b.pem").resolve()}"' in secure
