"""How long a visitor waits: start, memory, a change of prompt or control, a picture. `make bench` runs it.

Absolute times of this machine; the bars are those of 2 cores. Exits with 1 if one is missed.
"""

import json
import re
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/browser"))
from install import chromium  # noqa: E402

PORT, CHANGES, VISITORS = 7893, 30, 30
TABS = ("tokens", "embeddings", "attention", "layers", "dice", "paint")
URL = f"http://127.0.0.1:{PORT}/"
# Types `text` and waits until a new attention map is drawn and on the screen.
CHANGE = """(text) => new Promise((done) => {
  const page = window.weightedDice, field = document.querySelector('#prompt textarea');
  const began = performance.now();
  const drawn = () => { if (!page.latest.attended) return;
    page.removeEventListener('attended', drawn);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))); };
  page.addEventListener('attended', drawn);
  field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); })"""
PAINT = """() => new Promise((done) => { const began = performance.now();
  const brush = document.querySelector('#canvas .brush');
  brush.click(); const wait = () => (brush.disabled ? requestAnimationFrame(wait) : done(performance.now() - began));
  requestAnimationFrame(wait); })"""

# Turns a control, or moves the selected token, and waits until the open tab shows what that asks for.
TURN = """({ tab, controls, token }) => new Promise((done) => {
  const page = window.weightedDice, began = performance.now(), paint = requestAnimationFrame;
  if (controls) page.turn(tab, controls); else page.set({ token });
  const wait = () => (page.drawn[tab] !== page.wanted ? paint(wait)
    : paint(() => paint(() => done(performance.now() - began))));
  paint(wait); })"""
# Opens a tab and waits until it is drawn; notes tasks in which the page could not answer.
OPEN = """(tab) => new Promise((done) => {
  const page = window.weightedDice, began = performance.now(), freezes = [0];
  const note = (list) => freezes.push(...list.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(note).observe({ type: 'longtask' });
  const named = (button) => button.textContent.trim().toLowerCase() === tab;
  [...document.querySelectorAll('[role=tab]')].find(named).click();
  const ready = () => page.state.tab === tab && page.drawn[tab] === page.wanted;
  const end = (taken) => setTimeout(() => done([taken, Math.max(...freezes)]), 300);
  const wait = () => (ready() ? end(performance.now() - began) : requestAnimationFrame(wait));
  requestAnimationFrame(wait); })"""

# Notes from now on how long the page could not answer.
NOTE = """() => { window.freezes = [0];
  const note = (list) => window.freezes.push(...list.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(note).observe({ type: 'longtask' }); }"""
PRESS = """(tab) => [...document.querySelectorAll('[role=tab]')]
  .find((button) => button.textContent.trim().toLowerCase() === tab).click()"""
CHART_TABS = ("embeddings", "layers", "paint", "write", "data", "through time", "scale", "train")
# Draws a chart anew, in the theme that it has, and waits until it is on the screen.
REDRAW = """(where) => new Promise((done) => {
  const node = document.querySelector(`${where} .drawn`), began = performance.now();
  const drawn = () => { node.removeAllListeners('plotly_afterplot');
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))); };
  node.on('plotly_afterplot', drawn);
  window.weightedDice.tell('themed'); })"""
LONG = "+".join(["The+sky+is+blue+and+the+grass+is+green."] * 20)
CHARTS = {  # where each chart stands, and the address that opens it
    "curves": ("#position_table", "tab=embeddings"),
    "heatmap of 200 tokens": ("#heatmap", f"tab=attention&heatmap=1&text={LONG}"),
    "treemap": ("#areas", "tab=layers"),
    "slopes": ("#take_away", "tab=dice&edits=head+0.2+off"),
}


def start() -> tuple[subprocess.Popen, float]:
    """The app as a visitor's computer starts it, and the seconds until its first page."""
    began = time.perf_counter()
    app = subprocess.Popen([sys.executable, "app.py", "--port", str(PORT)], cwd=ROOT, stdout=subprocess.DEVNULL)
    while time.perf_counter() - began < 60:
        try:
            urllib.request.urlopen(URL).read()
            return app, time.perf_counter() - began
        except urllib.error.URLError:
            time.sleep(0.05)
    app.kill()
    raise TimeoutError("the app did not answer within 60 s")


