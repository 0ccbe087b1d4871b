"""Half an hour of clicking by a script that presses whatever can be pressed, in two pages. `make bench-class` runs it.

Memory of the server and of the pages must stay, and nothing may be wrong on the console. Exits with 1 otherwise.
"""

import os
import random
import statistics
import sys
import time

from page import URL, chromium, report, resident_mb, start
from playwright.sync_api import Browser, Error, Page, sync_playwright

from components import TABS

SECONDS = int(os.environ.get("SECONDS", "1800"))
LOOKS = 60  # at memory
ACTIONS = 5  # in a tab, until the next one is opened
TEXTS = (
    "The sky is",
    "2+2=",
    "Mira has a red kite and a blue cup. Her kite is",
    "a big red star",
    "🦊 שלום <b>",
    "",
    "x" * 300,
)
PRESSED = """([view, at]) => {
    const kinds = 'button, [role=radio], [role=option], input[type=range], input[type=checkbox], summary, .token';
    const all = [...document.querySelectorAll(`#view-${view} :is(${kinds})`)].filter((one) => one.checkVisibility()
        && !one.disabled && !one.closest('a, dialog')
        && !one.matches('[data-export], [data-do], [data-print], .download, .forget'));
    const one = all[Math.floor(at * all.length)];
    if (!one) return '';
    one.scrollIntoView({ block: 'center' });
    if (one.type === 'range') {
        const { min, max } = one;
        one.value = String(Number(min) + at * 7 % 1 * (Number(max) - Number(min)));
        for (const name of ['input', 'change']) one.dispatchEvent(new Event(name, { bubbles: true }));
    } else one.click();
    return (one.className || one.tagName) + ' ' + one.textContent.slice(0, 20); }"""
HEAP = "() => performance.memory ? performance.memory.usedJSHeapSize / 2 ** 20 : 0"


def wander(page: Page, rng: random.Random, done: list[str]) -> None:
    """A tab, and some presses in it."""
    tab = rng.choice(TABS).name
    page.evaluate("(tab) => window.weightedDice.set({ tab })", tab)
    page.wait_for_timeout(rng.uniform(300, 1500))
    for _ in range(ACTIONS):
        if rng.random() < 0.15:
            page.evaluate("(text) => window.weightedDice.write(text)", rng.choice(TEXTS))
        else:
            view = page.evaluate("() => window.weightedDice.state.tab")
            done.append(f"{view}: {page.evaluate(PRESSED, [view, rng.random()])}")
        page.wait_for_timeout(rng.uniform(100, 900))
    page.keyboard.press("Escape")


class Walk:
    """Two pages, what was pressed in them, what went wrong, and how much memory there was from time to time."""

    def __init__(self, browser: Browser):
        self.done: list[str] = []
        self.errors: list[str] = []
        self.memory: list[tuple[float, float]] = []  # MB of the server, and of a page
        self.most = 0.0  # MB of the server at any look, in the middle of work, too
        self.pages = [browser.new_page(), browser.new_page(viewport={"width": 390, "height": 844})]
        for page in self.pages:
            page.on("console", lambda told: self.note(told.text) if told.type == "error" else None)
            page.on("pageerror", lambda error: self.note(str(error)))
            page.goto(URL)
            page.wait_for_function("() => window.weightedDice?.entries.length")

    def note(self, error: str) -> None:
        """Something is wrong, unless it is a refusal, which a browser tells by itself."""
        if "422" not in error:
            self.errors.append(f"{error[:200]} after {self.done[-1:]}")

    def go(self, pid: int) -> None:
        """As long as it takes."""
        rng, began = random.Random(3), time.monotonic()
        for n in range(LOOKS):
            while time.monotonic() - began < SECONDS * (n + 1) / LOOKS:
                for page in self.pages:
                    try:
                        wander(page, rng, self.done)
                    except Error as error:
                        self.note(str(error))
                        page.goto(URL)
            self.most = max(self.most, resident_mb(pid))
            self.memory.append((self.kept_mb(pid), statistics.mean(page.evaluate(HEAP) for page in self.pages)))

    def kept_mb(self, pid: int) -> float:
        """MB of the server that stay: the least of ten readings in five seconds, in which nobody presses anything."""
        readings = []
        for _ in range(10):
            self.pages[0].wait_for_timeout(500)
            readings.append(resident_mb(pid))
        return min(readings)


def main() -> int:
    """Print a row for each figure; 1 if a bar is missed."""
    app, _ = start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            walk = Walk(browser)
            walk.go(app.pid)
            browser.close()
    finally:
        app.terminate()
    kept = walk.memory[LOOKS // 6 :]  # what is made at its first use is made
    third = len(kept) // 3
    grown = [statistics.mean(each[-third:]) / statistics.mean(each[:third]) - 1 for each in zip(*kept, strict=True)]
    print(
        f"    {len(walk.done)} presses; MB of the server and of a page: ", *map("{0[0]:.0f} {0[1]:.0f},".format, kept)
    )
    for error in walk.errors[:8]:
        print("    ", error)
    rows = [
        ("errors on the console", len(walk.errors), 0),
        ("memory of the server, last third over first, %", 100 * grown[0], 5),
        ("memory of the server at any look, MB", walk.most, 1200),
        ("memory of a page, last third over first, %", 100 * grown[1], 25),
    ]
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
