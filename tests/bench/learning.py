"""Trainings of visitors: how soon and how well one learns, what the page feels of two, how thirty fare at once.

`make bench-learning` runs it, some eight minutes on 2 quiet cores. Exits with 1 if a bar is missed.
"""

import json
import re
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gradio_client import Client
from page import URL, VISITORS, measure, resident_mb, start, turns
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/browser"))
from install import chromium  # noqa: E402

MINUTE, PATIENCE_S, KNOWN = 60, 420, 3  # of a class that presses Train; letters of a word that counts
SAMPLES, LONG, WARM = 20, 40, 0.8  # of a trained model, their tokens, their temperature


def call(endpoint: str, *data: object) -> dict:
    """What an endpoint answers."""
    body = json.dumps({"data": data}).encode()
    asked = urllib.request.Request(f"{URL}gradio_api/run/{endpoint}", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return json.loads(answer.read())["data"][0]


def watch(name: str, until: float = PATIENCE_S) -> list[tuple[float, dict]]:
    """What happens in a training, each event with the seconds since now, until it has ended."""
    began, after, happened = time.monotonic(), 0, []
    while time.monotonic() - began < until:
        state = call("training", name, after)
        happened += [(time.monotonic() - began, event) for event in state["events"]]
        after = state["after"]
        if state["ended"] and not state["events"]:
            return happened
        time.sleep(0.4)
    raise TimeoutError(f"{name} has not ended within {until} s")


def words() -> set[str]:
    """Every word of the texts that the training reads."""
    from model.learn.jobs.lesson import Lesson
    from model.learn.jobs.materials import material

    return set(re.findall(r"[a-z]+", " ".join(material(Lesson()).read).lower()))


def in_words(text: str) -> list[str]:
    """The words of a sample; the last may be cut."""
    return re.findall(r"[a-z]+", text.lower())[:-1]


def said(event: dict) -> list[str]:
    """Those of the sample that a look tells."""
    return in_words("".join(piece for piece, _ in event["said"]))


def written(name: str, beginning: str) -> list[str]:
    """Words that the model of a training writes, asked at the page that it has of its own."""
    page = Client(f"{URL}of/{name}/", verbose=False)
    rolled = (page.predict(beginning, LONG, WARM, 0, 1.0, seed, api_name="/write") for seed in range(SAMPLES))
    return [word for each in rolled for word in in_words("".join(each["tokens"]))]


def alone() -> list[tuple[str, float, float, bool]]:
    """The default training, from a click with a cold process."""
    known, name = words(), call("train", {}, False)["name"]
    happened = watch(name)
    samples = [(at, event) for at, event in happened if "said" in event]
    real = [(at, [w for w in said(event) if w in known and len(w) >= KNOWN]) for at, event in samples]
    first = next(at for at, found in real if len(found) >= 2)
    last = written(name, next(event["beginning"] for _, event in happened if "beginning" in event))
    per_byte = next(event["per_byte"] for _, event in reversed(happened) if "per_byte" in event)
    print("   ", "".join(piece for piece, _ in samples[-1][1]["said"]))
    return [
        ("default training: first sample with two real words, s", first, 10, True),
        (
            f"of {len(last)} words in {SAMPLES} samples those that exist, share",
            sum(w in known for w in last) / len(last),
            0.95,
            False,
        ),
        ("bits a byte of unseen stories at the end", per_byte, 0.95, True),
        ("done after, s", happened[-1][0], 75, True),
    ]


def page_meanwhile() -> list[tuple[str, float, float, bool]]:
    """The same acts without and with two trainings, in one run: how much longer they take."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        before = {**turns(browser.new_page()), "prompt": measure(browser.new_page())[0]}
        names = [call("train", {"seconds": 180, "seed": seed}, False)["name"] for seed in (1, 2)]
        with ThreadPoolExecutor(2) as pool:
            for name in names:
                pool.submit(keep, name)
            while not all(any("losses" in e for e in call("training", name, 0)["events"]) for name in names):
                time.sleep(0.5)
            after = {**turns(browser.new_page()), "prompt": measure(browser.new_page())[0]}
            for name in names:
                call("forget_training", name)
        browser.close()
    for what, ms in before.items():
        print(f"    {what}: {ms:.0f} ms alone, {after[what]:.0f} ms beside two trainings")
    return [
        (
            "the page beside two trainings: slowest act, times as long",
            max(after[w] / before[w] for w in before),
            1.25,
            True,
        )
    ]


def keep(name: str) -> None:
    """Look at a training until it is forgotten."""
    while True:
        try:
            call("training", name, 0)
        except urllib.error.HTTPError:
            return
        time.sleep(5)


def visitor(i: int) -> tuple[float, float]:
    """Seconds until the answer to Train, and until a sample of it was seen."""
    time.sleep(MINUTE * i / VISITORS)
    began = time.monotonic()
    name = call("train", {"seed": i}, False)["name"]
    answered, after = time.monotonic() - began, 0
    while time.monotonic() - began < PATIENCE_S:
        state = call("training", name, after)
        after = state["after"]
        if any(event.get("step", 0) > 0 and "said" in event for event in state["events"]):
            return answered, time.monotonic() - began
        time.sleep(1)
    raise TimeoutError(f"visitor {i} has seen nothing")


def main() -> int:
    """Print a row for each figure; 1 if a bar is missed."""
    app, _ = start()
    try:
        rows = alone() + page_meanwhile()
        with ThreadPoolExecutor(VISITORS) as pool:
            answered, seen = zip(*pool.map(visitor, range(VISITORS)), strict=True)
        rows.append((f"{VISITORS} press Train in a minute: slowest answer, s", max(answered), 2, True))
        rows.append(("all have seen a sample after, s", max(seen), 300, True))
        rows.append(("resident memory of the app, MB", resident_mb(app.pid), 1200, True))
    finally:
        app.terminate()
    missed = [name for name, figure, bar, below in rows if (figure > bar) is below]
    for name, figure, bar, below in rows:
        wanted, found = "at most" if below else "at least", "MISSED" if name in missed else "ok"
        print(f"{name:62} {figure:8.2f}  {wanted} {bar:5}  {found}")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