def report(rows: list[tuple[str, float, float]]) -> int:
    """Print a row for each figure with what it may be at most; 1 if one is more."""
    for name, figure, bar in rows:
        print(f"{name:62} {figure:8.2f}  at most {bar:5}  {'MISSED' if figure > bar else 'ok'}")
    return int(any(figure > bar for _, figure, bar in rows))


def resident_mb(pid: int) -> float:
    """Resident memory in MB; Linux only."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def measure(page: Page) -> tuple[float, float]:
    """Median ms from a changed prompt to the new attention map, and ms of a whole picture."""
    page.goto(f"{URL}?tab=attention")
    page.wait_for_selector("#map .pip")
    changes = [page.evaluate(CHANGE, f"Mira has {n} red kites and a blue cup. Her kite is") for n in range(CHANGES)]
    page.goto(f"{URL}?tab=paint&text=a+big+red+circle+on+white")
    page.wait_for_selector("#canvas .brush:not([disabled])")
    page.wait_for_timeout(500)
    pictures = [page.evaluate(PAINT) for _ in range(3)]
    return statistics.median(changes), statistics.median(pictures)


def turns(page: Page) -> dict[str, float]:
    """Median ms from a turned head, a moved token and a moved temperature to the redrawn tab."""
    text = "Mira+has+a+red+kite+and+a+blue+cup.+Her+kite+is"
    changes = {
        "attention": [{"controls": {"layer": n % 6, "head": n % 4}} for n in range(CHANGES)],
        "layers": [{"token": n % 13} for n in range(CHANGES)],
        "dice": [{"controls": {"temperature": 0.5 + n / 20}} for n in range(CHANGES)],
    }
    medians = {}
    for tab, steps in changes.items():
        page.goto(f"{URL}?tab={tab}&text={text}")
        page.wait_for_function(f"() => window.weightedDice?.wanted && window.weightedDice.drawn.{tab}")
        page.wait_for_timeout(800)
        medians[tab] = statistics.median(page.evaluate(TURN, {"tab": tab, **step}) for step in steps)
    return medians


def full(page: Page) -> tuple[float, float]:
    """With the context full: ms until all heads are drawn, and the longest freeze on any tab."""
    page.goto(f"{URL}?tab=paint&text={'The+sky+is+blue.+' * 57}")
    page.wait_for_function("() => window.weightedDice?.wanted !== undefined")
    page.wait_for_timeout(800)
    opened = {tab: page.evaluate(OPEN, tab) for tab in TABS[:-1]}
    for tab, (drawn, freeze) in opened.items():
        print(f"    full context, {tab}: drawn after {drawn:.0f} ms, longest freeze {freeze:.0f} ms")
    return opened["attention"][0], max(freeze for _, freeze in opened.values())


def charts(page: Page) -> dict[str, float]:
    """Median ms of drawing each chart anew."""
    medians = {}
    for name, (where, query) in CHARTS.items():
        page.goto(f"{URL}?{query}")
        page.wait_for_selector(f"{where} .drawn[data-drawn]")
        page.wait_for_timeout(1000)
        medians[name] = statistics.median(page.evaluate(REDRAW, where) for _ in range(CHANGES))
    return medians


def visits(browser: Browser) -> dict[str, float]:
    """The longest freeze, in ms, while each tab with charts is opened for the first time, and again."""
    longest = {}
    for tab in CHART_TABS:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{URL}?tab=start")
        page.wait_for_function("() => window.weightedDice?.wanted !== undefined")
        page.wait_for_timeout(2500)
        page.evaluate(NOTE)
        for name in (tab, "start", tab):
            page.evaluate(PRESS, name)
            page.wait_for_timeout(3000)
        longest[tab] = page.evaluate("() => Math.max(...window.freezes)")
        page.close()
    return longest


def sent(page: Page, path: str, act: str) -> tuple[str, dict]:
    """Address and body of what the page sends to `path` with its scene when it runs `act`."""
    with page.expect_request(
        lambda request: path in request.url and '"controls"' in (request.post_data or "")
    ) as request:
        page.evaluate(act)
    return request.value.url, request.value.post_data_json


def ask(url: str, body: dict) -> float:
    """Seconds until the answer."""
    began, kind = time.perf_counter(), {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(url, json.dumps(body).encode(), kind)) as answer:
        answer.read()
    return time.perf_counter() - began


def visit(url: str, body: dict, i: int) -> float:
    """Seconds until visitor `i` has all pixels of a picture."""
    began, scene = time.perf_counter(), body["data"][0]
    scene = scene | {"controls": scene["controls"] | {"seed": i}}
    ask(url, body | {"session_hash": f"visitor{i}", "data": [scene, *body["data"][1:]]})
    with urllib.request.urlopen(f"{URL}gradio_api/queue/data?session_hash=visitor{i}", timeout=60) as stream:
        for line in stream:
            told = json.loads(line[6:]) if line.startswith(b"data: ") else {}
            if told.get("msg") == "process_completed":
                assert told["success"], told
                return time.perf_counter() - began
    raise EOFError(f"visitor {i} lost the picture")


def crowd(page: Page) -> tuple[float, float]:
    """Seconds until all of 30 visitors who ask in the same second have a picture; the slowest ms of a slider then."""
    page.goto(f"{URL}?tab=dice")
    page.wait_for_function("() => window.weightedDice?.wanted && window.weightedDice.drawn.dice")
    page.wait_for_timeout(800)  # until Gradio's own controls have said what they were restored to
    slider = sent(page, "/run/", "() => window.weightedDice.turn('dice', { temperature: 0.55 })")
    page.goto(f"{URL}?tab=paint&text=a+big+red+circle+on+white")
    page.wait_for_selector("#canvas .brush:not([disabled])")
    paint = sent(page, "/queue/join", "() => document.querySelector('#canvas .brush').click()")
    page.wait_for_selector("#canvas .brush:not([disabled])")
    with ThreadPoolExecutor(VISITORS) as pool:
        visits = [pool.submit(visit, *paint, i) for i in range(VISITORS)]
        slow = 0.0
        while not all(visit.done() for visit in visits):
            slow = max(slow, ask(*slider))
            time.sleep(0.1)
        return max(visit.result() for visit in visits), 1e3 * slow


def main() -> int:
    """Print a row for each figure; 1 if a bar is missed."""
    app, seconds = start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
            change_ms, picture_ms = measure(browser.new_page())
            turned = turns(browser.new_page())
            drawn, frozen = charts(browser.new_page()), visits(browser)
            crowd_seconds, slider_ms = crowd(browser.new_page())
            heads_ms, freeze_ms = full(browser.new_page(viewport={"width": 1280, "height": 900}))
            browser.close()
        memory = resident_mb(app.pid)
    finally:
        app.terminate()
    rows = [
        ("start to first page, s", seconds, 8),
        ("prompt changed to new attention map, median ms", change_ms, 250),
        ("head turned to redrawn, median ms", turned["attention"], 100),
        ("token moved in Layers to redrawn, median ms", turned["layers"], 100),
        ("temperature moved to redrawn, median ms", turned["dice"], 100),
        ("full context: all heads drawn, ms", heads_ms, 1000),
        ("full context: longest freeze of any tab, ms", freeze_ms, 200),
        *((f"{name} redrawn, median ms", ms, 100) for name, ms in drawn.items()),
        *((f"{tab} opened twice: longest freeze, ms", ms, 200) for tab, ms in frozen.items()),
        ("a picture from click to last pixel, median ms", picture_ms, 350),
        (f"{VISITORS} visitors ask for a picture: the last has it, s", crowd_seconds, 5),
        ("a slider meanwhile, slowest ms", slider_ms, 500),
        ("resident memory, MB", memory, 900),
    ]
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
