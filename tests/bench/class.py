"""A class: thirty students at once, and one visitor who asks with fifty connections. `make bench-class` runs it.

Students open the page, type, look inside, roll, paint and take away, with time to think; each has a cookie as a browser
has. Absolute times of this machine; the bars are those of 2 cores. Exits with 1 if one is missed.
"""

import os
import random
import statistics
import sys
import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import httpx
from page import URL, report, resident_mb, start

STUDENTS, CONNECTIONS, LOOKS = 30, 50, 40
SECONDS = int(os.environ.get("SECONDS", "600"))  # that a class lasts
TEXTS = ("The sky is", "Once upon a time there was a fox", "2+2=", "Mira has a red kite and a blue cup. Her kite is")
INSIDE = ("tokens", "embeddings", "attention", "layers", "dice")


def look(browser: httpx.Client, action: str, rng: random.Random) -> None:
    """One thing that a student does. Raises httpx.HTTPError if it is refused."""
    text = f"{rng.choice(TEXTS)} {rng.randrange(1000)}"
    if action == "paint":
        asked = browser.post("gradio_api/call/paint", json={"data": ["a green tree", 0.8, 0, rng.randrange(10**6)]})
        told = browser.get(f"gradio_api/call/paint/{asked.raise_for_status().json()['event_id']}")
        if "event: complete" not in told.text:
            raise httpx.HTTPError(told.text[:200])
        return
    if action == "open":
        browser.get("").raise_for_status()
        browser.get("config").raise_for_status()
        return
    more = {
        "attention": [rng.randrange(6), rng.randrange(4)],
        "layers": [0, 8],
        "dice": [5],
        "take away": [["head 1.2 off"], 5],
    }
    name = {"take away": "intervene"}.get(action, action)
    browser.post(f"gradio_api/run/{name}", json={"data": [text, *more.get(action, [])]}).raise_for_status()


def student(i: int, until: float, took: dict[str, list[float]], errors: list[str]) -> None:
    """One of the class, until the lesson ends."""
    rng = random.Random(i)
    with httpx.Client(base_url=URL, timeout=60) as browser:
        action = "open"
        while time.monotonic() < until:
            began = time.monotonic()
            try:
                look(browser, action, rng)
                took[action].append(time.monotonic() - began)
            except httpx.HTTPError as error:
                errors.append(f"{action}: {error}"[:120])
            time.sleep(rng.uniform(1, 4))
            action = rng.choice((*INSIDE, *INSIDE, "paint", "take away", "open"))


def lesson(pid: int) -> list[tuple[str, float, float]]:
    """Thirty students for a while: what each action took, and how memory went."""
    took, errors, until, memory = defaultdict(list), [], time.monotonic() + SECONDS, []
    with ThreadPoolExecutor(STUDENTS) as pool:
        running = [pool.submit(student, i, until, took, errors) for i in range(STUDENTS)]
        while time.monotonic() < until:
            time.sleep(SECONDS / 60)
            memory.append(resident_mb(pid))
        for each in running:
            each.result()
    for action, seconds in sorted(took.items()):
        median, high = (1000 * at for at in (statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]))
        print(f"    {action:10} {len(seconds):5} times, median {median:6.0f} ms, 95 % {high:6.0f} ms")
    for error in errors[:5]:
        print("    ", error)
    inside = [seconds for action in INSIDE for seconds in took[action]]
    warm = memory[max(1, 60 * 60 // SECONDS) :] or memory  # after minute one
    third = max(1, len(warm) // 3)
    grown = statistics.mean(warm[-third:]) / statistics.mean(warm[:third]) - 1
    return [
        ("errors", len(errors), 0),
        ("inside views, 95th percentile, ms", 1000 * statistics.quantiles(inside, n=20)[-1], 700),
        ("painting, slowest, s", max(took["paint"]), 8),
        ("memory, last third over first, %", 100 * grown, 5),
    ]


def slider(browser: httpx.Client) -> float:
    """Median ms of a turned head."""
    times = []
    for n in range(LOOKS):
        began = time.monotonic()
        browser.post("gradio_api/run/attention", json={"data": [TEXTS[-1], n % 6, n % 4]}).raise_for_status()
        times.append(1000 * (time.monotonic() - began))
        time.sleep(0.05)
    return statistics.median(times)


def greedy() -> list[tuple[str, float, float]]:
    """How much slower a visitor's slider gets beside fifty connections of another, from the same address."""
    stop = threading.Event()

    def ask(cookies: dict[str, str]) -> None:
        with httpx.Client(base_url=URL, timeout=120, cookies=cookies) as connection:
            while not stop.is_set():
                text = f"{'Once upon a time ' * 20}{random.random()}"
                connection.post("gradio_api/run/intervene", json={"data": [text, ["head 1.2 off", "head 3.1 off"], 5]})

    with httpx.Client(base_url=URL, timeout=60) as browser, httpx.Client(base_url=URL) as other:
        browser.get("")
        other.get("")
        before = slider(browser)
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            for _ in range(CONNECTIONS):
                pool.submit(ask, dict(other.cookies))
            time.sleep(2)
            beside = slider(browser)
            stop.set()
    print(f"    a turned head: {before:.0f} ms alone, {beside:.0f} ms beside {CONNECTIONS} connections of another")
    return [("a slider beside fifty connections of another, times as long", beside / before, 1.5)]


def main() -> int:
    """Print a row for each figure; 1 if a bar is missed."""
    app, _ = start()
    try:
        rows = greedy() + lesson(app.pid)
    finally:
        app.terminate()
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
