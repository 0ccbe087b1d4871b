"""Servers behind Caddy that are killed under load: how long anybody waits for an answer. `make bench-class` runs it.

Ten browsers ask without a pause, again where Caddy says that a server is gone, as the page does. Exits with 1 if a bar
is missed.
"""

import random
import sys
import threading
import time

import httpx
import page  # it finds what the browser tests have
from serving import Serving

KILLS, BROWSERS, WORKERS, BAR = 20, 10, 2, 6.0  # bar: seconds


def asked(browser: httpx.Client, data: dict) -> bool:
    """Whether an answer came; False if the server was gone before or under it."""
    try:
        answer = browser.post("gradio_api/run/next_token", json=data)
    except httpx.TransportError:
        return False
    assert answer.status_code in (200, 502, 503), answer.text[:200]
    return answer.status_code == 200


def browse(url: str, stop: threading.Event, waits: list[float], gone: list[int]) -> None:
    """Ask until told to stop: seconds until each answer has come; how often a server was gone meanwhile."""
    with httpx.Client(base_url=url, timeout=60) as browser:
        browser.get("").raise_for_status()
        while not stop.is_set():
            began = time.monotonic()
            data = {"data": [f"The sky is {random.randrange(1000)}", 1.0, 0, 1.0, 5]}
            while not asked(browser, data):
                gone.append(1)
                time.sleep(0.1)
            waits.append(time.monotonic() - began)
            time.sleep(0.3)


def main() -> int:
    """Print what was measured; 1 if somebody waited longer than the bar, or was refused."""
    serving = Serving(WORKERS)
    stop, waits, gone, refused = threading.Event(), [], [], []
    browsers = [threading.Thread(target=browse, args=(serving.url, stop, waits, gone)) for _ in range(BROWSERS)]
    threading.excepthook = lambda told: refused.append(repr(told.exc_value))
    for each in browsers:
        each.start()
    try:
        for n in range(KILLS):
            serving.kill(sorted(serving.servers())[n % WORKERS])
            time.sleep(2)
            serving.whole()
        stop.set()
        for each in browsers:
            each.join()
    finally:
        serving.end()
    print(f"    {KILLS} servers killed beside {len(waits)} answers; {len(gone)} times one was gone; {refused[:3]}")
    return page.report([("longest wait for an answer, s", max(waits), BAR), ("refused", len(refused), 0)])


if __name__ == "__main__":
    sys.exit(main())
