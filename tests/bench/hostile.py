"""Ten thousand calls of somebody who means harm, by a few connections at once. `make bench-class` runs it.

Every endpoint and every function of the page, with values of the wrong kind, number, size and script, and with some
that fit. Absolute figures of this machine; exits with 1 if a bar is missed. What was slowest is named.
"""

import json
import os
import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx
from page import URL, report, resident_mb, start

CALLS, CONNECTIONS = int(os.environ.get("CALLS", "10000")), 4
BODIES = 10  # of a hundred calls are no call at all
NASTY = (
    *(
        "",
        " ",
        "\x00",
        "${1}",
        "<img src=x onerror=alert(1)>",
        "../../etc/passwd",
        "\U0001f98a" * 9,
        "שלום",
        "a" * 6000,
    ),
    *("The sky is", "a red ball", "Once upon a time", "2+2=", "<image>", "a hand with five fingers", "lora", "cure"),
)
WAYS = ("run/tokens", "run/predict", "queue/join", "call/tokens", "call/v2/tokens", "cancel", "reset", "x/y")


def value(rng: random.Random, depth: int = 0) -> object:
    """Something of JSON."""
    kinds = (
        lambda: rng.choice(NASTY),
        lambda: rng.choice(NASTY),
        lambda: rng.choice((-1, 0, 1, 2, 3, 7, 2**31, 2**63, -(2**70), 1e300, 0.5)),
        lambda: rng.choice((None, True, False)),
        lambda: "".join(chr(rng.choice((rng.randrange(32, 127), rng.randrange(0x600, 0x3000)))) for _ in range(40)),
        lambda: [value(rng, depth + 1) for _ in range(rng.randrange(5))],
        lambda: {rng.choice(NASTY)[:20]: value(rng, depth + 1) for _ in range(rng.randrange(4))},
    )
    return rng.choice(kinds[: 5 if depth > 3 else 7])()


def call(functions: list[dict], rng: random.Random) -> tuple[str, str, bytes]:
    """What is called, the path, and the body."""
    if rng.randrange(100) < BODIES:
        way = rng.choice(WAYS)
        return way, f"gradio_api/{way}", json.dumps(value(rng)).encode()
    each = rng.choice(functions)
    kinds = each["kinds"]
    fitting = {"str": lambda: rng.choice(NASTY), "int": lambda: rng.randrange(9), "float": rng.random}
    wanted = [fitting.get(kind, lambda: value(rng))() if rng.random() < 0.8 else value(rng) for kind in kinds]
    data = {"data": wanted if rng.random() < 0.95 else wanted[:-1]}
    if each["name"]:
        return each["name"], f"gradio_api/run/{each['name']}", json.dumps(data).encode()
    return (
        f"function {each['index']}",
        "gradio_api/run/predict",
        json.dumps(data | {"fn_index": each["index"]}).encode(),
    )


def functions(browser: httpx.Client) -> list[dict]:
    """Those of the page: public ones by name, with the kinds of their arguments; the others by number."""
    told = browser.get("gradio_api/info").json()["named_endpoints"]
    kinds = {"string": "str", "integer": "int", "number": "float"}
    public = [
        {"name": name.strip("/"), "kinds": [kinds.get(p["type"].get("type"), "") for p in each["parameters"]]}
        for name, each in told.items()
    ]
    named = {each["name"] for each in public}
    config = browser.get("config").json()
    private = [
        {"name": "", "index": each["id"], "kinds": ["" for _ in each["inputs"]]}
        for each in config["dependencies"]
        if each["backend_fn"] and each["api_name"] not in named
    ]
    return public + private


def attack(n: int, seed: int) -> tuple[Counter, list[tuple[float, str]], list[str]]:
    """How `n` calls were answered; how long each took and what it was; what was said wrongly."""
    rng, answers, took, wrong = random.Random(seed), Counter(), [], []
    with httpx.Client(base_url=URL, timeout=60) as browser:
        known = functions(browser)
        for _ in range(n):
            name, path, body = call(known, rng)
            began = time.monotonic()
            answer = browser.post(path, content=body, headers={"content-type": "application/json"})
            took.append((time.monotonic() - began, f"{name} {body[:160].decode(errors='replace')}"))
            answers[answer.status_code] += 1
            full = answer.status_code == 503 and "retry-after" in answer.headers
            reason = answer.status_code == 200 or '"error":null' not in answer.text.replace(" ", "")
            if (answer.status_code >= 500 and not full) or not reason or "Traceback" in answer.text:
                wrong.append(f"{answer.status_code} {name} {body[:160]!r}: {answer.text[:160]}")
    return answers, took, wrong


def main() -> int:
    """Print a row for each figure; 1 if a bar is missed."""
    app, _ = start()
    try:
        cold = resident_mb(app.pid)
        attack(CALLS // 10, 99)  # what is made at its first use is made
        warm = resident_mb(app.pid)
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            parts = [*pool.map(attack, [CALLS // CONNECTIONS] * CONNECTIONS, range(CONNECTIONS))]
        time.sleep(5)
        grown = resident_mb(app.pid) - warm
    finally:
        app.terminate()
    answers = sum((part[0] for part in parts), Counter())
    took = sorted((each for part in parts for each in part[1]), reverse=True)
    wrong = [each for part in parts for each in part[2]]
    print(f"    answers: {dict(answers)}; {cold:.0f} MB at the start, {warm:.0f} after a tenth as many")
    for seconds, name in took[:8]:
        print(f"    {seconds:5.1f} s  {name}")
    for each in wrong[:8]:
        print("    ", each)
    rows = [
        ("calls that end in a 5xx, a trace or no reason", len(wrong), 0),
        ("slowest call, s", took[0][0], 5),
        ("memory after as many again, MB more", grown, 100),
    ]
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
